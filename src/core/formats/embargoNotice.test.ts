import { expect, test } from 'vitest';
import { embargoNotice } from './embargoNotice';

const embargo = { instant: '2026-03-01T05:00Z', zone: 'Europe/Berlin' };

test.each([
  ['en-GB', 'Embargoed until 1 March 2026, 06:00, Europe/Berlin (UTC+01:00)'],
  ['en', 'Embargoed until March 1, 2026, 06:00, Europe/Berlin (UTC+01:00)'],
  ['fr', 'Sous embargo jusqu’au 1 mars 2026, 06:00, Europe/Berlin (UTC+01:00)'],
  ['de-AT', 'Sperrfrist: 1. März 2026, 06:00, Europe/Berlin (UTC+01:00)'],
  ['es', 'Embargado hasta el 1 de marzo de 2026, 06:00, Europe/Berlin (UTC+01:00)'],
  ['it', 'Sotto embargo fino al 1 marzo 2026, 06:00, Europe/Berlin (UTC+01:00)'],
  ['ar', 'Embargoed until 1 March 2026, 06:00, Europe/Berlin (UTC+01:00)'],
])('in %s: %s', (language, line) => expect(embargoNotice({ embargo, language })?.line).toBe(line));

test('the time is that of the zone on that day, summer time included', () => {
  expect(embargoNotice({ embargo: { instant: '2026-07-01T04:00:00Z', zone: 'America/New_York' }, language: 'en-GB' })?.line).toBe(
    'Embargoed until 1 July 2026, 00:00, America/New_York (UTC-04:00)',
  );
  expect(embargoNotice({ embargo: { instant: '2026-07-01T04:00:00Z', zone: 'UTC' }, language: 'en-GB' })?.line).toBe(
    'Embargoed until 1 July 2026, 04:00, UTC',
  );
});

test('without an embargo there is no line', () => expect(embargoNotice({ embargo: null, language: 'en' })).toBeNull());
