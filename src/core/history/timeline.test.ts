import { expect, test } from 'vitest';
import { timeline } from './timeline';
import type { Version } from './version';

const MINUTE = 60_000;
const at = (version: number, minutes: number, more: Partial<Version> = {}): Version => ({
  version,
  revision: version,
  savedAt: minutes * MINUTE,
  day: '2026-03-01',
  sitting: 1,
  name: null,
  filed: null,
  came: false,
  translated: false,
  ...more,
});

test('a timeline shows the first, the last of every five minutes and of each sitting, and what is named', () => {
  const versions = [
    at(1, 0, { sitting: 0 }),
    at(2, 1),
    at(3, 2),
    at(4, 3, { name: 'To the desk' }),
    at(5, 4),
    at(6, 6),
    at(7, 7),
    at(8, 8, { sitting: 2 }),
    at(9, 9, { sitting: 2 }),
  ];
  expect(timeline(versions).map(({ version }) => version)).toEqual([1, 4, 5, 7, 9]);
});
