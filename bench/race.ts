import { median } from './figures';

/** Both sides are warmed for this long, so that the compiler has done with both. Milliseconds. */
const WARM = 1_500;
/** One turn of a side: as many pieces of work as fit, one at least. Milliseconds. */
const SLICE = 40;
const MIN_ROUNDS = 11;
const MAX_ROUNDS = 60;
/** Rounds go on for this long, both sides together. Milliseconds. */
const LENGTH = 4_000;

/** What two sides took for one piece of the same work. */
export interface Race {
  /** Medians, in milliseconds. */
  ours: number;
  theirs: number;
  /** How many times as quick as theirs ours is: the median of all rounds, and what the middle half of them lies between. */
  ratio: number;
  low: number;
  high: number;
}

/** Milliseconds a piece, over a turn of at least `length`. */
function turn(work: () => unknown, length: number): number {
  const started = performance.now();
  let pieces = 0;
  let took = 0;
  do {
    work();
    pieces++;
    took = performance.now() - started;
  } while (took < length);
  return took / pieces;
}

/**
 * Two sides that do the same work: both warmed for the same time, then in turn, in slices so short that a slow moment of the
 * machine falls on both, each beginning every other round.
 */
export function race(ours: () => unknown, theirs: () => unknown): Race {
  turn(ours, WARM);
  turn(theirs, WARM);
  const times: { ours: number; theirs: number }[] = [];
  const started = performance.now();
  for (let round = 0; round < MAX_ROUNDS && (round < MIN_ROUNDS || performance.now() - started < LENGTH); round++) {
    const one = round % 2 === 0 ? turn(ours, SLICE) : 0;
    const other = turn(theirs, SLICE);
    times.push({ ours: round % 2 === 0 ? one : turn(ours, SLICE), theirs: other });
  }
  const ratios = times.map((time) => time.theirs / time.ours).sort((a, b) => a - b);
  const at = (part: number): number => ratios[Math.floor((ratios.length - 1) * part)]!;
  return {
    ours: median(times.map((time) => time.ours)),
    theirs: median(times.map((time) => time.theirs)),
    ratio: median(ratios),
    low: at(0.25),
    high: at(0.75),
  };
}

/** Goes round a list for ever: the next piece of work is never the one just done, if there are more. */
export function inTurn<T>(items: readonly T[]): () => T {
  let at = 0;
  return () => items[at++ % items.length]!;
}
