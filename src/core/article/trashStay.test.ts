import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookIntoTrash, TRASH_DAYS, type TrashStay } from './trashStay';

const DAY = 24 * 60 * 60 * 1000;
const START = 20_000 * DAY;
const inTrash = [{ id: 'a', trashedAt: START }];

/** Looks at these times and gives the first at which the article's time is over. */
function overAt(times: readonly number[]): number | null {
  let stays: Readonly<Record<string, TrashStay>> = {};
  for (const [at, now] of times.entries()) {
    const look = lookIntoTrash(stays, inTrash, now);
    if (look.over.length > 0) return at;
    ({ stays } = look);
  }
  return null;
}

test('seen every day, its time is over after thirty days and not before', () => {
  const times = Array.from({ length: 40 }, (_, day) => START + day * DAY + 5);
  expect(overAt(times)).toBe(TRASH_DAYS);
});

test('a clock that jumps once, by whatever it likes, makes no article old', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10 * 365, max: 10 * 365 }), fc.nat({ max: 20 }), fc.nat({ max: 5 }), (jump, before, after) => {
      const usual = Array.from({ length: before + 1 }, (_, day) => START + day * DAY);
      const wrong = Array.from({ length: after + 1 }, (_, day) => START + (before + jump + day) * DAY);
      expect(overAt([...usual, ...wrong])).toBe(null);
    }),
  );
});

test('whatever the clock says, it takes ten looks on ten different days', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: START - 4000 * DAY, max: START + 4000 * DAY }), { maxLength: 60 }), (times) => {
      const at = overAt(times);
      if (at === null) return;
      expect(new Set(times.slice(0, at + 1).map((time) => Math.floor(time / DAY))).size).toBeGreaterThan(10);
    }),
  );
});

test('one that was restored and deleted again begins anew, and what left is forgotten', () => {
  const old = { a: { trashedAt: START, days: 29, lastDay: 20_029 } };
  const again = lookIntoTrash(old, [{ id: 'a', trashedAt: START + 20 * DAY }], START + 60 * DAY);
  expect(again).toEqual({ stays: { a: { trashedAt: START + 20 * DAY, days: 0, lastDay: 20_060 } }, over: [] });
  expect(lookIntoTrash(old, [], START).stays).toEqual({});
});

test('a second look on the same day changes nothing', () => {
  const { stays } = lookIntoTrash({}, inTrash, START);
  expect(lookIntoTrash(stays, inTrash, START + 1000).stays).toBe(stays);
});

test('a clock that went ahead again and again and was set right makes no article old before its time', () => {
  const ahead = Array.from({ length: 12 }, (_, jump) => START + jump * 3 * DAY);
  // Looked at as long as the clock says less than thirty days, and then right again.
  let stays: Readonly<Record<string, TrashStay>> = {};
  for (const now of ahead) ({ stays } = lookIntoTrash(stays, inTrash, now));
  expect(stays['a']?.days).toBeGreaterThanOrEqual(TRASH_DAYS);
  expect(lookIntoTrash(stays, inTrash, START + 2 * DAY).over).toEqual([]);
  expect(lookIntoTrash(stays, inTrash, START + TRASH_DAYS * DAY).over).toEqual(['a']);
});
