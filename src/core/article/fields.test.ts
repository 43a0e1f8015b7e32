import * as v from 'valibot';
import { expect, test } from 'vitest';
import { blankFields, fieldNames, fieldSpecs, isoDate, isoInstant, languageTag, slug } from './fields';

test('a blank article passes its own specs', () => {
  const blank = blankFields('en-GB');
  for (const name of fieldNames) expect(v.is(fieldSpecs[name], blank[name]), name).toBe(true);
  expect(Object.keys(blank)).toEqual(fieldNames);
});

test.each<[string, v.GenericSchema, unknown, boolean]>([
  ['a date', isoDate, '2026-02-28', true],
  ['a date that does not exist', isoDate, '2026-02-30', false],
  ['a leap day', isoDate, '2028-02-29', true],
  ['an instant', isoInstant, '2026-03-01T09:30:00+01:00', true],
  ['an instant without offset', isoInstant, '2026-03-01T09:30:00', false],
  ['an hour that does not exist', isoInstant, '2026-03-01T29:30Z', false],
  ['a language', languageTag, 'pt-BR', true],
  ['an underscore is not a language tag', languageTag, 'en_GB', false],
  ['a slug', slug, 'ice-road-2', true],
  ['a slug with a path', slug, '../ice', false],
  ['a slug with capitals', slug, 'Ice', false],
  ['a byline with an unsafe address', fieldSpecs.byline, [{ name: 'A', role: null, url: 'javascript:x' }], false],
  ['a byline with more than it should have', fieldSpecs.byline, [{ name: 'A', role: null, url: null, phone: '1' }], false],
  ['an embargo', fieldSpecs.embargo, { instant: '2026-03-01T06:00+01:00', zone: 'Europe/Berlin' }, true],
  [
    'an embargo in a zone only another machine knows',
    fieldSpecs.embargo,
    { instant: '2026-03-01T06:00Z', zone: 'Mars/Olympus' },
    true,
  ],
  ['an embargo without its zone', fieldSpecs.embargo, { instant: '2026-03-01T06:00Z', zone: '' }, false],
  ['an embargo at no time', fieldSpecs.embargo, { instant: '2026-03-01', zone: 'UTC' }, false],
  ['a correction of a day', fieldSpecs.corrections, [{ at: '2026-03-02', text: 'It was seven.' }], true],
  ['a correction of a minute', fieldSpecs.corrections, [{ at: '2026-03-02T10:00Z', text: 'It was seven.' }], true],
  ['a correction of no day', fieldSpecs.corrections, [{ at: 'yesterday', text: 'It was seven.' }], false],
  ['a tagline of two lines', fieldSpecs.tagline, 'Ana Ruiz\nis a reporter.', false],
  ['a section of two lines', fieldSpecs.section, ['News\nCoast'], false],
])('%s', (_what, schema, value, good) => expect(v.is(schema, value)).toBe(good));
