import { expect, test } from 'vitest';
import { formOf, momentInWords, readEmbargo, readTime, readZone, suggestZones } from './embargoForm';

const berlin = { zone: 'Europe/Berlin', turn: 'second' } as const;

test('a date and a time mean an instant by the clocks of the zone, winter and summer', () => {
  expect(readEmbargo({ date: '2026-03-01', time: '6:00', ...berlin })).toEqual({
    embargo: { instant: '2026-03-01T06:00+01:00', zone: 'Europe/Berlin' },
    twice: false,
  });
  expect(readEmbargo({ date: '2026-07-01', time: '06:00', ...berlin })).toMatchObject({
    embargo: { instant: '2026-07-01T06:00+02:00' },
  });
});

test('an hour that the clocks skip is refused, with the next that they show', () => {
  expect(readEmbargo({ date: '2026-03-29', time: '02:30', ...berlin })).toEqual({
    problem: 'The clocks in Europe/Berlin go forward and never show 02:30 that day. 03:00 is the next that they show.',
  });
});

test('an hour that comes twice is the later one unless the writer says the earlier: an embargo ends rather too late', () => {
  const night = { date: '2026-10-25', time: '02:30', zone: 'Europe/Berlin' };
  expect(readEmbargo({ ...night, turn: 'second' })).toMatchObject({
    embargo: { instant: '2026-10-25T02:30+01:00' },
    twice: true,
  });
  expect(readEmbargo({ ...night, turn: 'first' })).toMatchObject({ embargo: { instant: '2026-10-25T02:30+02:00' }, twice: true });
});

test('a stored embargo comes back as the form that it was, also in the hour that comes twice', () => {
  for (const turn of ['first', 'second'] as const) {
    const form = { date: '2026-10-25', time: '02:30', zone: 'Europe/Berlin', turn };
    const reading = readEmbargo(form);
    expect('embargo' in reading && formOf(reading.embargo)).toEqual(form);
  }
  expect(formOf({ instant: '2026-03-01T05:00:00Z', zone: 'Europe/Berlin' })).toMatchObject({ date: '2026-03-01', time: '06:00' });
});

test.each([
  [{ date: '2026-02-30', time: '06:00', zone: 'UTC' }, 'date'],
  [{ date: '2026-02-03', time: '24:00', zone: 'UTC' }, 'time'],
  [{ date: '2026-02-03', time: '', zone: 'UTC' }, 'time'],
  [{ date: '2026-02-03', time: '06:00', zone: 'Mars/Olympus' }, 'time zone'],
])('%j is refused: %s', (form, what) =>
  expect(readEmbargo({ ...form, turn: 'second' })).toEqual({ problem: expect.stringContaining(what) as string }),
);

test.each([
  ['6', '06:00'],
  ['06.05', '06:05'],
  ['18h30', '18:30'],
  ['6:5', null],
  ['25:00', null],
])('the time “%s” is %s', (typed, time) => expect(readTime(typed)).toBe(time));

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['utc', 'UTC'],
  ['Atlantis', null],
  ['', null],
])('the zone “%s” is %s', (typed, zone) => expect(readZone(typed)).toBe(zone));

test('zones are found by any word of their name', () => {
  const at = Date.parse('2026-07-01T00:00Z');
  expect(suggestZones('new yo', at)).toContainEqual({ value: 'America/New_York', detail: 'UTC-04:00' });
  expect(suggestZones('america arg', at).every(({ value }) => value.startsWith('America/Argentina'))).toBe(true);
});

test('an instant is told by the clocks of either zone', () => {
  expect(momentInWords('2026-03-01T06:00+01:00', 'Europe/Berlin')).toBe('1 March 2026, 06:00');
  expect(momentInWords('2026-03-01T06:00+01:00', 'America/New_York')).toBe('1 March 2026, 00:00');
});
