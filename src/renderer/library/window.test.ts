import { expect, test } from 'vitest';
import { scrolledTo, topsOf, visibleRows } from './window';

const rows = (count: number) => topsOf(Array.from({ length: count }, () => 76));

test('only rows near the view are drawn', () => expect(visibleRows(7_600, 750, rows(10_000))).toEqual({ from: 94, to: 116 }));
test('a list that has become shorter than the scroll position draws its end', () => {
  expect(visibleRows(7_600, 760, rows(20))).toEqual({ from: 14, to: 20 });
});
test('an empty list draws nothing', () => expect(visibleRows(0, 760, rows(0))).toEqual({ from: 0, to: 0 }));
test('rows may differ in height', () => {
  expect(topsOf([30, 84, 84])).toEqual([0, 30, 114, 198]);
  expect(visibleRows(0, 29, topsOf([30, ...Array.from({ length: 50 }, () => 84)]))).toEqual({ from: 0, to: 7 });
});
test('a row in view does not move the list', () => expect(scrolledTo(3, 100, 400, rows(20))).toBe(100));
test('a row above or below comes just into view', () => {
  expect(scrolledTo(1, 100, 400, rows(20))).toBe(76);
  expect(scrolledTo(9, 100, 400, rows(20))).toBe(360);
});
