import { partNames } from '../document/blockNames';
import { compareBlocks } from '../history/compareBlocks';
import { likeness } from '../history/bag';
import { keyOf, textOf, type AnyBlock } from '../history/inline';

/** A block that both lists have, at its place in each. */
export interface Kept {
  before: number;
  after: number;
  moved: boolean;
}

/** Blocks in place of which others stand; either list may be empty. */
export interface Exchange {
  before: readonly number[];
  after: readonly number[];
}

/** How one list of blocks became another. Kicker, headline and standfirst are always kept. */
export interface Pairing {
  kept: readonly Kept[];
  exchanges: readonly Exchange[];
}

const PARTS = partNames.length;
const ALIKE = 0.5;
/** Retyped blocks are looked for among so few only. */
const MOST_PAIRS = 2_500;

/** What became of each block, with what was split, joined or made another kind of block told as one exchange. */
export function pairBlocks(before: readonly AnyBlock[], after: readonly AnyBlock[]): Pairing {
  const changes = compareBlocks(before.slice(PARTS), after.slice(PARTS));
  const shifted = changes.map(({ change, before: b, after: a }) => ({
    change,
    before: b === null ? null : b + PARTS,
    after: a === null ? null : a + PARTS,
  }));
  const gone = shifted.flatMap(({ change, before: b }) => (change === 'removed' && b !== null ? [b] : []));
  const come = new Set(shifted.flatMap(({ change, after: a }) => (change === 'added' && a !== null ? [a] : [])));
  const exchanges: Exchange[] = [];
  const left = new Set(gone);
  const kept: Kept[] = partNames.map((_name, at) => ({ before: at, after: at, moved: false }));
  for (const { change, before: b, after: a } of shifted) {
    if (b === null || a === null) continue;
    const found = change === 'changed' ? divided(b, a, before, after, left, come) : null;
    if (!found) {
      kept.push({ before: b, after: a, moved: change === 'moved' });
      continue;
    }
    for (const each of found.before) left.delete(each);
    for (const each of found.after) come.delete(each);
    exchanges.push(found);
  }
  if (left.size * come.size <= MOST_PAIRS)
    for (const b of [...left]) {
      const a = [...come].find((candidate) => isAlike(before[b], after[candidate]));
      if (a === undefined) continue;
      left.delete(b);
      come.delete(a);
      exchanges.push({ before: [b], after: [a] });
    }
  for (const b of left) exchanges.push({ before: [b], after: [] });
  for (const a of come) exchanges.push({ before: [], after: [a] });
  return { kept, exchanges };
}

const isAlike = (one: AnyBlock | undefined, other: AnyBlock | undefined): boolean =>
  one !== undefined && other !== undefined && textOf(one).trim() !== '' && likeness(one, other) >= ALIKE;

const wordsIn = (block: AnyBlock | undefined): string => (block ? textOf(block).replace(/\s+/gu, ' ').trim() : '');

/** A paragraph that was divided in two, or two that became one: told by their words, all of which are still there. */
function divided(
  b: number,
  a: number,
  before: readonly AnyBlock[],
  after: readonly AnyBlock[],
  gone: ReadonlySet<number>,
  come: ReadonlySet<number>,
): Exchange | null {
  const [old, now] = [wordsIn(before[b]), wordsIn(after[a])];
  const joins = (one: string, other: string, whole: string) =>
    one !== '' && other !== '' && `${one} ${other}`.length >= whole.length && whole.startsWith(one) && whole.endsWith(other);
  if (come.has(a + 1) && joins(now, wordsIn(after[a + 1]), old)) return { before: [b], after: [a, a + 1] };
  if (come.has(a - 1) && joins(wordsIn(after[a - 1]), now, old)) return { before: [b], after: [a - 1, a] };
  if (gone.has(b + 1) && joins(old, wordsIn(before[b + 1]), now)) return { before: [b, b + 1], after: [a] };
  if (gone.has(b - 1) && joins(wordsIn(before[b - 1]), old, now)) return { before: [b - 1, b], after: [a] };
  return null;
}

/** True where two lists hold equal blocks. */
export const isEqualRun = (one: readonly (AnyBlock | undefined)[], other: readonly (AnyBlock | undefined)[]): boolean =>
  one.length === other.length &&
  one.every((block, at) => {
    const beside = other[at];
    return block !== undefined && beside !== undefined && keyOf(block) === keyOf(beside);
  });
