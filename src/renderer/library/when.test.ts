import { expect, test } from 'vitest';
import { ago, when, momentInWords } from './when';

const now = new Date(2026, 2, 5, 14, 30).getTime();
const at = (...parts: [number, number, number, number, number]) => when(new Date(...parts).getTime(), now);

test('within the hour in minutes', () => {
  expect(when(now - 20_000, now)).toBe('now');
  expect(at(2026, 2, 5, 14, 18)).toBe('12 min');
});
test('today in hours', () => expect(at(2026, 2, 5, 9, 0)).toBe('5 h'));
test('the evening before is yesterday, however near', () => expect(at(2026, 2, 4, 23, 59)).toBe('yesterday'));
test('older ones by date, with the year when it is another', () => {
  expect(at(2026, 1, 14, 9, 0)).toBe('14 Feb');
  expect(at(2024, 1, 14, 9, 0)).toBe('14 Feb 2024');
});
test('a clock that was set back shows a date rather than nonsense', () => expect(at(2026, 2, 9, 9, 0)).toBe('9 Mar'));

test('within a sentence', () => {
  expect(ago(now - 2_000, now)).toBe('just now');
  expect(ago(now - 7_200_000, now)).toBe('2 h ago');
  expect(ago(new Date(2026, 1, 14).getTime(), now)).toBe('on 14 Feb');
});

test('a moment is a time of day today, and a day otherwise', () => {
  const at = (year: number, month: number, day: number) => new Date(year, month, day, 14, 5).getTime();
  expect(momentInWords(at(2026, 2, 4), at(2026, 2, 4))).toBe('14:05');
  expect(momentInWords(at(2026, 2, 3), at(2026, 2, 4))).toBe('3 Mar');
  expect(momentInWords(at(2025, 2, 4), at(2026, 2, 4))).toBe('4 Mar 2025');
});
