import { expect, test } from 'vitest';
import { keysOf, type KeyedWords } from './quoteKeys';

let last = 0;
const keys = (before: readonly KeyedWords[], ...words: string[]) => keysOf(before, words, () => ++last);
const only = (list: readonly KeyedWords[]) => list.map(({ key }) => key);

test('a quotation keeps its key when others come, go, change places or are edited', () => {
  const first = keys([], 'We stay.', 'We go.', 'We wait.');
  const [stay, go, wait] = only(first);
  const more = keys(first, 'New.', 'We stay.', 'We go.', 'We wait.');
  expect(only(more).slice(1)).toEqual([stay, go, wait]);
  expect(only(first)).not.toContain(only(more)[0]);
  expect(only(keys(first, 'We wait.', 'We stay.'))).toEqual([wait, stay]);
  expect(only(keys(first, 'We stay.', 'We all go.', 'We wait.'))).toEqual([stay, go, wait]);
});

test('no two share one, not even when they say the same', () => {
  const twice = keys([], 'Yes.', 'Yes.');
  expect(new Set(only(twice)).size).toBe(2);
  expect(only(keys(twice, 'Yes.', 'Yes.'))).toEqual(only(twice));
});
