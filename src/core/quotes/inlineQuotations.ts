import { quoteMarksOf } from '../typography/quoteMarks';

/** A run of text that quotation marks may stand in: one textblock. */
export interface QuotedText {
  readonly text: string;
  /** True when the text before it runs on into this one: the next paragraph of the same list, quotation or body. */
  readonly continues: boolean;
}

export interface QuoteMark {
  /** Index of the text it stands in, and its offset there (UTF-16 units). */
  readonly part: number;
  readonly at: number;
  readonly mark: string;
  readonly side: 'open' | 'close';
  /** The side that the mark has by its form, where its place says the other. */
  readonly wrongWay: boolean;
}

/** Two marks and the words between them. `close` is null where a quotation runs on into a paragraph that opens it again. */
export interface QuotePair {
  readonly open: QuoteMark;
  readonly close: QuoteMark | null;
  /** 0 for a quotation in the text, 1 for one inside a quotation. */
  readonly level: number;
}

export interface InlineQuotations {
  readonly pairs: readonly QuotePair[];
  readonly unpaired: readonly QuoteMark[];
}

const MARKS = /[“”„‟«»‹›"‘’‚]/gu;
const OPENS_BEFORE = /[\s([{–—/«„“‘‚‹"\u2026]/u;
const CLOSES_AFTER = /[\s.,;:!?…)\]}–—/»”’›"']/u;
/** How many paragraphs on a quotation may end that does not open anew; further on, two marks rather lost their partners. */
const REACH = 1;

/** Deeper than anybody nests quotations. */
const DEEPEST = 20;

const familyOf = (mark: string): number => ('«»'.includes(mark) ? 1 : '‹›'.includes(mark) ? 2 : '‘’‚'.includes(mark) ? 3 : 0);

/**
 * The quotations that marks in running text enclose, by the conventions of a language (BCP 47) and by where a mark stands; nested
 * ones and those of several paragraphs included. Linear in the length of the texts. Apostrophes are never taken for marks.
 */
export function inlineQuotations(texts: readonly QuotedText[], language: string): InlineQuotations {
  const { levels, accepted } = quoteMarksOf(language);
  const conventions = [...levels, ...accepted];
  const pairs: QuotePair[] = [];
  const unpaired: QuoteMark[] = [];
  texts.forEach(({ text }, part) => {
    const open: QuoteMark[] = [];
    for (const found of text.matchAll(MARKS)) {
      const at = found.index;
      const mark = found[0];
      const side = sideOf(text, at, mark, conventions, open);
      if (side === null) continue;
      const seen: QuoteMark = { part, at, mark, ...side };
      if (seen.side === 'open') {
        open.push(seen);
        if (open.length > DEEPEST) unpaired.push(...open.splice(0, 1).filter((each) => familyOf(each.mark) !== 3));
        continue;
      }
      const partner = partnerOf(seen, open);
      if (partner < 0) {
        if (familyOf(mark) !== 3) unpaired.push(seen);
        continue;
      }
      const [opened, ...inside] = open.splice(partner);
      if (opened) pairs.push({ open: opened, close: seen, level: open.length });
      unpaired.push(...inside.filter((each) => familyOf(each.mark) !== 3));
    }
    for (const each of open) {
      if (familyOf(each.mark) === 3) continue;
      if (runsOn(texts[part + 1])) pairs.push({ open: each, close: null, level: 0 });
      else unpaired.push(each);
    }
  });
  return joinedAcross(texts, pairs, unpaired);
}

type Side = Pick<QuoteMark, 'side' | 'wrongWay'>;

function sideOf(
  text: string,
  at: number,
  mark: string,
  conventions: readonly (readonly [string, string])[],
  open: readonly QuoteMark[],
): Side | null {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const atStart = OPENS_BEFORE.test(before);
  const atEnd = CLOSES_AFTER.test(after);
  const byPlace = atStart === atEnd ? null : atStart ? 'open' : 'close';
  if (mark === '"') {
    // Inches and seconds.
    if (/\d/u.test(before) && !open.some((each) => each.mark === '"')) return null;
    return { side: byPlace ?? (open.some((each) => each.mark === '"') ? 'close' : 'open'), wrongWay: false };
  }
  const opens = conventions.some(([first]) => first === mark);
  const closes = conventions.some(([, last]) => last === mark);
  if (familyOf(mark) === 3) {
    if (mark === '’' && !closes) return null;
    const side = byPlace ?? (opens ? 'open' : 'close');
    // ’ at the beginning or inside of a word is an apostrophe; at its end it closes only what was opened.
    if (mark === '’' && side === 'open') return null;
    return { side, wrongWay: false };
  }
  const byForm =
    opens === closes ? ('“„‟«‹'.includes(mark) && !(mark === '“' && closes) ? 'open' : 'close') : opens ? 'open' : 'close';
  // Both forms are at home in the language: the place decides, then what is open.
  if (opens && closes) {
    const waiting = open.some((each) => familyOf(each.mark) === familyOf(mark));
    return { side: byPlace ?? (waiting ? 'close' : 'open'), wrongWay: false };
  }
  return { side: byPlace ?? byForm, wrongWay: byPlace !== null && byPlace !== byForm };
}

function partnerOf(mark: QuoteMark, open: readonly QuoteMark[]): number {
  const family = familyOf(mark.mark);
  return open.findLastIndex((each) => familyOf(each.mark) === family);
}

/** The next paragraph opens anew; with which mark does not matter, since that one may be damaged on its own. */
const runsOn = (next: QuotedText | undefined): boolean => next?.continues === true && /^\s*[“”„«»‹›"]/u.test(next.text);

/** An opening mark left over and the next one left over, a closing one a few paragraphs later, are one quotation. */
function joinedAcross(texts: readonly QuotedText[], pairs: QuotePair[], unpaired: readonly QuoteMark[]): InlineQuotations {
  const rest: QuoteMark[] = [];
  for (const mark of [...unpaired].sort((a, b) => a.part - b.part || a.at - b.at)) {
    const last = rest.at(-1);
    const near = last && mark.part > last.part && mark.part - last.part <= REACH;
    const unbroken = near && texts.slice(last.part + 1, mark.part + 1).every(({ continues }) => continues);
    if (last?.side === 'open' && mark.side === 'close' && unbroken && familyOf(last.mark) === familyOf(mark.mark)) {
      pairs.push({ open: last, close: mark, level: 0 });
      rest.pop();
    } else rest.push(mark);
  }
  return { pairs, unpaired: rest };
}
