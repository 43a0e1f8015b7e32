import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dailyName, spareBackups } from './rotation';

const day = (number: number): string =>
  dailyName(new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10));

test('a hundred days leave seven days and eight weeks', () => {
  const names = Array.from({ length: 100 }, (_none, at) => day(at));
  const kept = names.filter((name) => !spareBackups(names).includes(name));
  expect(kept).toHaveLength(15);
  expect(kept.slice(-7)).toEqual(names.slice(-7));
});

test('what somebody else put there stays', () => {
  expect(spareBackups([...Array.from({ length: 100 }, (_none, at) => day(at)), 'mine.zip', 'stet-2026-99-99.zip'])).not.toContain(
    'mine.zip',
  );
});

test('the backup made now stays, and the days before it, though a clock that went ahead for months has left others', () => {
  const ahead = Array.from({ length: 120 }, (_none, at) => day(4000 + at));
  let names = ahead.filter((name) => !spareBackups(ahead).includes(name));
  for (let now = 0; now < 20; now++) {
    names = [...names, day(now)];
    const spare = spareBackups(names, day(now));
    expect(spare).not.toContain(day(now));
    names = names.filter((name) => !spare.includes(name));
  }
  expect(names).toEqual(expect.arrayContaining([13, 14, 15, 16, 17, 18, 19].map(day)));
  // Set right again, it goes on from the newest.
  expect(spareBackups([...names, day(5000)], day(5000))).not.toContain(day(5000));
});

test('the newest stays, seven stay, and asking again takes nothing more', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -4000, max: 4000 }), { maxLength: 60 }), (days) => {
      const names = days.map(day);
      const spare = new Set(spareBackups(names));
      const kept = names.filter((name) => !spare.has(name));
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(7, names.length));
      const newest = names.toSorted().at(-1);
      if (newest !== undefined) expect(kept).toContain(newest);
      expect(spareBackups(kept)).toEqual([]);
    }),
  );
});
