import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { blockNames, inlineNames, markNames, partNames } from '../src/core/document/blockNames';

type Named = (typeof partNames)[number] | (typeof blockNames)[number] | (typeof inlineNames)[number] | (typeof markNames)[number];

/** How the page draws each block and mark: a rule of the editor, or null where an element of the browser already looks as it should. */
const drawnBy = {
  kicker: '.prose .kicker',
  headline: '.prose .headline',
  standfirst: '.prose .standfirst',
  paragraph: '.prose p',
  heading: '.prose h3',
  bulletList: '.prose ul',
  orderedList: '.prose ol',
  listItem: '.prose li',
  quote: '.prose .quote',
  pullQuote: '.prose .pullquote',
  factBox: '.prose .factbox',
  related: '.prose .related',
  embed: '.prose .embed',
  table: '.prose .table table',
  tableRow: '.prose .table th',
  tableCell: '.prose .table :is(td, th)',
  figure: '.page .figure',
  codeBlock: '.prose .code-block pre',
  horizontalRule: '.prose hr',
  text: null,
  hardBreak: null,
  articleLink: '.prose .article-link',
  bold: null,
  italic: null,
  underline: null,
  strike: null,
  code: '.prose code',
  link: '.prose a',
  abbreviation: '.prose abbr',
  speech: '.prose .speech',
  note: '.prose .note',
} as const satisfies Record<Named, string | null>;

test('the page has a look for every part, block and mark of the schema', async () => {
  const files = ['head', 'page', 'words', 'quote', 'placeFields', 'blocks'].map(
    (name) => new URL(`../src/renderer/editor/${name}.css`, import.meta.url),
  );
  const styles = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
  const bare = Object.entries(drawnBy).filter(
    ([, rule]) => rule !== null && !styles.includes(`${rule} {`) && !styles.includes(`${rule},`),
  );
  expect(bare).toEqual([]);
});
