import { expect, test } from 'vitest';
import type { ListedChange } from '../../core/returned/listChanges';
import { nextOpen, stepFrom } from './walk';

const order = ['a', 'b', 'c', 'd'].map((id) => ({ change: { id } }) as ListedChange);
const idOf = (listed: ListedChange | undefined) => listed?.change.id;
const next = (from: string | null, open: string) => idOf(nextOpen(order, from, (id) => open.includes(id)));

test('from a change one goes on to the next that is open, and round the end', () => {
  expect(next('b', 'acd')).toBe('c');
  expect(next('b', 'ad')).toBe('d');
  expect(next('d', 'bc')).toBe('b');
});

test('a change that is still open itself is not the next one', () => {
  expect(next('b', 'b')).toBeUndefined();
});

test('after all that is no quotation was taken one begins at the first', () => {
  expect(next(null, 'abcd')).toBe('a');
  expect(next(null, '')).toBeUndefined();
});

test('arrows go from the change that has the keys, and not round the end', () => {
  const step = (id: string | undefined, way: 1 | -1) => idOf(stepFrom(order, id, way, { from: 1, to: 3 }));
  expect(step('b', 1)).toBe('c');
  expect(step('b', -1)).toBe('a');
  expect(step('d', 1)).toBeUndefined();
  expect(step('a', -1)).toBeUndefined();
});

test('where no change has the keys, arrows go to the first or the last on the page', () => {
  const step = (way: 1 | -1) => idOf(stepFrom(order, undefined, way, { from: 1, to: 3 }));
  expect(step(1)).toBe('b');
  expect(step(-1)).toBe('c');
});
