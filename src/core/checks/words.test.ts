import { expect, test } from 'vitest';
import { article, p, quote } from '../document/testing/builders';
import { applyEdits } from '../repair/applyEdits';
import { editsOf } from '../repair/findings';
import { inLanguage } from '../repair/testing/found';
import { houseWords } from './houseWords';
import { placeholders } from './placeholders';
import { looking, seen } from './testing/looking';

const words = [
  { language: 'en', not: 'Kiev', use: 'Kyiv' },
  { language: 'en', not: 'mail', use: 'e-mail' },
  { language: 'en-GB', not: 'color', use: 'colour' },
  { language: null, not: 'Co-op', use: 'Co-operative' },
  { language: 'en', not: 'prime minister', use: 'premier' },
  { language: 'en', not: 'prime', use: 'chief' },
  { language: 'en', not: 'polish', use: 'shine' },
];
const house = (text: string, language = 'en') => seen(houseWords, inLanguage(language, text), { style: { words } });

test.each([
  ['The Kiev-based firm left Kiev’s centre.', ['warning Kiev → Kyiv', 'warning Kiev → Kyiv']],
  ['KIEV. Mail was sent.', ['warning KIEV → KYIV', 'warning Mail → E-mail']],
  ['The Co-op stays.', ['warning Co-op → Co-operative']],
  ['The prime minister came.', ['warning prime minister → premier']],
  ['An e-mail from Kievan roots, and Polish kiev, at kiev.org by @Kiev.', []],
  ['He said: “Kiev stays.”', ['hint Kiev → Kyiv']],
])('house words: %s', (text, wanted) => {
  expect(house(text)).toEqual(wanted);
});

test('house words of one language are not asked of another, those of a variety only there', () => {
  expect(house('Kiev', 'fr')).toEqual([]);
  expect(house('A color.', 'en-US')).toEqual([]);
  expect(house('A color.', 'en-GB')).toEqual(['warning color → colour']);
});

test('a bulk action leaves quoted words to the writer', () => {
  const story = article({}, p('Kiev said: “Kiev stays.”'), quote({ speaker: 'Ada Wells' }, 'We love Kiev.'));
  const found = looking(houseWords, story, { style: { words } });
  expect(found.map(({ quoted }) => quoted ?? false)).toEqual([false, true, true]);
  const { edits, skipped } = editsOf(found);
  expect(skipped).toBe(2);
  expect(applyEdits(story, edits).doc.content.slice(3)).toEqual(
    article({}, p('Kyiv said: “Kiev stays.”'), quote({ speaker: 'Ada Wells' }, 'We love Kiev.')).content.slice(3),
  );
});

test('words of a damaged place wait until it is mended, so that all edits can be made at once', () => {
  const story = inLanguage('en', 'They left <b>Kiev</b> today.');
  expect(seen(houseWords, story, { style: { words } })).toEqual(['warning Kiev → Kyiv']);
  const joined = inLanguage('en', 'They left Ki\u00adev today.');
  expect(seen(houseWords, joined, { style: { words: [{ language: null, not: 'Ki\u00adev', use: 'Kyiv' }] } })).toEqual([]);
});

test.each([
  ['The mayor, TK, paid TKTK pounds at TKMaxx.', ['warning TK', 'warning TKTK']],
  [
    'About [xx] people, [TK: age], [?] and [à compléter].',
    ['warning [xx]', 'warning [TK: age]', 'warning [?]', 'warning [à compléter]'],
  ],
  ['Super Bowl XX, XXL, un dossier à compléter, tk, “he [sic] left”, [the mayor].', []],
])('still in the copy: %s', (text, wanted) => {
  expect(seen(placeholders, inLanguage('en', text))).toEqual(wanted);
});
