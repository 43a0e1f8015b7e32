import { quoteMarksOf, type QuoteMarks } from './quoteMarks';

/** Narrow no-break space, U+202F. */
export const NARROW = '\u202f';
/** No-break space, U+00A0. */
export const NO_BREAK = '\u00a0';

/** How a language sets what a keyboard has only in a rough form. Sources: docs/typography.md. */
export interface Conventions {
  readonly levels: QuoteMarks['levels'];
  /** The pair that the straight single mark stands for; null where that key only ever writes apostrophes. */
  readonly singles: readonly [string, string] | null;
  /** The space inside « and »; empty for none. */
  readonly inside: string;
  /** The space before a sign, by sign. */
  readonly before: Readonly<Record<string, string>>;
  /** What two hyphens stand for; three are always an em dash. */
  readonly twoHyphens: '–' | '—';
  /** Words that begin with an apostrophe, without it, in lower case. */
  readonly clipped: ReadonlySet<string>;
  /** True where an apostrophe joins a short word to the next, which may stand in quotation marks: l’« Europe ». */
  readonly joins: boolean;
}

type Own = Partial<Omit<Conventions, 'levels'>>;

const FRENCH: Own = {
  singles: null,
  inside: NARROW,
  before: { ';': NARROW, ':': NARROW, '!': NARROW, '?': NARROW },
  joins: true,
};

const own: Readonly<Record<string, Own>> = {
  en: { clipped: new Set(['tis', 'twas', 'twere', 'twill', 'twould', 'til', 'em', 'n', 'nuff', 'cos', 'cuz']) },
  fr: FRENCH,
  // The OQLF leaves these three signs unspaced where there is no thin space, and sets a full space elsewhere.
  'fr-CA': { ...FRENCH, inside: NO_BREAK, before: { ':': NO_BREAK } },
  de: { clipped: new Set(['s', 'n', 'ne', 'nen', 'nem', 'ner', 'nes']) },
  es: { twoHyphens: '—' },
  it: { singles: null, joins: true },
  nl: { clipped: new Set(['s', 't', 'n', 'k', 'm', 'r']) },
  ca: { singles: null, joins: true },
};

const known = new Map<string, Conventions>();

/** The conventions of a language (BCP 47); of a language that is not known, those that most have in common. */
export function conventionsOf(language: string): Conventions {
  const found = known.get(language);
  if (found) return found;
  const [primary = '', ...rest] = language.split('-');
  const region = rest.find((part) => /^[A-Z]{2}$/u.test(part));
  const { levels } = quoteMarksOf(language);
  const made: Conventions = {
    levels,
    singles: levels.find(([open]) => open === '‘' || open === '‚') ?? null,
    inside: '',
    before: {},
    twoHyphens: '–',
    clipped: new Set(),
    joins: false,
    ...(own[`${primary}-${region}`] ?? own[primary]),
  };
  known.set(language, made);
  return made;
}
