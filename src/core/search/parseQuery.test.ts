import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from './parseQuery';
import { printQuery } from './printQuery';
import { filters, startOf, type Clause, type Query } from './query';

const words = (text: string, more: Partial<Extract<Clause, { kind: 'words' }>> = {}): Clause => ({
  kind: 'words',
  words: text.split(' '),
  begins: false,
  not: false,
  ...more,
});

describe('what was typed', () => {
  test.each<[string, Query]>([
    ['', []],
    ['  ', []],
    ['Harbour ice', [words('harbour'), words('ice', { begins: true })]],
    ['harbour ice ', [words('harbour'), words('ice')]],
    ['Größe ÉTÉ ', [words('grosse'), words('ete')]],
    ['"ice road" ', [words('ice road')]],
    ['“ice road” „Eis Straße“ « route de glace »', [words('ice road'), words('eis strasse'), words('route de glace')]],
    ['"ice ro', [words('ice ro', { begins: true })]],
    ['e-mail ', [words('e mail')]],
    ['-harbour', [words('harbour', { not: true })]],
    ['-"ice road"', [words('ice road', { not: true })]],
    ['a', [words('a')]],
    ['-', []],
    ['"', []],
    ['-"', []],
  ])('%s', (typed, query) => expect(parseQuery(typed)).toEqual(query));

  test.each<[string, Query]>([
    ['section:Coast', [{ kind: 'filter', filter: 'section', words: ['coast'], begins: true, not: false }]],
    ['speaker:"Mara Lind"', [{ kind: 'filter', filter: 'speaker', words: ['mara', 'lind'], begins: false, not: false }]],
    ['-Status:killed', [{ kind: 'filter', filter: 'status', words: ['killed'], begins: true, not: true }]],
    ['before:2026-03-01', [{ kind: 'edited', side: 'before', day: { year: 2026, month: 3, day: 1 }, not: false }]],
    ['-after:2026-03', [{ kind: 'edited', side: 'after', day: { year: 2026, month: 3, day: null }, not: true }]],
    ['after:2026', [{ kind: 'edited', side: 'after', day: { year: 2026, month: null, day: null }, not: false }]],
  ])('filter %s', (typed, query) => expect(parseQuery(typed)).toEqual(query));

  test.each<[string, Query]>([
    ['section: ', [words('section')]],
    ['before:tomorrow ', [words('before tomorrow')]],
    ['after:2026-02-30 ', [words('after 2026 02 30')]],
    ['colour:red ', [words('colour red')]],
    ['12:40 ', [words('12 40')]],
    ['before:"2026" ', [words('before 2026')]],
  ])('%s is no filter, so it is looked for as typed', (typed, query) => expect(parseQuery(typed)).toEqual(query));
});

test('whatever is typed, nothing is thrown', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('"', '-', ':', 'section:', ' ', '“', 'a', '\ud800', '2026-')),
      (a, b) => {
        expect(Array.isArray(parseQuery(a + b.join('')))).toBe(true);
      },
    ),
  );
});

const word = fc.stringMatching(/^[a-z0-9]{2,6}$/u);
const someWords = fc.array(word, { minLength: 1, maxLength: 3 });
const day = fc
  .record({
    year: fc.integer({ min: 0, max: 9999 }),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    day: fc.option(fc.integer({ min: 1, max: 28 })),
  })
  .map((each) => (each.month === null ? { ...each, day: null } : each));
const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({ kind: fc.constant('words' as const), words: someWords, begins: fc.constant(false), not: fc.boolean() }),
  fc.record({
    kind: fc.constant('filter' as const),
    filter: fc.constantFrom(...filters),
    words: someWords,
    begins: fc.boolean(),
    not: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('edited' as const),
    side: fc.constantFrom('before' as const, 'after' as const),
    day,
    not: fc.boolean(),
  }),
);
const query = fc
  .tuple(fc.array(clause, { maxLength: 4 }), fc.option(someWords))
  .map(([clauses, last]): Query =>
    last === null ? clauses : [...clauses, { kind: 'words', words: last, begins: true, not: false }],
  );

test('a printed query reads as the same', () => {
  fc.assert(
    fc.property(query, (asked) => {
      expect(parseQuery(printQuery(asked))).toEqual(asked);
    }),
  );
});

test('a day begins at midnight here, also in the first century', () => {
  expect(startOf({ year: 2026, month: 3, day: 1 })).toBe(new Date(2026, 2, 1).getTime());
  expect(new Date(startOf({ year: 50, month: null, day: null })).getFullYear()).toBe(50);
});
