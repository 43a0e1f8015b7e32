import { expect, test } from 'vitest';
import { stepOf } from './listKeys';

test('arrows go by one, pages by what is seen, and the ends are reached from anywhere', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];
  expect(keys.map((key) => stepOf(key, 7, 40))).toEqual([1, -1, 7, -7, -40, 40]);
});

test('other keys are not the list’s to move by', () => {
  expect(['a', 'Enter', 'ArrowLeft', 'toString'].map((key) => stepOf(key, 7, 40))).toEqual([null, null, null, null]);
});
