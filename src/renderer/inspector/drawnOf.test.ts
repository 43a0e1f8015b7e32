import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnOf } from './drawnOf';

test('the first groups are drawn first', () => {
  expect(drawnOf([3, 5, 2], 6)).toEqual([3, 3, 0]);
  expect(drawnOf([3, 5, 2], 99)).toEqual([3, 5, 2]);
  expect(drawnOf([], 6)).toEqual([]);
});

test('never more than may be in all, and no group begins before the one above it is whole', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50 })), fc.nat({ max: 400 }), (wanted, most) => {
      const drawn = drawnOf(wanted, most);
      const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
      expect(sum(drawn)).toBe(Math.min(most, sum(wanted)));
      for (const [at, count] of drawn.entries()) if (count > 0) expect(drawn.slice(0, at)).toEqual(wanted.slice(0, at));
    }),
  );
});
