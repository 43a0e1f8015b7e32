import { expect, test } from 'vitest';
import { scrolledTo, visibleRows } from './window';

test('only rows near the view are drawn', () => expect(visibleRows(7_600, 760, 76, 10_000)).toEqual({ from: 94, to: 116 }));
test('a list that has become shorter than the scroll position draws its end', () => {
  expect(visibleRows(7_600, 760, 76, 20)).toEqual({ from: 14, to: 20 });
});
test('an empty list draws nothing', () => expect(visibleRows(0, 760, 76, 0)).toEqual({ from: 0, to: 0 }));
test('a row in view does not move the list', () => expect(scrolledTo(3, 100, 400, 76)).toBe(100));
test('a row above or below comes just into view', () => {
  expect(scrolledTo(1, 100, 400, 76)).toBe(76);
  expect(scrolledTo(9, 100, 400, 76)).toBe(360);
});
