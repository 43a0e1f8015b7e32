import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockText } from '../../article/summary';
import { importerFor } from '../registry';
import { reading } from '../page/testing/reading';
import { textImporter } from './text';

const read = (text: string, part: 'page' | 'fragment' = 'page') =>
  reading(textImporter.read(text, { language: 'en', name: null, part }));

const running = 'The town council voted on Monday evening to keep the library open for two more years.';
const more = 'Readers had filled the room since noon, and nobody left before the votes were counted twice.';

test('a page in another order and another language than most', () => {
  const text = [
    '\ufeffNächster Artikel: Wer zahlt den Deich?',
    'Vorheriger Artikel: Sturm über der Küste',
    '',
    'REPORTAGE',
    'Der Hafen bleibt bis zum Frühjahr zu',
    'Von Jana Weiß und Bo Lind',
    'Der Hafen ist nach dem dritten Sturm des Monats gesperrt, und die Boote liegen nun am südlichen Kai.',
    'Warten auf den Bagger',
    'Die Stadt hat einen Bagger bestellt, der nicht vor dem ersten März an der Mole sein wird, sagte die Behörde.',
    'Lesen Sie auch: Was ein Deich kostet',
    '„Wir haben so etwas noch nicht gesehen.“',
    'Rosa Lind, Sprecherin der Hafenbehörde',
    'Am Mittwoch will der Rat über das Geld für die Mole und für den neuen Deich entscheiden.',
  ].join('\r\n');
  const { imported, ...shown } = read(text);
  expect(shown).toEqual({
    kicker: 'REPORTAGE',
    headline: 'Der Hafen bleibt bis zum Frühjahr zu',
    section: [],
    byline: ['Jana Weiß', 'Bo Lind'],
    body: [
      'Der Hafen ist nach dem dritten Sturm des Monats gesperrt, und die Boote liegen nun am südlichen Kai.',
      '## Warten auf den Bagger',
      'Die Stadt hat einen Bagger bestellt, der nicht vor dem ersten März an der Mole sein wird, sagte die Behörde.',
      '[Lesen Sie auch] Was ein Deich kostet',
      '> „Wir haben so etwas noch nicht gesehen.“ — Rosa Lind, Sprecherin der Hafenbehörde',
      'Am Mittwoch will der Rat über das Geld für die Mole und für den neuen Deich entscheiden.',
    ],
    previous: 'Sturm über der Küste',
    next: 'Wer zahlt den Deich?',
    leftOut: [],
  });
  expect(imported.doc.attrs.language).toBe('de');
  expect(imported.lines.slice(0, 5)).toEqual([
    { line: 1, becomes: 'next' },
    { line: 2, becomes: 'previous' },
    { line: 4, becomes: 'kicker' },
    { line: 5, becomes: 'headline' },
    { line: 6, becomes: 'by-line' },
  ]);
});

test.each([['\n'], ['\r\n'], ['\r'], ['\u0085'], ['\u2028'], ['\u2029'], ['\f'], ['\v']])('lines end with %j', (end) => {
  expect(read(`${running}${end}${more}`).body).toEqual([running, more]);
});

test('spaces that somebody chose are kept; what only indents is not', () => {
  const text = 'A  line with\u00a0hard spaces,\ttabs and\u202fthin ones, written on the third of May.';
  expect(read(`\t ${text} \t\n${more}\u00a0`).body).toEqual([text, `${more}\u00a0`]);
});

test('control characters are taken out and reported with the line and their number', () => {
  const { body, leftOut, imported } = read(`${running}\n${more}\u0007\u0000 x\u0000\ud800`);
  expect(body).toEqual([running, `${more} x`]);
  expect(leftOut).toEqual([
    'U+0007: a control character that no article can hold',
    'U+0000: a control character that no article can hold (2 times)',
    'U+D800: a control character that no article can hold',
  ]);
  expect(imported.leftOut.map(({ line }) => line)).toEqual([2, 2, 2]);
});

const wrapped = [
  'The town council voted on Monday evening to keep the library open for',
  'two more years, after a debate that lasted until one in the morning and',
  'ended with a single vote. Readers had brought soup, blankets and a well-',
  'known song about the sea, in pre- and post-war verses.',
];

test('a text that a program wrapped is put together again', () => {
  const text = ['Library saved by a single vote', '', ...wrapped, '', ...wrapped].join('\n');
  const one = wrapped.join(' ').replace('well- known', 'well-known');
  const { headline, body, imported } = read(text);
  expect(headline).toBe('Library saved by a single vote');
  expect(body).toEqual([one, one]);
  expect(imported.lines.map(({ line }) => line)).toEqual([1, 3, 8]);
});

test('a poem, a list and one paragraph a line are not wrapped text', () => {
  const poem = [
    'The sea came up the harbour stair',
    'and took the keeper’s wooden chair,',
    'and left a lantern burning there',
    'for nobody at all',
  ];
  expect(read(poem.join('\n')).body).toEqual(poem);
  expect(read([running, more, running].join('\n')).body).toEqual([running, more, running]);
});

test('in a fragment blank lines part paragraphs and single ones are breaks', () => {
  expect(read('One\nTwo\n\nThree\u2029Four\u2028Five', 'fragment').body).toEqual(['One\nTwo', 'Three', 'Four\nFive']);
  expect(read(wrapped.join('\n'), 'fragment').body).toEqual([wrapped.join(' ').replace('well- known', 'well-known')]);
  expect(read('“We stay.”\n\n— Rosa Lind, librarian', 'fragment').body).toEqual(['> “We stay.” — Rosa Lind, librarian']);
});

test('an empty text is an empty article', () => {
  expect(read('').body).toEqual(['']);
  expect(read('\n \n\u00a0\n').body).toEqual(['']);
});

test('every word of a text without labels stands in the body, in order', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'é', 'z', '-', 'ß', '\u00a0'), minLength: 1, maxLength: 12 });
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', '  ', '\n', '\n\n', '\r\n', '\f', '\t')), { maxLength: 120 })
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('page', 'fragment'), (source, part) => {
      const { doc } = textImporter.read(source, { language: 'en', name: null, part });
      const [, , , ...body] = doc.content;
      expect(body.map(blockText).join('').replace(/\s/gu, '')).toBe(source.replace(/\s/gu, ''));
    }),
  );
});

test('it takes whatever no other format knows', () => {
  expect(importerFor(running, 'notes.txt', null).id).toBe('text');
  expect(importerFor(running, 'notes.unknown', null).id).toBe('text');
});

const sizes: [string, string][] = [
  ['one word', 'A'.repeat(1_000_000)],
  ['one blank line', ' '.repeat(1_000_000)],
  ['empty lines', '\n'.repeat(1_000_000)],
  ['labels', 'Read:'.repeat(100_000)],
  ['lines of labels', 'Read:\n'.repeat(100_000)],
  ['spaces and a letter', `${' '.repeat(1_000_000)}A${' '.repeat(1_000_000)}A`],
  ['quote marks', '“»" '.repeat(250_000)],
  ['breadcrumb', `Home ${'> '.repeat(250_000)}`],
  ['capitals', 'Aa’'.repeat(300_000)],
  ['controls', '\u0000'.repeat(1_000_000)],
  ['ten megabytes of lines', `${running}\n`.repeat(Math.floor(10_000_000 / running.length))],
  ['ten megabytes in one line', `${running} `.repeat(Math.floor(10_000_000 / running.length))],
  ['ten megabytes wrapped', `${wrapped.join('\n')}\n`.repeat(Math.floor(10_000_000 / 270))],
];
// A scan that is quadratic does not return; how long a linear one takes is in bench/formats.ts.
test.each(sizes)('%s: a very long text becomes an article', (_, text) => {
  for (const part of ['page', 'fragment'] as const) {
    const { doc } = textImporter.read(text, { language: 'en', name: null, part });
    expect(doc.content.slice(0, 3).map(({ type }) => type)).toEqual(['kicker', 'headline', 'standfirst']);
    expect(doc.content.length).toBeGreaterThan(3);
  }
});
