import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterGap, instantsAt, wallTime } from './wallTime';
import { allZones, isKnownZone } from './zone';

const zones = fc.constantFrom(...allZones());
const moments = fc
  .date({ min: new Date('1980-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => Math.floor(date.getTime() / 60_000) * 60_000);

test('what the clocks of a zone show leads back to the moment, whatever the zone and the day', () => {
  fc.assert(
    fc.property(moments, zones, (at, zone) => {
      const { date, time, offset } = wallTime(at, zone);
      const found = instantsAt(date, time, zone);
      expect(found).toContain(`${date}T${time}${offset}`);
      expect(found.map((instant) => Date.parse(instant))).toContain(at);
    }),
    { numRuns: 2000 },
  );
});

test('an hour that the clocks skip has no instant, and the first minute after it is known', () => {
  expect(instantsAt('2026-03-29', '02:30', 'Europe/Berlin')).toEqual([]);
  expect(afterGap('2026-03-29', '02:30', 'Europe/Berlin')).toEqual({ date: '2026-03-29', time: '03:00', offset: '+02:00' });
  expect(instantsAt('2026-03-29', '03:00', 'Europe/Berlin')).toEqual(['2026-03-29T03:00+02:00']);
  expect(instantsAt('2026-03-08', '02:59', 'America/New_York')).toEqual([]);
  // Lord Howe Island moves its clocks by half an hour.
  expect(instantsAt('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual([]);
  expect(afterGap('2026-10-04', '02:15', 'Australia/Lord_Howe').time).toBe('02:30');
});

test('a whole day that a zone skipped has no instant (Samoa, 30 December 2011)', () => {
  expect(instantsAt('2011-12-30', '12:00', 'Pacific/Apia')).toEqual([]);
});

test('an hour that comes twice has two instants, summer time first', () => {
  expect(instantsAt('2026-10-25', '02:30', 'Europe/Berlin')).toEqual(['2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00']);
  expect(instantsAt('2026-11-01', '01:15', 'America/New_York')).toEqual(['2026-11-01T01:15-04:00', '2026-11-01T01:15-05:00']);
});

test.each([
  ['2026-07-01T04:00Z', 'Asia/Kathmandu', '2026-07-01', '09:45', '+05:45'],
  ['2026-01-01T00:00Z', 'Pacific/Marquesas', '2025-12-31', '14:30', '-09:30'],
  ['2026-03-01T00:00+01:00', 'Europe/Berlin', '2026-03-01', '00:00', '+01:00'],
  ['2026-03-01T12:00Z', 'UTC', '2026-03-01', '12:00', '+00:00'],
])('%s in %s', (instant, zone, date, time, offset) => expect(wallTime(instant, zone)).toEqual({ date, time, offset }));

test('a zone that this machine does not know shows UTC rather than nothing', () => {
  expect(wallTime('2026-03-01T12:00+01:00', 'Mars/Olympus')).toEqual({ date: '2026-03-01', time: '11:00', offset: '+00:00' });
});

test.each([
  ['Europe/Berlin', true],
  ['America/Argentina/Buenos_Aires', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['+01:00', false],
  ['', false],
  ['Europe/Berlin ', false],
  ['../Berlin', false],
])('“%s” is a zone: %s', (zone, known) => expect(isKnownZone(zone)).toBe(known));
