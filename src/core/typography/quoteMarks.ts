/** The quotation marks of one language, outermost first. */
export interface QuoteMarks {
  /** Opening and closing mark of each level. */
  levels: readonly (readonly [string, string])[];
  /** Other pairs that careful copy in this language uses, for instance abroad or in books. */
  accepted: readonly (readonly [string, string])[];
}

const ENGLISH: QuoteMarks = {
  levels: [
    ['“', '”'],
    ['‘', '’'],
  ],
  accepted: [],
};
const GUILLEMETS: QuoteMarks = {
  levels: [
    ['«', '»'],
    ['“', '”'],
  ],
  accepted: [['‹', '›']],
};
const WITH_SINGLES: QuoteMarks = {
  levels: [...GUILLEMETS.levels, ['‘', '’']],
  accepted: GUILLEMETS.accepted,
};
const GERMAN: QuoteMarks = {
  levels: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  accepted: [
    ['»', '«'],
    ['›', '‹'],
    ['«', '»'],
    ['‹', '›'],
  ],
};
const SWISS: QuoteMarks = {
  levels: [
    ['«', '»'],
    ['‹', '›'],
  ],
  accepted: [],
};
const LOW_HIGH: QuoteMarks = { levels: GERMAN.levels, accepted: [['»', '«']] };
const NORDIC: QuoteMarks = {
  levels: [
    ['”', '”'],
    ['’', '’'],
  ],
  accepted: [
    ['»', '»'],
    ['“', '”'],
  ],
};
const SLAVONIC: QuoteMarks = {
  levels: [
    ['«', '»'],
    ['„', '“'],
  ],
  accepted: [['“', '”']],
};
const LOW_AND_GUILLEMETS: QuoteMarks = {
  levels: [
    ['„', '”'],
    ['«', '»'],
  ],
  accepted: [['»', '«']],
};

/** Sources, language by language: docs/typography.md. */
const byLanguage: Readonly<Record<string, QuoteMarks>> = {
  en: ENGLISH,
  fr: GUILLEMETS,
  'fr-CH': { levels: SWISS.levels, accepted: [['“', '”']] },
  es: WITH_SINGLES,
  it: WITH_SINGLES,
  'it-CH': { levels: SWISS.levels, accepted: [['“', '”']] },
  pt: {
    levels: [
      ['“', '”'],
      ['«', '»'],
    ],
    accepted: [],
  },
  de: GERMAN,
  'de-CH': { levels: SWISS.levels, accepted: GERMAN.levels },
  nl: { levels: ENGLISH.levels, accepted: [['„', '”']] },
  cs: LOW_HIGH,
  sk: LOW_HIGH,
  sl: LOW_HIGH,
  sv: NORDIC,
  fi: NORDIC,
  pl: LOW_AND_GUILLEMETS,
  ro: LOW_AND_GUILLEMETS,
  ru: SLAVONIC,
  uk: SLAVONIC,
  el: { levels: GUILLEMETS.levels, accepted: [] },
  nb: { levels: [['«', '»'], ['‘', '’']], accepted: [['“', '”']] }, // prettier-ignore
  nn: { levels: [['«', '»'], ['‘', '’']], accepted: [['“', '”']] }, // prettier-ignore
};

/**
 * The marks of a language (BCP 47): those of its region where it has its own, else those of its primary subtag. A language that is
 * not known has those of English.
 */
export const quoteMarksOf = (language: string): QuoteMarks => {
  const [primary = '', ...rest] = language.split('-');
  const region = rest.find((part) => /^[A-Z]{2}$/u.test(part));
  return byLanguage[`${primary}-${region}`] ?? byLanguage[primary] ?? ENGLISH;
};
