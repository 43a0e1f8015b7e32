import { expect, test } from 'vitest';
import { inSequence } from './events';

const sequenceOf = (...numbers: number[]) => {
  const seen: string[] = [];
  const pass = inSequence(
    () => seen.push('event'),
    () => seen.push('lost'),
  );
  for (const sequence of numbers) pass({ type: 'series', sequence });
  return seen;
};

test('events in order are passed on', () => expect(sequenceOf(1, 2, 3)).toEqual(['event', 'event', 'event']));
test('a gap is noticed before the event that follows it', () =>
  expect(sequenceOf(1, 4, 5)).toEqual(['event', 'lost', 'event', 'event']));
test('a new connection counts from one again', () =>
  expect(sequenceOf(7, 8, 1, 2)).toEqual(['event', 'event', 'event', 'event']));
