import type { Conventions } from './conventions';

const LETTER = /[\p{L}\p{N}]/u;
const STARTS_AFTER = /[\s([{/\u2013\u2014]/u;
const MARK = /[“”„«»‹›‘’‚]/gu;

/**
 * The quotations that are still open at the end of a text, innermost last, as indices of the language's levels. Marks that are not
 * the language's own do not count, nor do apostrophes. Linear.
 */
export function openMarks(text: string, { levels }: Conventions): number[] {
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const opens = levels.findIndex(([first]) => first === mark);
    const closes = levels.findIndex(([, last]) => last === mark);
    const next = text[index + 1];
    if (mark === '’' && next !== undefined && LETTER.test(next)) continue;
    const before = text[index - 1];
    const atStart = before === undefined || STARTS_AFTER.test(before);
    if (opens >= 0 && (closes < 0 || atStart)) open.push(opens);
    else if (closes >= 0 && open.includes(closes)) open.length = open.lastIndexOf(closes);
  }
  return open;
}
