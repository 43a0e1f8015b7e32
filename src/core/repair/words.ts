import type { Edit, Repair } from './repair';

/** No word is longer; what is, would be walked again and again. */
const LONGEST = 200;

/** The beginning of a text, short enough to find a place by: as many whole words as fit in 14 characters, at least one. */
export function firstWords(text: string, from = 0): { from: number; to: number } {
  const start = from + (/^\s*/u.exec(text.slice(from))?.[0].length ?? 0);
  let to = start;
  for (const word of text.slice(start, start + 200).matchAll(/\S+/gu)) {
    const end = start + word.index + word[0].length;
    if (to > start && end - start > 14) break;
    to = end;
  }
  return { from: start, to };
}

/** The end of a text up to `to`: as many whole words as fit in 14 characters, at least one, of the last clause. */
export function lastWords(text: string, to: number): { from: number; to: number } {
  const low = Math.max(0, to - 200);
  const end = low + text.slice(low, to).trimEnd().length;
  let from = end;
  for (const word of [...text.slice(low, end).matchAll(/\S+/gu)].reverse()) {
    const start = low + word.index;
    if (from < end && end - start > 14) break;
    from = start;
  }
  return { from, to: end };
}

/** The token (letters and marks that stand together, no space between) that a range touches, whole. */
export function wholeTokens(text: string, from: number, to: number): { from: number; to: number } {
  const space = /\s/u;
  const [low, high] = [from - LONGEST, to + LONGEST];
  while (from > 0 && from > low && !space.test(text[from - 1] ?? ' ')) from--;
  while (to < text.length && to < high && !space.test(text[to] ?? ' ')) to++;
  return { from, to };
}

/** As `wholeTokens`, without the punctuation around. */
export function wholeWords(text: string, from: number, to: number): { from: number; to: number } {
  const inner = /[\p{L}\p{M}\p{N}’'\u00ad\u200b-\u200d\u2060\ufeff-]/u;
  const [low, high] = [from - LONGEST, to + LONGEST];
  while (from > 0 && from > low && inner.test(text[from - 1] ?? ' ')) from--;
  while (to < text.length && to < high && inner.test(text[to] ?? ' ')) to++;
  return { from, to };
}

/** One finding for what touches in the text, instead of several. For repairs of one kind, ascending. */
export function oneATouch(repairs: readonly Repair[]): Repair[] {
  const merged: (Repair & { to: number; edits: Edit[] | null })[] = [];
  for (const repair of repairs) {
    const last = merged.at(-1);
    if (last?.edits && repair.edits && last.part === repair.part && repair.from <= last.to && repair.from >= last.from) {
      last.to = Math.max(last.to, repair.to);
      last.edits.push(...repair.edits);
    } else merged.push({ ...repair, edits: repair.edits && [...repair.edits] });
  }
  return merged;
}

/** Repairs in reading order. */
export const inOrder = (repairs: readonly Repair[]): Repair[] =>
  [...repairs].sort((a, b) => (a.part?.index ?? -1) - (b.part?.index ?? -1) || a.from - b.from);
