import { expect, test } from 'vitest';
import { blankFields, privateFields, type Fields } from '../article/fields';
import { isUnderEmbargo, publicFields } from './publicFields';

const fields = (some: Partial<Fields>) => publicFields({ ...blankFields(), ...some }, null);
const embargo = { instant: '2026-03-04T08:00:00Z', zone: 'Europe/London' };
const at = (instant: string) => Date.parse(instant);

test('no private field is among them', () => {
  for (const name of privateFields) expect(fields({})).not.toHaveProperty(name);
});

test('blank names, places, sections, tags, corrections and taglines show nothing', () => {
  const blank = fields({
    byline: [
      { name: ' ', role: 'reporter', url: null },
      { name: 'Ada Wells', role: ' ', url: null },
    ],
    dateline: { place: ' ', date: null },
    section: ['News', ' '],
    tags: ['\t', 'harbour'],
    corrections: [{ at: '2026-03-04', text: ' ' }],
    tagline: ' ',
  });
  expect(blank).toMatchObject({
    byline: [{ name: 'Ada Wells', role: null }],
    dateline: null,
    section: ['News'],
    tags: ['harbour'],
    corrections: [],
    tagline: '',
  });
});

test('a dateline with a day alone keeps it', () => {
  expect(fields({ dateline: { place: ' ', date: '2026-03-04' } }).dateline).toEqual({ place: '', date: '2026-03-04' });
});

test('an embargo is told until it is over, and while nobody says what time it is', () => {
  expect(isUnderEmbargo(embargo, at('2026-03-04T07:59:59Z'))).toBe(true);
  expect(isUnderEmbargo(embargo, at('2026-03-04T08:00:00Z'))).toBe(false);
  expect(isUnderEmbargo(embargo, null)).toBe(true);
  expect(isUnderEmbargo(null, null)).toBe(false);
  expect(publicFields({ ...blankFields(), embargo }, at('2026-03-05T00:00:00Z')).embargo).toBeNull();
  expect(fields({ embargo }).embargo).toEqual(embargo);
});
