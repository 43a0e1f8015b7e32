import type { DocJson } from '../document/json';
import { bagOf, type Bag } from './bag';
import { childrenOf, keyOf, type AnyBlock } from './inline';

/** How many words came and went between two versions. */
export interface WordChange {
  added: number;
  removed: number;
}

/**
 * Words of kicker, headline, standfirst and body that came and went from `before` to `after`; a passage that only moved counts for
 * nothing. Looks only into the blocks that the two do not share.
 */
export function wordChange(before: DocJson, after: DocJson): WordChange {
  const [old, now] = [childrenOf(before), childrenOf(after)];
  // Unchanged ends cost one comparison of references where versions share their blocks.
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - start && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const balance = new Map<string, number>();
  const blocks = new Map<string, { block: AnyBlock; count: number }>();
  const note = (block: AnyBlock, by: number) => {
    const key = keyOf(block);
    const known = blocks.get(key) ?? { block, count: 0 };
    blocks.set(key, { block, count: known.count + by });
  };
  for (const block of old.slice(start, old.length - tail)) note(block, -1);
  for (const block of now.slice(start, now.length - tail)) note(block, 1);
  for (const { block, count } of blocks.values()) {
    if (count === 0) continue;
    const bag: Bag = bagOf(block);
    for (const [word, times] of bag) balance.set(word, (balance.get(word) ?? 0) + times * count);
  }
  let [added, removed] = [0, 0];
  for (const count of balance.values()) {
    if (count > 0) added += count;
    else removed -= count;
  }
  return { added, removed };
}
