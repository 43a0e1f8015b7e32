import { expect, test } from 'vitest';
import { besideInWords } from './besideInWords';

const at = (day: number, hour: number) => new Date(2026, 2, day, hour, 5).getTime();
const filed = (day: number) => ({ version: 3, at: at(day, 14), format: 'docx' });

test('the day is said as a colleague says it', () => {
  expect(besideInWords(filed(4), at(4, 18))).toBe('beside what you filed 14:05 today');
  expect(besideInWords(filed(4), at(5, 9))).toBe('beside what you filed 14:05 yesterday');
  expect(besideInWords(filed(4), at(9, 9))).toBe('beside what you filed 14:05 on 4 March 2026');
});

test('a copy that was sent by other ways is said to be beside the article', () => {
  expect(besideInWords(null, at(4, 18))).toBe('beside the article as it stood; no export of it is recorded');
});
