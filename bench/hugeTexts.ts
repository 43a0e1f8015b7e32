const SENTENCE = 'The town council voted on Monday evening to keep the library open for two more years. ';
const TEN = 10_000_000;
const table = (columns: number, rows: number) =>
  `|${'a|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n${`|${'c|'.repeat(columns)}\n`.repeat(rows)}`;

/** Texts that have stopped one parser or another, with the format that they are read as. */
export function hugeTexts(): [title: string, format: string, text: string][] {
  return [
    ['emphasis, opened and closed', 'markdown', '_a **b '.repeat(5_000) + 'b** a_ '.repeat(5_000)],
    ['`**_` × 5,000', 'markdown', '**_'.repeat(5_000)],
    ['`*a ` × 50,000', 'markdown', '*a '.repeat(50_000)],
    ['`[` × 50,000', 'markdown', '['.repeat(50_000)],
    ['`[a](b` × 5,000', 'markdown', '[a](b'.repeat(5_000)],
    ['`[a](b` × 50,000', 'markdown', '[a](b'.repeat(50_000)],
    ['table 2,500 × 2,500', 'markdown', table(2_500, 2_500)],
    ['quoted and unquoted lines, 100,000', 'markdown', '> a\nb\n'.repeat(50_000)],
    ['lists in lists, 50,000', 'markdown', `${'- '.repeat(50)}a\n`.repeat(1_000)],
    ['one paragraph of 50,000 lines', 'markdown', 'a\n'.repeat(50_000)],
    ['ten megabytes of lines', 'text', `${SENTENCE.trim()}\n`.repeat(TEN / SENTENCE.length)],
    ['ten megabytes in one line', 'text', SENTENCE.repeat(TEN / SENTENCE.length)],
    ['a million blank lines', 'text', '\n'.repeat(1_000_000)],
    ['a million controls', 'text', '\0'.repeat(1_000_000)],
    [
      'ten megabytes of paragraphs',
      'html',
      `<article><h1>Long</h1>${`<p>${SENTENCE.repeat(12)}</p>`.repeat(TEN / 12 / SENTENCE.length)}</article>`,
    ],
    [
      'ten megabytes of elements',
      'html',
      `<article>${'<p>Ten words of running text, <b>one bold</b>.</p>'.repeat(210_000)}</article>`,
    ],
    ['`<br>` × 2,500,000', 'html', '<br>'.repeat(2_500_000)],
    ['`<div>` × 10,000', 'html', '<div>'.repeat(10_000)],
  ];
}
