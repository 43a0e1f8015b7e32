import { likeness, likenessOfEnds } from './bag';
import { keyOf, type AnyBlock } from './inline';

/**
 * What became of one block. Indices count in the list before and the list after; `changed` is the same block with other words or
 * attributes, `moved` one that stands elsewhere, perhaps with other words too.
 */
export type BlockChange =
  | { change: 'same' | 'changed' | 'moved'; before: number; after: number }
  | { change: 'added'; before: null; after: number }
  | { change: 'removed'; before: number; after: null };

/** Half of its words: below that a block is another one. */
const ALIKE = 0.5;
/** A block that moved and was edited is looked for only where few are left to look at; likewise pairs within a run. */
const MOST_PAIRS = 2_500;

/**
 * What changed from one list of blocks to another, in the order in which a proof is read: that of `after`, each removed block where
 * it stood. Every block of either list appears once. Takes time in proportion to the lists, whatever they hold.
 */
export function compareBlocks(before: readonly AnyBlock[], after: readonly AnyBlock[]): BlockChange[] {
  const partner = new Map<number, { before: number; change: 'same' | 'changed' | 'moved' }>();
  const [keysBefore, keysAfter] = [before.map(keyOf), after.map(keyOf)];
  const anchors = anchorsOf(keysBefore, keysAfter);
  for (const [b, a] of anchors.inOrder) partner.set(a, { before: b, change: 'same' });
  for (const [b, a] of anchors.crossing) partner.set(a, { before: b, change: 'moved' });
  const taken = new Set([...partner.values()].map((pair) => pair.before));

  // Between two anchors, what is alike in order is the same block with other words.
  let [b0, a0] = [0, 0];
  for (const [b1, a1] of [...anchors.inOrder, [before.length, after.length] as const]) {
    const old = range(b0, b1).filter((b) => !taken.has(b));
    const now = range(a0, a1).filter((a) => !partner.has(a));
    for (const [b, a] of alikeInOrder(old, now, (b, a, look) => isAlike(before[b], after[a], look))) {
      partner.set(a, { before: b, change: keysBefore[b] === keysAfter[a] ? 'same' : 'changed' });
      taken.add(b);
    }
    [b0, a0] = [b1 + 1, a1 + 1];
  }

  const left = range(0, before.length).filter((b) => !taken.has(b));
  const fresh = range(0, after.length).filter((a) => !partner.has(a));
  if (left.length * fresh.length <= MOST_PAIRS) {
    for (const a of fresh) {
      const b = left.find((candidate) => !taken.has(candidate) && isAlike(before[candidate], after[a], likeness));
      if (b === undefined) continue;
      partner.set(a, { before: b, change: 'moved' });
      taken.add(b);
    }
  }
  return inReadingOrder(before.length, after.length, partner, taken);
}

function inReadingOrder(
  beforeLength: number,
  afterLength: number,
  partner: ReadonlyMap<number, { before: number; change: 'same' | 'changed' | 'moved' }>,
  taken: ReadonlySet<number>,
): BlockChange[] {
  const changes: BlockChange[] = [];
  let b = 0;
  const removedUpTo = (end: number) => {
    for (; b < end; b++) if (!taken.has(b)) changes.push({ change: 'removed', before: b, after: null });
  };
  for (let a = 0; a < afterLength; a++) {
    const pair = partner.get(a);
    if (!pair) {
      changes.push({ change: 'added', before: null, after: a });
      continue;
    }
    if (pair.change !== 'moved') removedUpTo(pair.before);
    changes.push({ change: pair.change, before: pair.before, after: a });
  }
  removedUpTo(beforeLength);
  return changes;
}

type Pair = readonly [before: number, after: number];

/** Equal blocks: those that kept their order (as many as can), and those that did not. */
function anchorsOf(before: readonly string[], after: readonly string[]): { inOrder: Pair[]; crossing: Pair[] } {
  const inOrder: Pair[] = [];
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) inOrder.push([start, start++]);
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;

  const unique = uniqueIn(before, start, before.length - tail);
  const pairs: Pair[] = [];
  for (const [key, a] of uniqueIn(after, start, after.length - tail)) {
    const b = unique.get(key);
    if (b !== undefined) pairs.push([b, a]);
  }
  pairs.sort(([, one], [, other]) => one - other);
  const kept = new Set(longestRising(pairs.map(([b]) => b)));
  const crossing = pairs.filter((_pair, at) => !kept.has(at));
  inOrder.push(...pairs.filter((_pair, at) => kept.has(at)));
  for (let at = tail; at > 0; at--) inOrder.push([before.length - at, after.length - at]);
  return { inOrder: grown(inOrder, crossing, before, after), crossing };
}

/** Blocks that occur more than once (an empty paragraph, a break) belong to the neighbour that they stood beside. */
function grown(pairs: readonly Pair[], crossing: readonly Pair[], before: readonly string[], after: readonly string[]): Pair[] {
  const moved = { before: new Set(crossing.map(([b]) => b)), after: new Set(crossing.map(([, a]) => a)) };
  const out: Pair[] = [];
  let [b0, a0] = [0, 0];
  for (const [b1, a1] of [...pairs, [before.length, after.length] as const]) {
    const isFree = (b: number, a: number) =>
      b < b1 && a < a1 && !moved.before.has(b) && !moved.after.has(a) && before[b] === after[a];
    while (isFree(b0, a0)) out.push([b0++, a0++]);
    const ending: Pair[] = [];
    let [b, a] = [b1 - 1, a1 - 1];
    while (b >= b0 && a >= a0 && isFree(b, a)) ending.push([b--, a--]);
    out.push(...ending.reverse());
    if (b1 < before.length || a1 < after.length) out.push([b1, a1]);
    [b0, a0] = [b1 + 1, a1 + 1];
  }
  return out;
}

function uniqueIn(keys: readonly string[], from: number, to: number): Map<string, number> {
  const at = new Map<string, number>();
  const twice = new Set<string>();
  for (let i = from; i < to; i++) {
    const key = keys[i] ?? '';
    if (at.has(key)) twice.add(key);
    at.set(key, i);
  }
  for (const key of twice) at.delete(key);
  return at;
}

/** Positions of a longest rising subsequence (patience sorting: n log n). */
function longestRising(values: readonly number[]): number[] {
  const piles: number[] = [];
  const below: number[] = [];
  values.forEach((value, at) => {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[piles[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    below[at] = low > 0 ? (piles[low - 1] ?? -1) : -1;
    piles[low] = at;
  });
  const out: number[] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = below[at] ?? -1) out.push(at);
  return out.reverse();
}

/** As many pairs in order as are alike; runs too long to try all are paired from their start. */
function alikeInOrder(
  old: readonly number[],
  now: readonly number[],
  alike: (b: number, a: number, look: typeof likeness) => boolean,
): Pair[] {
  const pairs: Pair[] = [];
  const few = old.length * now.length <= MOST_PAIRS;
  let b = 0;
  for (let a = 0; a < now.length && b < old.length; a++) {
    const reach = few ? old.length : b + 1;
    for (let candidate = b; candidate < reach; candidate++) {
      const [from, to] = [old[candidate], now[a]];
      if (from === undefined || to === undefined || !alike(from, to, few ? likeness : likenessOfEnds)) continue;
      pairs.push([from, to]);
      b = candidate + 1;
      break;
    }
    if (!few && pairs.at(-1)?.[1] !== now[a]) b++;
  }
  return pairs;
}

const isAlike = (one: AnyBlock | undefined, other: AnyBlock | undefined, look: typeof likeness): boolean =>
  one !== undefined && other !== undefined && one.type === other.type && look(one, other) >= ALIKE;

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
