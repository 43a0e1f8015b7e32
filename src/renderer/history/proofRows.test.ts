import { expect, test } from 'vitest';
import type { BlockChange } from '../../core/history/compareBlocks';
import { proofRows } from './proofRows';

const blocks = (signs: string): BlockChange[] =>
  [...signs].map((sign, at) => ({ change: sign === '.' ? 'same' : 'changed', before: at, after: at }));
const shown = (signs: string, unfolded: number[] = []) =>
  proofRows(blocks(signs), new Set(unfolded)).map((row) => (row.kind === 'block' ? row.at : `${row.from}+${row.count}`));

test('a proof shows changes with what stands around them, and folds the rest', () => {
  expect(shown('...........x........')).toEqual([0, 1, 2, '3+6', 9, 10, 11, 12, 13, '14+6']);
  expect(shown('...........x........', [3])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, '14+6']);
});

test('a short run is not worth a fold', () => {
  expect(shown('...x.....x')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(shown('.......')).toEqual([0, 1, 2, '3+4']);
});
