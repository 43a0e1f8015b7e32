import { expect, test } from 'vitest';
import { code, h2, p } from '../../document/testing/builders';
import { blockText } from '../../article/summary';
import { publicView } from '../../document/publicView';
import { costlyBlocks } from './costlyBlocks';
import { markdownImporter } from './markdownImporter';

function read(text: string) {
  const { doc, leftOut } = markdownImporter.read(text, { language: 'en', name: null, part: 'fragment' });
  return { body: publicView(doc).body, leftOut };
}
const wordsOf = (text: string) => read(text).body.map(blockText).join(' ');

const table = (columns: number, rows: number) =>
  [`|${'a|'.repeat(columns)}`, `|${'-|'.repeat(columns)}`, ...Array<string>(rows).fill(`|${'c|'.repeat(columns)}`)].join('\n');

const hostile: [string, string, string][] = [
  ['nested emphasis that closes', `${'_a **b '.repeat(5_000)}${'b** a_ '.repeat(5_000)}`.trim(), 'too many emphasis marks'],
  ['nested emphasis that closes wrongly', `${'_a **b '.repeat(5_000)}${'** _ '.repeat(5_000)}`.trim(), 'too many emphasis marks'],
  ['delimiters in turn', '**_'.repeat(5_000), 'too many emphasis marks'],
  ['emphasis without an end', '*a '.repeat(50_000).trim(), 'too many emphasis marks'],
  ['deletions', '~a ~~b '.repeat(20_000).trim(), 'too many emphasis marks'],
  ['open brackets', '['.repeat(50_000), 'too many brackets and code marks'],
  ['closed brackets', ']'.repeat(50_000), 'too many brackets and code marks'],
  ['links without an end', '[a](b'.repeat(50_000), 'too many brackets and code marks'],
  ['pictures without an end', '![a](b'.repeat(50_000), 'too many brackets and code marks'],
  ['tags without an end', 'a<b c="'.repeat(50_000), 'too many brackets and code marks'],
  [
    'ticks of every length',
    Array.from({ length: 1_500 }, (_, n) => 'a'.padStart(n, '`')).join(''),
    'too many brackets and code marks',
  ],
  ['a table without sense', table(1_000, 500), 'too many table cells'],
  ['headings upon headings', 'a\n-\n'.repeat(20_000).trim(), 'too many underlined lines'],
  ['quotations let go', '> a\nb\n'.repeat(20_000).trim(), 'too many list and quotation marks'],
  ['lists in lists', `${'- '.repeat(50)}a\n`.repeat(1_000).trim(), 'too many list and quotation marks'],
  ['lines without end', 'a\n'.repeat(50_000).trim(), 'too many lines without a blank one'],
];

test.each(hostile)('%s: every character stays, as plain text, and is reported', (_, text, why) => {
  expect(costlyBlocks(text)).toHaveLength(1);
  const { body, leftOut } = read(text);
  // Not shown when it fails: the texts are long.
  expect(body.map(blockText).join('\n') === text.replace(/\n/gu, ' ')).toBe(true);
  expect(leftOut.map((left) => [left.line, left.why])).toEqual([[1, `${why}: taken as plain text`]]);
});

test('many blocks that are each bearable are borne together only up to a limit', () => {
  const block = `${'_a **b '.repeat(400)}${'b** a_ '.repeat(400)}`.trim();
  const found = costlyBlocks(Array<string>(50).fill(block).join('\n\n'));
  expect(found.length).toBeGreaterThan(40);
  expect(found.length).toBeLessThan(50);
});

test('what stands around a hostile block is read as ever, and keeps its line', () => {
  const bad = '[a](b\n'.repeat(5_000).trim();
  const { body, leftOut } = read(`## Ice\n\n${bad}\n\nThe *end* of [it](https://example.org).\n\n[x](y.md)`);
  expect(body).toHaveLength(4);
  expect(body[0]).toEqual(h2('Ice'));
  expect(body[1]).toEqual(p(bad.replace(/\n/gu, ' ')));
  expect(JSON.stringify(body[2])).toContain('italic');
  expect(leftOut.map(({ line }) => line)).toEqual([3, 5_006]);
});

test('a piece of code may hold any number of marks', () => {
  const text = 'a = [b](c) * *d*\n'.repeat(5_000).trim();
  const { body, leftOut } = read(`\`\`\`txt\n${text}\n\`\`\`\n\nAfter.`);
  expect(body).toEqual([code(text, 'txt'), p('After.')]);
  expect(leftOut).toEqual([]);
});

test('text that already holds private-use characters keeps them', () => {
  const text = `\ue02a\ue05b${'*a '.repeat(50_000)}\uf8ff`;
  expect(wordsOf(text) === text).toBe(true);
});

test('no article that a person wrote comes near a limit', () => {
  const paragraph = `${'The **harbour** board [said](https://example.org/a) _so_ at `noon`. '.repeat(40)}\n`;
  const links = Array.from(
    { length: 500 },
    (_, n) => `- [A piece about the quay, number ${n}](https://example.org/pieces/${n})`,
  ).join('\n');
  const people = Array.from({ length: 500 }, (_, n) => `[p${n}]: https://example.org/people/${n}`).join('\n');
  const book = Array<string>(200).fill(paragraph).join('\n');
  expect(
    costlyBlocks(
      [
        paragraph.repeat(5),
        links,
        people,
        table(10, 200),
        book,
        `${'a line of seventy characters '.repeat(3)}\n`.repeat(5_000),
      ].join('\n\n'),
    ),
  ).toEqual([]);
});

test('an empty text has no blocks', () => expect(costlyBlocks('')).toEqual([]));
