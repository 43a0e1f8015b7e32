import type { BlockChange } from '../../core/history/compareBlocks';

/** A row of a proof: one block, by its place in the comparison, or a run of unchanged ones that is folded. */
export type ProofRow = { kind: 'block'; at: number } | { kind: 'unchanged'; from: number; count: number };

/** Unchanged blocks shown around a change; runs not much longer than that are shown whole. */
const AROUND = 2;
const WORTH = 4;

/** The rows of a proof: changes with what stands around them, the head always, and folds for the rest; `unfolded` names folds that were opened. */
export function proofRows(blocks: readonly BlockChange[], unfolded: ReadonlySet<number>): ProofRow[] {
  const shown = blocks.map((_block, at) => at <= 2);
  blocks.forEach(({ change }, at) => {
    if (change === 'same') return;
    for (let near = Math.max(0, at - AROUND); near <= Math.min(blocks.length - 1, at + AROUND); near++) shown[near] = true;
  });
  const rows: ProofRow[] = [];
  for (let at = 0; at < blocks.length; at++) {
    let end = at;
    while (end < blocks.length && shown[end] === false) end++;
    if (end - at >= WORTH && !unfolded.has(at)) {
      rows.push({ kind: 'unchanged', from: at, count: end - at });
      at = end - 1;
    } else {
      for (const last = Math.max(at, end - 1); at <= last; at++) rows.push({ kind: 'block', at });
      at--;
    }
  }
  return rows;
}
