import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from './summary';

test('counted in pieces, a long text has as many words as at once', () => {
  const piece = fc.constantFrom(
    'ice',
    'road',
    ' ',
    '\n',
    '  ',
    'e-mail',
    '3.14',
    'don’t',
    'été',
    '東京都',
    'ภาษาไทย',
    '\u0301',
    '. ',
    '👩‍👩‍👧',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 300, maxLength: 1_200 }),
      fc.constantFrom('en', 'fr', 'ja', 'th'),
      (pieces, language) => {
        const text = pieces.join('');
        const whole = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter((one) => one.isWordLike);
        expect(countWords(text, language)).toBe(whole.length);
      },
    ),
    { numRuns: 30 },
  );
}, 30_000);

test('a paragraph of two hundred thousand words is counted while one waits', () => {
  expect(countWords('harbour ice, '.repeat(100_000), 'en')).toBe(200_000);
}, 20_000);
