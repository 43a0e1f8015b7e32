import { textOf, type AnyBlock } from './inline';

/** How often each word stands in a text, in lower case. */
export type Bag = ReadonlyMap<string, number>;

const bags = new WeakMap<AnyBlock, Bag>();
// A count for comparing, not for a desk: a pattern is ten times as fast as dictionaries, and scripts without spaces count signs.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const segmenters = new Map<string, Intl.Segmenter>();

/** Cuts a text of a language into words and what stands between them (UAX #29). */
export function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'word' })));
  return segmenter;
}

/** The words of a block. Costs nothing for a block that was asked for before. */
export function bagOf(block: AnyBlock): Bag {
  const known = bags.get(block);
  if (known) return known;
  const bag = new Map<string, number>();
  for (const word of textOf(block).toLowerCase().match(WORD) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  bags.set(block, bag);
  return bag;
}

const sizeOf = (bag: Bag): number => [...bag.values()].reduce((sum, count) => sum + count, 0);

/** How much of two blocks is the same words: 0 to 1 (Dice's coefficient). Blocks without words are alike when both are. */
export function likeness(one: AnyBlock, other: AnyBlock): number {
  const [a, b] = [bagOf(one), bagOf(other)];
  const sizes = sizeOf(a) + sizeOf(b);
  if (sizes === 0) return one.type === other.type ? 1 : 0;
  let shared = 0;
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
  return (2 * shared) / sizes;
}

/** How much of the longer text two blocks have in common at their beginnings and ends: 0 to 1. Quick, and blind to the middle. */
export function likenessOfEnds(one: AnyBlock, other: AnyBlock): number {
  const [a, b] = [textOf(one), textOf(other)];
  const [longer, shorter] = [Math.max(a.length, b.length), Math.min(a.length, b.length)];
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return longer === 0 ? 1 : (start + tail) / longer;
}
