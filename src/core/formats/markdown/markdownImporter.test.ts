import { expect, test } from 'vitest';
import {
  a,
  abbr,
  b,
  box,
  br,
  card,
  figure,
  h2,
  h3,
  i,
  li,
  p,
  publicQuote,
  pull,
  quote,
  table,
  u,
  ul,
} from '../../document/testing/builders';
import { publicView } from '../../document/publicView';
import type { ImportContext } from '../format';
import { markdownImporter } from './markdownImporter';

const read = (text: string, part: ImportContext['part'] = 'page') =>
  markdownImporter.read(text, { language: 'en', name: null, part });
const body = (text: string) => publicView(read(text, 'fragment').doc).body;

test('front matter of Hugo and Jekyll fills the fields; what has none is reported', () => {
  const { doc, leftOut } = read(
    '---\ntitle: Harbour closed\nsubtitle: Ice stops the ferries\nauthors: [Ada Berg, Jon Lie]\ndate: 2026-03-01\ncategories: [News]\ntags: ice, sea\nlang: no\ndraft: false\n---\n\nThe ice came.\n',
  );
  const view = publicView(doc);
  expect(view).toMatchObject({
    headline: 'Harbour closed',
    standfirst: [{ text: 'Ice stops the ferries' }],
    body: [p('The ice came.')],
  });
  expect(view.fields).toMatchObject({ publishedAt: '2026-03-01T00:00Z', section: ['News'], language: 'no', tags: ['ice, sea'] });
  expect(view.fields.byline.map(({ name }) => name)).toEqual(['Ada Berg', 'Jon Lie']);
  expect(leftOut.map(({ text }) => text)).toEqual(['draft: false']);
});

test.each([
  ['embargo: 2027-01-01T10:00:00Z', { instant: '2027-01-01T10:00:00Z', zone: 'UTC' }],
  ['embargoed: 2027-01-01 11:00 +0100', { instant: '2027-01-01T11:00+01:00', zone: 'UTC' }],
  ['embargo: {instant: "2027-01-01T10:00Z", zone: Europe/Oslo}', { instant: '2027-01-01T10:00Z', zone: 'Europe/Oslo' }],
])('an embargo of others holds: %s', (line, embargo) => {
  const { doc, leftOut } = read(`---\ntitle: Ferry\n${line}\n---\n\nWords.\n`);
  expect(publicView(doc).fields.embargo).toEqual(embargo);
  expect(leftOut).toEqual([]);
});

test.each(['embargo: 2027-01-01', 'embargo: 2027-01-01T10:00', 'embargo: after the vote'])(
  'an embargo that names no clock is left out with a word, not guessed: %s',
  (line) => {
    const { doc, leftOut } = read(`---\ntitle: Ferry\n${line}\n---\n\nWords.\n`);
    expect(publicView(doc).fields.embargo).toBeNull();
    expect(leftOut).toMatchObject([{ text: line }]);
  },
);

test('the first level 1 heading is the headline; others become crossheads', () => {
  const view = publicView(read('# Harbour *closed*\n\n# Ice\n\n#### Ferries\n\nThe end.').doc);
  expect(view).toMatchObject({ headline: 'Harbour closed', body: [h2('Ice'), h3('Ferries'), p('The end.')] });
});

test.each([
  '> The ice is thick.\n>\n> — Ada Berg, harbour master',
  '> The ice is thick.\n> -- Ada Berg, harbour master',
  '> The ice is thick.\n>\n> – Ada Berg, harbour master',
  '> The ice is thick.\n> - Ada Berg, harbour master',
])('an attribution in a quotation is understood: %j', (text) =>
  expect(body(text)).toEqual([publicQuote({ speaker: 'Ada Berg', role: 'harbour master' }, 'The ice is thick.')]),
);

test('a quotation without attribution has no speaker, and a question after a dash is no name', () => {
  expect(body('> The ice is thick.')).toEqual([publicQuote({}, 'The ice is thick.')]);
  expect(body('> The ice is thick.\n>\n> — Is it?')).toEqual([publicQuote({}, 'The ice is thick.', '— Is it?')]);
});

test('inline HTML that Stet knows becomes marks, the rest keeps its words', () => {
  expect(body('<u>Ice</u> and <b>sea</b><br>near <abbr title="North &amp; Sea">NS</abbr>, <span>here</span>')).toEqual([
    p(u('Ice'), ' and ', b('sea'), br(), 'near ', abbr('North & Sea', 'NS'), ', here'),
  ]);
});

test('what has no counterpart keeps its words and is reported', () => {
  const { doc, leftOut } = read(
    '| a | b |\n|---|---|\n| c | d |\n\n![A ferry](f.png)\n\n<div>Old <script>x()</script>words</div>\n\n[here](javascript:x) and [there](../x.md)',
    'fragment',
  );
  expect(publicView(doc).body).toEqual([
    table(['a', 'b'], ['c', 'd']),
    figure('f.png', { alt: 'A ferry' }),
    p('Old words'),
    p('here and there'),
  ]);
  expect(leftOut).toHaveLength(3);
});

test.each([
  [
    'a fact box',
    '> [!factbox] The quay\n>\n> Built in 1911.\n>\n> - 300 m',
    box('The quay', p('Built in 1911.'), ul(li(p('300 m')))),
  ],
  ['a fact box without a blank line', '> [!FACTBOX] The quay\n> Built in 1911.', box('The quay', p('Built in 1911.'))],
  ['a pull quote', '> [!PULLQUOTE]\n>\n> Nobody *sails*.\n>\n> — Ivo Lind', pull('Ivo Lind', 'Nobody ', i('sails'), '.')],
  ['a pull quote without a blank line', '> [!PULLQUOTE]\n> Nobody sails.', pull(null, 'Nobody sails.')],
  ['other callouts are quotations', '> [!NOTE]\n> Ice.', publicQuote({}, '[!NOTE] Ice.')],
  ['a mark that the writer escaped', '> \\[!FACTBOX\\] The quay', publicQuote({}, '[!FACTBOX] The quay')],
  [
    'a link card',
    '**↗** [Fog](https://example.org/fog) · _Quay TV_\\\nTen minutes of fog',
    card({ url: 'https://example.org/fog', title: 'Fog', provider: 'Quay TV', description: 'Ten minutes of fog' }),
  ],
  [
    'a table with its caption, without headings, several paragraphs in a cell',
    '|  |  |\n| --- | --- |\n| Quay | a<br><br>b \\| c |\n\nTable: Days lost',
    { ...table(['Quay', [p('a'), p('b | c')]]), attrs: { headerRow: false, caption: 'Days lost' } },
  ],
])('%s', (_name, text, expected) => expect(body(text)).toEqual([expected]));

test('task items, footnotes and references keep their words', () => {
  expect(body('- [x] call *Ada*\n\nIce.[^1] [See][r]\n\n[^1]: Measured twice.\n\n[r]: https://example.org/r')).toEqual([
    ul(li(p('[x] call ', i('Ada')))),
    p('Ice.[1] ', a('https://example.org/r', 'See')),
    p('[1] Measured twice.'),
  ]);
});

test.each([
  ['quotes', '>'.repeat(10_000)],
  ['a list', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['a list in one line', `${'- '.repeat(400)}a`],
])('%s nested too deeply are refused at once', (_, text) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'import/too-deep' }));
});

test.each(['[', '*a '])('fifty thousand %j are read as the words they are', (text) => {
  expect(JSON.stringify(body(text.repeat(50_000)))).toContain(text.trim().repeat(text === '[' ? 50_000 : 1));
});

test('what a headline, a name or a neighbour cannot hold is reported, and so is an address that nothing uses', () => {
  const whys = (text: string) => read(text).leftOut.map((left) => [left.line, left.text]);
  expect(whys('# Harbour *closed*\n\nThe ice came.')).toEqual([[1, '# Harbour *closed*']]);
  expect(whys('> The ice is thick.\n>\n> — [Ada Berg](https://example.org/ada), *harbour* master')).toEqual([
    [3, '[Ada Berg](https://example.org/ada)'],
    [3, '*harbour* master'],
  ]);
  expect(whys('---\ntitle: Ice\nnext:\n  title: Thaw\n  url: thaw.md\n  weight: 2\n---\n\nThe ice came.')).toEqual([
    [null, 'thaw.md'],
    [null, 'weight: 2'],
  ]);
  expect(
    whys('See [it][a].\n\n[a]: https://example.org/a "A title"\n[b]: https://example.org/b\n[A]: https://example.org/c'),
  ).toEqual([
    [1, 'A title'],
    [4, '[b]: https://example.org/b'],
    [5, '[A]: https://example.org/c'],
  ]);
});

test('quotations in quotations are read in the time that one takes', () => {
  expect(read(`${'> '.repeat(50)}ice`, 'fragment').doc.content.at(-1)).toEqual(quote({}, 'ice'));
});

test('a text longer than any article is refused before it is parsed', () => {
  expect(() => read('a '.repeat(6_000_001))).toThrow(expect.objectContaining({ code: 'import/too-large' }));
});

test('tells Markdown from plain text and from a web page', () => {
  expect(markdownImporter.recognise('# Ice\n\n> The *ice* is [thick](https://example.org).')).toBeGreaterThan(0.5);
  expect(markdownImporter.recognise('The harbour closed at noon.\n\nIce was the reason.')).toBe(0);
  expect(markdownImporter.recognise('<!doctype html><h1>Ice</h1>')).toBe(0);
});
