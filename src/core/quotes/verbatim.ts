import type { InlineQuotations, QuotedText } from './inlineQuotations';

/** A text that may hold somebody's words. */
export interface VerbatimText extends QuotedText {
  /** True in a block quotation, where every word is the speaker's. */
  readonly inQuotation: boolean;
  /** Words of it whose speaker the writer has named (the mark `speech`), with quotation marks around them or without. */
  readonly spoken?: readonly TextRange[];
}

/** A range of a text, in UTF-16 units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const MARKS_BEFORE = /^[“”„«»‹›"‘‚]?/u;
const MARKS_AFTER = /[“”„«»‹›"]?$/u;

/**
 * Which ranges of each text are somebody's words, in order and apart: what stands between quotation marks, from the first word to
 * the last (the marks and the space beside them are the writer's), words whose speaker the writer has named, and all of a block
 * quotation. No bulk action changes anything in them unless it is told to.
 */
export function verbatimRanges(texts: readonly VerbatimText[], { pairs }: InlineQuotations): TextRange[][] {
  const ranges: TextRange[][] = texts.map(() => []);
  const add = (part: number, from: number, to: number): void => {
    const text = texts[part]?.text.slice(from, to) ?? '';
    const start = from + (text.length - text.trimStart().length);
    const end = from + text.trimEnd().length;
    if (start < end) ranges[part]?.push({ from: start, to: end });
  };
  for (const { open, close } of pairs) {
    const last = close?.part ?? open.part;
    for (let part = open.part; part <= last; part++)
      add(part, part === open.part ? open.at + 1 : 0, part === close?.part ? close.at : (texts[part]?.text.length ?? 0));
  }
  texts.forEach(({ text, spoken = [] }, part) => {
    for (const { from, to } of spoken) {
      const words = text.slice(from, to);
      const open = MARKS_BEFORE.exec(words)?.[0].length ?? 0;
      const close = open < words.length ? (MARKS_AFTER.exec(words)?.[0].length ?? 0) : 0;
      add(part, from + open, to - close);
    }
  });
  return ranges.map((list, part) => {
    const text = texts[part];
    return text?.inQuotation ? [{ from: 0, to: text.text.length }] : merged(list);
  });
}

function merged(ranges: readonly TextRange[]): TextRange[] {
  const out: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = out.at(-1);
    if (last && range.from <= last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else out.push(range);
  }
  return out;
}

/** True when changing the text from `from` to `to`, or putting something in there, would change what stands in the ranges. */
export const touches = (ranges: readonly TextRange[], from: number, to: number): boolean =>
  ranges.some((range) => from < range.to && to > range.from);
