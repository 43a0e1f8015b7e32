import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from './countWords';

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

test('whatever stands between letters, and at either end of a word, the words are those of the engine', () => {
  const marks = [...'.,;:!?()[]/&-–—“”„«»…\'"‘’_·•%€$\u00ad\u200d\u0301\u00a0\t\u2060אא9'];
  const letters = ['a', 'É', 'ж', '7', '1.5', 'don’t', 'sv:k', 'ほ', 'ß', 'ﬁ', 'ά', 'ª'];
  const unit = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...letters) },
    { weight: 3, arbitrary: fc.constantFrom(...marks) },
    { weight: 2, arbitrary: fc.constantFrom(' ', '\n', '  ') },
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), fc.constantFrom('en', 'sv', 'fi', 'he', 'ja', 'el'), (units, language) => {
      const text = units.join('');
      const whole = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter((one) => one.isWordLike);
      expect(countWords(text, language)).toBe(whole.length);
    }),
    { numRuns: 5_000 },
  );
});

test('every unit that is counted without the engine is a word, or none, as the engine says', () => {
  for (let code = 0; code < 0x2040; code++) {
    for (const text of [`a${String.fromCharCode(code)}b`, ` ${String.fromCharCode(code)} `, `a${String.fromCharCode(code)} 1`]) {
      const whole = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter((one) => one.isWordLike);
      expect([code, countWords(text, 'en')]).toEqual([code, whole.length]);
    }
  }
});
