import type { InlineJson } from '../document/json';
import { hunksBetween } from '../history/wordHunks';
import type { Carrying } from './asCarried';
import { asToken, end, wordsOf } from './draftWords';
import { WordWriter } from './wordWriter';

/**
 * The wanted words of some textblocks with everything private that the draft's words have: marks that the format does not carry
 * stay on words that stay, and on what takes the place of words that all had them. A note is never lost while a word of its
 * textblock is left. Gives the contents of the wanted textblocks in order.
 */
export function adoptWords(
  mine: readonly (readonly InlineJson[])[],
  wanted: readonly (readonly InlineJson[])[],
  carrying: Carrying,
  language: string,
): InlineJson[][] {
  const old = mine.flatMap((content) => [...wordsOf(content, carrying, language), end]);
  const now = wanted.flatMap((content) => [...wordsOf(content, carrying, language), end]);
  const writer = new WordWriter(carrying);
  let [o, n] = [0, 0];
  const same = (upTo: number) => {
    for (; o < upTo; o++, n++) writer.keep(old[o] ?? end, now[n] ?? end);
  };
  for (const { from, to, upTo, at } of hunksBetween(old.map(asToken), now.map(asToken))) {
    same(from);
    writer.exchange(old.slice(from, to), now.slice(at, upTo), old[to]);
    [o, n] = [to, upTo];
  }
  same(old.length);
  return writer.contents();
}
