import { expect, test } from 'vitest';
import { readingTime } from './readingTime';

test('a brief takes a minute, a long read many', () => {
  expect(readingTime(40)).toBe('1 min read');
  expect(readingTime(2_300)).toBe('10 min read');
});
