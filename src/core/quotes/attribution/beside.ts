import type { SpeechForms } from './forms';
import { anyOf, nameSource, personNamed, SPACE, type Named } from './names';

/** Somebody whom the words beside a quotation name; `name` is null for a pronoun. */
export interface Beside {
  name: string | null;
  role: string | null;
  /** The words that say so. */
  because: string;
}

const REACH = 240;
/** Words between "X told …" and the quotation. */
const MOST_BETWEEN = 9;

interface Patterns {
  after: readonly RegExp[];
  before: readonly RegExp[];
  pronounAfter: RegExp;
  pronounBefore: RegExp;
  label: RegExp;
  /** Of what stands before a name: what begins its sentence, and whether the rest is an office. */
  openers: RegExp;
  title: RegExp;
  /** Of what stands behind one: where a clause begins, and what is no role. */
  relative: RegExp;
  notRole: RegExp;
  article: RegExp;
}
const eitherCase = (words: readonly string[]): string[] =>
  words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]);

const built = new Map<SpeechForms, Patterns>();

const LEAD = String.raw`(?<lead>(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’&-]){0,30}${SPACE}){0,7}?)`;
const ROLE = String.raw`(?:,?${SPACE}\((?<bracketed>[^()]{2,80})\)|,${SPACE}(?<role>[^,;:.!?“”„«»"()]{2,80}))?`;
// A name that stands alone is followed by a sign or by a small word: "said Kremlin spokesman …" does not name the Kremlin.
const ENDS = String.raw`(?=${SPACE}*(?:[,.;:!?)–—]|$)|${SPACE}\p{Ll}{1,4}(?!\p{L}))`;

function patternsOf(forms: SpeechForms): Patterns {
  let patterns = built.get(forms);
  if (patterns) return patterns;
  const verb = anyOf(forms.verbs);
  const said = (least: 1 | 2) => {
    const name = `(?<name>(?:${anyOf(forms.honorifics)}${SPACE}?)?${nameSource(least)})`;
    const own = `${LEAD}${name}`;
    const ends = least === 1 ? ENDS : '';
    return {
      verbFirst: `${verb}${SPACE}${own}${ends}${ROLE}`,
      nameFirst: `${own}${ROLE},?${SPACE}${verb}`,
      according: `${anyOf(eitherCase(forms.before))}${SPACE}${own}${ends}${ROLE}`,
      behind: `${own}${ROLE},?${SPACE}${anyOf(forms.after)}`,
      label: `^${own}${ROLE}${SPACE}?:`,
    };
  };
  const [two, one] = [said(2), said(1)];
  const start = `^${SPACE}*[,–—-]?${SPACE}*`;
  const pronoun = anyOf(forms.pronouns);
  const inversion = String.raw`[\p{L}’]+-(?:t-)?(?:${forms.pronouns.map((word) => word).join('|')})(?!\p{L})`;
  patterns = {
    after: [two, one].flatMap((each) =>
      [each.verbFirst, each.according, each.nameFirst, each.behind].map((source) => new RegExp(start + source, 'u')),
    ),
    before: [two, one].flatMap((each) =>
      [each.nameFirst, each.according, each.verbFirst].map((source) => new RegExp(`(?<![\\p{L}\\p{N}])${source}`, 'gu')),
    ),
    pronounAfter: new RegExp(`${start}(?:${pronoun}${SPACE}${verb}|${verb}${SPACE}${pronoun}|${inversion})`, 'u'),
    pronounBefore: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pronoun}${SPACE}${verb}|${inversion})`, 'gu'),
    label: new RegExp(`${two.label}${SPACE}*$`, 'u'),
    openers: new RegExp(`^(?:${anyOf(forms.openers)}${SPACE}?)+`, 'u'),
    title: new RegExp(`^(?:${anyOf(forms.articles)}${SPACE})?${anyOf(forms.titles)}$`, 'u'),
    relative: new RegExp(`${SPACE}${anyOf(forms.relatives)}`, 'u'),
    notRole: new RegExp(`^(?:${anyOf(forms.notRoles)}|${anyOf(forms.verbs)})`, 'u'),
    article: new RegExp(`^${anyOf(forms.articles)}${SPACE}?`, 'u'),
  };
  built.set(forms, patterns);
  return patterns;
}

/** Whom the words right behind and right before a quotation name as its speaker, the nearest first. */
export function besideQuotation(before: string, words: string, after: string, forms: SpeechForms): Beside[] {
  const patterns = patternsOf(forms);
  const found: Beside[] = [];
  const behind = sentenceOn(after.slice(0, REACH));
  const ahead = sentenceBack(before.slice(-REACH));
  // Behind a full stop a new sentence begins, which may speak of somebody else.
  const ended = /[.…]$/u.test(words) && /^\s*\p{Lu}/u.test(behind);
  if (!ended) {
    const match = patterns.after.map((pattern) => read(pattern.exec(behind), forms)).find((each) => each !== null);
    if (match) found.push(match);
    else {
      const pronoun = patterns.pronounAfter.exec(behind)?.[0];
      if (pronoun !== undefined) found.push({ name: null, role: null, because: tidy(pronoun) });
    }
  }
  if (found.length === 0) {
    const label = read(patterns.label.exec(ahead), forms);
    const near = patterns.before.flatMap((pattern) => nearest(pattern, ahead));
    const best = near.sort((a, b) => b.index - a.index || b[0].length - a[0].length).map((each) => read(each, forms));
    const first = label ?? best.find((each) => each !== null) ?? null;
    if (first) found.push(first);
    else {
      const pronoun = nearest(patterns.pronounBefore, ahead)[0]?.[0];
      if (pronoun !== undefined) found.push({ name: null, role: null, because: tidy(pronoun) });
    }
  }
  return found;
}

function nearest(pattern: RegExp, ahead: string): RegExpExecArray[] {
  const last = [...ahead.matchAll(pattern)].at(-1);
  if (!last) return [];
  const between = ahead.slice(last.index + last[0].length).match(/[\p{L}\p{N}]+/gu) ?? [];
  return between.length <= MOST_BETWEEN ? [last as RegExpExecArray] : [];
}

function read(match: RegExpExecArray | null, forms: SpeechForms): Beside | null {
  const groups = match?.groups;
  if (!match || !groups) return null;
  const { openers, title, relative, notRole, article } = patternsOf(forms);
  const lead = (groups['lead'] ?? '').replace(openers, '').trim();
  const asTitle = title.test(lead);
  // "said the librarian Rosa Lind": the word before the name is written small, or it is an office.
  if (lead !== '' && !asTitle && /(?:^|\s)\p{Lu}[^\s]*$/u.test(lead)) return null;
  const person: Named | null = personNamed(groups['name'] ?? '', forms);
  if (!person) return null;
  const behind = (groups['bracketed'] ?? groups['role'] ?? '').split(relative)[0]?.trim() ?? '';
  const written = behind !== '' && !notRole.test(behind) ? behind : lead;
  const role = written.replace(article, '').trim();
  return { name: person.name, role: role === '' ? person.role : role, because: tidy(match[0]) };
}

const tidy = (words: string): string => words.replace(/^[\s,–—-]+|[\s,]+$/gu, '');

const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Capt|Sr|Sra|Srta|Dra|Mme|Mlle)$/u;

/** The rest of the sentence that a quotation stands in, up to the next quotation. */
function sentenceOn(text: string): string {
  const cut = text.slice(0, text.search(/[“„«"\n]|$/u));
  for (const { index } of cut.matchAll(/[.!?](?=\s|$)/gu))
    if (!ABBREVIATED.test(cut.slice(0, index))) return cut.slice(0, index + 1);
  return cut;
}

/** The beginning of the sentence that a quotation stands in, from the quotation before it on. */
function sentenceBack(text: string): string {
  const from = Math.max(...['”', '»', '"', '\n'].map((mark) => text.lastIndexOf(mark))) + 1;
  const cut = text.slice(from);
  let start = 0;
  for (const { index } of cut.matchAll(/[.!?]\s+(?=\S)/gu)) if (!ABBREVIATED.test(cut.slice(0, index))) start = index + 1;
  return cut.slice(start).trimStart();
}
