import { expect, test } from 'vitest';
import type { ListedVersion } from '../../core/rpc/historyMethods';
import { byDay } from './groups';
import { changeInWords, dayInWords, versionInWords, wordsInWords } from './inWords';

const version = (number: number, day: string, sitting: number, more: Partial<ListedVersion> = {}): ListedVersion => ({
  version: number,
  revision: number,
  savedAt: new Date(2026, 2, 4, 14, number).getTime(),
  day,
  sitting,
  name: null,
  filed: null,
  came: false,
  translated: false,
  words: { added: 120, removed: 15 },
  sittingWords: null,
  fields: [],
  readable: true,
  ...more,
});

test('a timeline runs from the newest back, by day and sitting', () => {
  const days = byDay([
    version(1, '2026-03-03', 1),
    version(2, '2026-03-04', 1),
    version(3, '2026-03-04', 2),
    version(4, '2026-03-04', 2),
  ]);
  expect(days.map(({ day, sittings }) => [day, sittings.map(({ versions }) => versions.map((one) => one.version))])).toEqual([
    ['2026-03-04', [[4, 3], [2]]],
    ['2026-03-03', [[1]]],
  ]);
});

test('what changed is said in words', () => {
  expect(changeInWords(version(1, '', 1, { fields: ['byline', 'status'] }))).toBe('+120 −15 words · Byline, Status');
  expect(wordsInWords({ added: 1, removed: 0 })).toBe('+1 word');
  expect(wordsInWords({ added: 0, removed: 0 })).toBe('');
  expect(changeInWords(version(1, '', 1, { readable: false }))).toBe('Damaged on the disk');
});

test('days and versions are called as a colleague calls them', () => {
  const now = new Date(2026, 2, 4, 20).getTime();
  expect([0, 1, 2].map((days) => dayInWords(now - days * 86_400_000, now))).toEqual(['Today', 'Yesterday', '2 March 2026']);
  expect(versionInWords(version(5, '', 1), now)).toBe('14:05 today');
  expect(versionInWords(version(5, '', 1, { name: 'To the desk' }), now)).toBe('“To the desk”');
});
