import fc from 'fast-check';
import { expect, test } from 'vitest';
import { translationsOf, type Translatable } from './translations';

const text = (id: string, language: string, more: Partial<Translatable> = {}): Translatable => ({
  id,
  stem: id,
  tag: null,
  language,
  slug: null,
  day: null,
  key: null,
  alternates: [],
  byDefault: null,
  ...more,
});
const joined = (...texts: Translatable[]) => [...translationsOf(texts, 'en-GB')].map(([from, to]) => `${from} > ${to}`).sort();

test('names that only differ in their language', () =>
  expect(
    joined(
      text('ice', 'en', { stem: 'ice' }),
      text('eis', 'de', { stem: 'ice', tag: 'de' }),
      text('old', 'en', { stem: 'ice', tag: 'old' }),
      text('same', 'en', { stem: 'ice', tag: 'en' }),
    ),
  ).toEqual(['eis > ice']));

test('names that all say a language: the one in the language of the library is the original', () =>
  expect(joined(text('b', 'de', { stem: 'ice', tag: 'de' }), text('a', 'en', { stem: 'ice', tag: 'en' }))).toEqual(['b > a']));

test('a key that they share, and the file that has the slug of the original', () =>
  expect(
    joined(text('en', 'en', { key: 'north/glace', slug: 'ice' }), text('fr', 'fr', { key: 'north/glace', slug: 'glace' })),
  ).toEqual(['en > fr']));

test('pages that name one another, the first to come out before the others', () =>
  expect(
    joined(
      text('nl', 'nl', { alternates: ['nl', 'fr'], day: '2026-03-02' }),
      text('fr', 'fr', { alternates: ['nl', 'fr'], day: '2026-03-01' }),
    ),
  ).toEqual(['nl > fr']));

test('what only one of them says is not believed; the page for everybody else goes first', () => {
  expect(joined(text('en', 'en', { alternates: ['fr'] }), text('fr', 'fr'))).toEqual([]);
  expect(
    joined(text('en', 'en', { alternates: ['fr'], byDefault: 'fr' }), text('fr', 'fr', { alternates: ['en'], byDefault: 'fr' })),
  ).toEqual(['en > fr']);
});

test('whatever texts say, a translation has one original, that is none itself, and no language comes twice', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const anything = fc.tuple(
    ...ids.map((id) =>
      fc.record<Translatable>({
        id: fc.constant(id),
        stem: fc.constantFrom('ice', 'sea', 'n/ice'),
        tag: fc.constantFrom(null, 'en', 'fr', 'pt-pt', 'old'),
        language: fc.constantFrom('en', 'en-GB', 'fr', 'pt-PT', 'pt-BR'),
        slug: fc.constantFrom(null, 'ice', 'sea'),
        day: fc.constantFrom(null, '2026-03-01', '2026-03-02'),
        key: fc.constantFrom(null, 'k/ice', 'k/sea'),
        alternates: fc.subarray(ids),
        byDefault: fc.constantFrom(null, ...ids),
      }),
    ),
  );
  fc.assert(
    fc.property(anything, (texts) => {
      const found = translationsOf(texts, 'en');
      const language = new Map(texts.map((one) => [one.id, one.language.toLowerCase()]));
      for (const [from, to] of found) {
        expect(found.has(to)).toBe(false);
        const group = [to, ...[...found].filter(([, other]) => other === to).map(([one]) => one)].map((id) => language.get(id));
        expect(new Set(group).size).toBe(group.length);
        expect(from).not.toBe(to);
      }
    }),
    { numRuns: 500 },
  );
});
