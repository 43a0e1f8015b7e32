import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { isoInstant } from '../../core/article/fields';
import { dayInWords, readDate, readInstant, showInstant, toInstant } from './instants';

test('what is shown can be read again and is the same minute', () => {
  const minute = fc.date({ min: new Date('1980-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(minute, (at) => {
      const instant = toInstant(at);
      expect(v.is(isoInstant, instant)).toBe(true);
      const read = readInstant(showInstant(instant));
      // An hour that a clock change repeats is shown alike twice.
      expect('value' in read && read.value !== null && Math.abs(Date.parse(read.value) - Date.parse(instant)) % 3_600_000).toBe(
        0,
      );
    }),
  );
});
test('a date alone is its first minute', () => {
  const read = readInstant('2026-03-01');
  expect('value' in read && showInstant(read.value)).toBe('2026-03-01 00:00');
});
test('a blank field is no time', () => expect(readInstant('  ')).toEqual({ value: null }));
test.each(['2026-02-30 10:00', '2026-03-01 25:00', '1 March', '2026-3-1'])('%s is asked for again', (text) => {
  expect(readInstant(text)).toHaveProperty('problem');
});
test('dates must exist', () => {
  expect(readDate('2024-02-29')).toEqual({ value: '2024-02-29' });
  expect(readDate('2026-02-29')).toHaveProperty('problem');
});

test('a day is read in words, wherever the writer is', () => {
  expect(dayInWords('2026-02-10')).toBe('10 February 2026');
});
