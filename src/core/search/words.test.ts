import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayHold, placedWords, wordsIn } from './words';

test.each([
  ['The ice-road, 2026', 'the ice road 2026'],
  ['GRÖSSE Größe größe', 'grosse grosse grosse'],
  ['L’Œuvre de Łódź', 'l oeuvre de lodz'],
  ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
  ['Cafe\u0301 café', 'cafe cafe'],
  ['東京 tower', '東 京 tower'],
  ['½ liter', '1 2 liter'],
  ['…—“”', ''],
])('the words of “%s”', (text, words) => expect(wordsIn(text).join(' ')).toBe(words));

test('every word has its place in the text as it was typed', () => {
  const text = 'Ein GROẞER Café-Tisch, 東京';
  expect(placedWords(text).map(({ word, from, to }) => `${word}=${text.slice(from, to)}`)).toEqual([
    'ein=Ein',
    'grosser=GROẞER',
    'cafe=Café',
    'tisch=Tisch',
    '東=東',
    '京=京',
  ]);
});

test('placed words are the words, in order and inside the text', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(
          fc.constantFrom('a', 'ß', 'é', '\u0301', '東', ' ', '½', 'İ', 'Σ'),
          fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        ),
      }),
      (text) => {
        const placed = placedWords(text);
        expect(placed.map(({ word }) => word)).toEqual(wordsIn(text));
        let last = 0;
        for (const { from, to } of placed) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(text.length);
          last = from;
        }
      },
    ),
  );
});

test('a text that has a word, or one that begins with it, is never passed over', () => {
  const sign = fc.oneof(
    fc.constantFrom(
      'a',
      'b',
      'i',
      'k',
      's',
      '1',
      'ß',
      'é',
      'É',
      '\u0301',
      'œ',
      'Ø',
      'ŉ',
      'ŀ',
      'ﬁ',
      '東',
      ' ',
      '½',
      'İ',
      'K',
      'Σ',
      'ς',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 12 }), fc.nat({ max: 4 }), (text, length) => {
      for (const word of wordsIn(text)) {
        expect(mayHold(text, [word])).toBe(true);
        expect(mayHold(text, ['zz', word.slice(0, length + 1)])).toBe(true);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('a text without the words is passed over, whatever accents it has', () => {
  expect(mayHold('Der GROẞE Café-Tisch, œuvre “naïve”', ['quay', 'tea', 'cafetiere'])).toBe(false);
});
