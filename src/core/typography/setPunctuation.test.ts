import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inlineQuotations } from '../quotes/inlineQuotations';
import { verbatimRanges, type VerbatimText } from '../quotes/verbatim';
import { punctuation } from './setPunctuation';

const textsOf = (...lines: string[]): VerbatimText[] =>
  lines.map((text, at) => ({ text, continues: at > 0, inQuotation: false }));

function set(
  texts: readonly VerbatimText[],
  language: string,
  options?: { quotedToo: boolean },
): { lines: string[]; skipped: number } {
  const { edits, skipped } = punctuation(texts, language, options);
  const lines = texts.map(({ text }, part) => {
    let made = '';
    let read = 0;
    for (const edit of edits[part] ?? []) {
      made += text.slice(read, edit.from) + edit.text;
      read = edit.to;
    }
    return made + text.slice(read);
  });
  return { lines, skipped: skipped.flat().length };
}
const shown = (text: string): string => text.replaceAll('\u202f', '⍽').replaceAll('\u00a0', '␣');

const table: readonly (readonly [string, string, string, number])[] = [
  ['en', `"We stay," she said -- and didn't.`, `“We stay,” she said – and didn’t.`, 0],
  ['en', `"It isn't fair...," she said.`, `“It isn't fair...,” she said.`, 2],
  ['en', `«Nous restons», dit-elle.`, `“Nous restons”, dit-elle.`, 0],
  ['en', `the '90s, the boys' boat, a 6' wall, 'fair' play`, `the ’90s, the boys’ boat, a 6' wall, 'fair' play`, 0],
  ['en', `a 6" nail`, `a 6" nail`, 0],
  ['en', `“He called it «fair» twice.”`, `“He called it «fair» twice.”`, 2],
  ['fr', `“C'est oui!”, dit-elle: voilà!`, `«⍽C'est oui!⍽», dit-elle⍽: voilà⍽!`, 2],
  ['fr', `« Oui », dit-elle ; l'été...`, `«⍽Oui⍽», dit-elle⍽; l’été…`, 0],
  ['fr', `«Oui», à 12:30`, `«⍽Oui⍽», à 12:30`, 0],
  ['fr-CA', `"Oui", dit-elle: voilà!`, `«␣Oui␣», dit-elle␣: voilà!`, 0],
  ['de', `"Wir bleiben", sagte sie -- so geht's.`, `„Wir bleiben“, sagte sie – so geht’s.`, 0],
  ['de-CH', `„Wir bleiben“, sagte sie.`, `«Wir bleiben», sagte sie.`, 0],
  ['es', `"Nos quedamos" --dijo--.`, `«Nos quedamos» —dijo—.`, 0],
];

describe('as one language sets it, with words in quotations left alone', () => {
  test.each(table)('%s: %s', (language, text, expected, skipped) => {
    const made = set(textsOf(text), language);
    expect(shown(made.lines[0] ?? '')).toBe(expected);
    expect(made.skipped).toBe(skipped);
  });
});

test('on request inside quotations too, at every depth', () => {
  const french = set(textsOf(`“C'est "notre" port!”`), 'fr', { quotedToo: true });
  expect(shown(french.lines[0] ?? '')).toBe('«⍽C’est “notre” port⍽!⍽»');
  expect(set(textsOf(`«Er sagte ‹ja›»`), 'de', { quotedToo: true }).lines).toEqual(['„Er sagte ‚ja‘“']);
});

test('a quotation of several paragraphs keeps opening anew', () => {
  expect(set(textsOf('"One.', '"Two."'), 'de').lines).toEqual(['„One.', '„Two.“']);
});

test('all of a block quotation is somebody’s words', () => {
  const texts = [{ text: `It isn't "so" -- no.`, continues: false, inQuotation: true }];
  expect(set(texts, 'en')).toEqual({ lines: [`It isn't "so" -- no.`], skipped: 4 });
});

const word = fc.constantFrom('port', "isn't", 'été', '12', 'non', 'a', "'90s");
const sign = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ', ',
  '...',
  ' -- ',
  '"',
  '“',
  '”',
  '«',
  '»',
  '« ',
  ' »',
  '„',
  '‘',
  '’',
  "'",
  '? ',
  ' : ',
  '!',
  '; ',
);
const copy = fc.array(fc.oneof(word, sign), { maxLength: 24 }).map((parts) => parts.join(''));
const paragraphs = fc.array(fc.record({ text: copy, continues: fc.boolean(), inQuotation: fc.boolean() }), {
  minLength: 1,
  maxLength: 3,
});
const languages = fc.constantFrom('en', 'fr', 'fr-CA', 'de', 'de-CH', 'es', 'it', 'sv', 'pl');

test('no character of somebody’s words changes unless the writer says so', () => {
  fc.assert(
    fc.property(paragraphs, languages, (texts, language) => {
      const ranges = verbatimRanges(texts, inlineQuotations(texts, language));
      punctuation(texts, language).edits.forEach((edits, part) => {
        for (const { from, to } of ranges[part] ?? [])
          for (const edit of edits) expect(edit.to <= from || edit.from >= to, `${texts[part]?.text}`).toBe(true);
      });
    }),
    { numRuns: 2000 },
  );
});

test('no letter or digit changes, whatever the writer says', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(paragraphs, languages, fc.boolean(), (texts, language, quotedToo) => {
      const { lines } = set(texts, language, { quotedToo });
      expect(lines.map(letters)).toEqual(texts.map(({ text }) => letters(text)));
    }),
    { numRuns: 2000 },
  );
});

test('careful copy of a language stays as it is', () => {
  const careful: readonly (readonly [string, string])[] = [
    ['en', '“He called it ‘fair’ – twice,” she said. It isn’t… is it?'],
    ['fr', '«\u202fC’est “notre” port\u202f», dit-elle\u202f; vraiment\u202f?'],
    ['de', '„Er nannte es ‚fair‘“, sagte sie – so geht’s.'],
    ['es', '«Lo llamó “justo”» —dijo—. ¿Sí?'],
  ];
  for (const [language, text] of careful) expect(punctuation(textsOf(text), language, { quotedToo: true }).edits).toEqual([[]]);
});

const pair = fc.constantFrom(['"', '"'], ['“', '”'], ['«', '»'], ['« ', ' »'], ['„', '“']);
const phrase = fc.array(fc.constantFrom("isn't", 'port', 'so...', 'oui ?', 'non!', '12:30', 'a -- b', "l'été"), {
  minLength: 1,
  maxLength: 4,
});
const quoted = fc.tuple(pair, phrase).map(([[open, close], words]) => `${open}${words.join(' ')}${close}`);
const careless = fc.array(
  fc.oneof(
    quoted,
    phrase.map((words) => words.join(' ')),
  ),
  { minLength: 1, maxLength: 5 },
);

test('setting whole quotations a second time changes nothing', () => {
  fc.assert(
    fc.property(careless, languages, fc.boolean(), (parts, language, quotedToo) => {
      const once = set(textsOf(`Before ${parts.join(', ')}.`), language, { quotedToo }).lines;
      expect(set(textsOf(...once), language, { quotedToo }).lines).toEqual(once);
    }),
    { numRuns: 1000 },
  );
});
