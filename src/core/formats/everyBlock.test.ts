import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blockNames, markNames, privateMarkNames, type BlockName, type MarkName } from '../document/blockNames';
import type { BlockJson, InlineJson } from '../document/json';
import { publicView, type PublicView } from '../document/publicView';
import {
  a,
  abbr,
  article,
  b,
  box,
  card,
  code,
  doc,
  figure,
  h2,
  hr,
  i,
  li,
  note,
  ol,
  p,
  pull,
  quote,
  related,
  s,
  said,
  table,
  tt,
  u,
  ul,
} from '../document/testing/builders';
import { blockText } from '../article/summary';
import type { Importer } from './format';
import { stylesheet } from './html/stylesheet';
import { carriedOf } from './carriedOf';
import { docxCarries, docxExporter } from './docx/docxExporter';
import { docxImporter } from './docx/docxImporter';
import { htmlExporter } from './html/htmlExporter';
import { htmlImporter } from './html/htmlImporter';
import { hugoExporter, jekyllExporter, markdownExporter } from './markdown/markdownExporter';
import { markdownImporter } from './markdown/markdownImporter';
import { exporters } from './registry';

const days = table(['Port', 'Days'], ['Quay', '7']);

/** A block that holds each, and the words by which a page's look and the documentation name it. A new block does not compile until it has an entry. */
const blocks: Record<BlockName, { example: BlockJson; looks: string; docs: string }> = {
  paragraph: { example: p('Ice.'), looks: 'p {', docs: 'paragraph' },
  heading: { example: h2('Ice'), looks: 'h2 {', docs: 'crosshead' },
  bulletList: { example: ul(li(p('Ice'))), looks: 'ul', docs: 'list' },
  orderedList: { example: ol(1, li(p('Ice'))), looks: 'ol {', docs: 'list' },
  listItem: { example: ul(li(p('Ice'))), looks: 'li', docs: 'list' },
  quote: { example: quote({ speaker: 'Ana Reis' }, 'Ice.'), looks: '.quote {', docs: 'quotation' },
  pullQuote: { example: pull('Ana Reis', 'Ice.'), looks: '.pullquote {', docs: 'pull quote' },
  factBox: { example: box('Ice', p('Cold.')), looks: '.factbox {', docs: 'fact box' },
  related: { example: related('Read', 'Ice'), looks: '.related {', docs: 'read also' },
  embed: { example: card({ title: 'Ice', url: 'https://example.org/' }), looks: '.embed {', docs: 'link card' },
  table: { example: days, looks: 'table {', docs: 'table' },
  tableRow: { example: days, looks: 'tr {', docs: 'row' },
  tableCell: { example: days, looks: 'td {', docs: 'cell' },
  figure: {
    example: figure('ice-1.jpg', { alt: 'Ice', caption: 'Thin.', credit: 'Ana Reis' }),
    looks: '.picture {',
    docs: 'picture',
  },
  codeBlock: { example: code('ice()', 'js'), looks: 'pre {', docs: 'code' },
  horizontalRule: { example: hr(), looks: 'hr {', docs: 'break' },
};

const marks: Record<MarkName, { example: InlineJson[]; docs: string }> = {
  bold: { example: b('ice'), docs: 'bold' },
  italic: { example: i('ice'), docs: 'italic' },
  underline: { example: u('ice'), docs: 'underline' },
  strike: { example: s('ice'), docs: 'strike' },
  code: { example: tt('ice'), docs: 'code' },
  link: { example: a('https://example.org/', 'ice'), docs: 'link' },
  abbreviation: { example: abbr('Inland Cold Executive', 'ICE'), docs: 'abbreviation' },
  speech: { example: said({ speaker: 'PRIVATE' }, 'ice'), docs: 'who said it' },
  note: { example: note('PRIVATE', 'ice'), docs: 'note' },
};
const hidden: readonly string[] = privateMarkNames;

/** Each format of Stet's own that can be read again; `docx` without what its table says. */
const own: readonly [string, (view: PublicView) => string, Importer][] = [
  ['html', (view) => htmlExporter.write(view, { whole: true }), htmlImporter],
  ['html, a fragment', (view) => htmlExporter.write(view, { whole: false }), htmlImporter],
  ['markdown', (view) => markdownExporter.write(view, { whole: true }), markdownImporter],
  ['Hugo', (view) => hugoExporter.write(view, { whole: true }), markdownImporter],
  ['Jekyll', (view) => jekyllExporter.write(view, { whole: true }), markdownImporter],
  ['markdown, a fragment', (view) => markdownExporter.write(view, { whole: false }), markdownImporter],
  ['docx', (view) => docxExporter.write(view, { whole: true }), docxImporter],
  ['docx, a fragment', (view) => docxExporter.write(view, { whole: false }), docxImporter],
];
const carried = (format: string, view: PublicView): PublicView =>
  format.startsWith('docx') ? carriedOf(view, docxCarries) : view;
const documentation = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8');
const section = (title: string): string => documentation.split(/^## /mu).find((part) => part.startsWith(title)) ?? '';

describe.each(blockNames)('the block %s', (name) => {
  const { example, looks, docs } = blocks[name];
  // A rule alone would be the end of the text; between words it is one.
  const view = publicView(doc(p('Before.'), example, p('After.')));

  test('is in its own example, and in the public view', () => {
    expect(JSON.stringify(example)).toContain(`"type":"${name}"`);
    expect(JSON.stringify(view.body)).toContain(`"type":"${name}"`);
  });
  test.each(exporters)('$id writes it with its words', (exporter) => {
    const text = exporter.write(view, { whole: true }).replace(/<[^>]+>/gu, '');
    for (const word of blockText(example).split(/\s+/u).filter(Boolean)) expect(text).toContain(word);
  });
  test.each(own)('%s gives it back', (format, write, importer) => {
    const part = write(view).includes('generator') ? 'page' : 'fragment';
    expect(publicView(importer.read(write(view), { language: 'en', name: null, part }).doc).body).toEqual(
      carried(format, view).body,
    );
  });
  test('an exported page says how it looks', () => expect(stylesheet).toContain(looks));
  test.each(['Web pages', 'Markdown', 'Word documents'])('the documentation says under "%s" what becomes of it', (title) => {
    expect(section(title).toLowerCase()).toContain(docs);
  });
});

describe.each(markNames)('the mark %s', (name) => {
  const { example, docs } = marks[name];
  const view = publicView(article({}, p('Thin ', example, ' here.')));

  test('stands in the public view unless it is private', () => {
    expect(JSON.stringify(view.body).includes(`"type":"${name}"`)).toBe(!hidden.includes(name));
    expect(JSON.stringify(view)).not.toContain('PRIVATE');
  });
  test.each(own)('%s gives it back', (format, write, importer) => {
    const part = write(view).includes('generator') ? 'page' : 'fragment';
    expect(publicView(importer.read(write(view), { language: 'en', name: null, part }).doc).body).toEqual(
      carried(format, view).body,
    );
  });
  test.each(exporters.filter(({ id }) => id !== 'json'))(
    '$id does not write it where it is private and got past the view',
    (exporter) => {
      const raw = { ...view, body: [p(example)] };
      const write = () => exporter.write(raw, { whole: true });
      // A format with marks refuses what it does not know; one without writes the words.
      const marked = ['html', 'markdown', 'hugo', 'jekyll', 'docx', 'wordpress', 'ninjs'].includes(exporter.id);
      if (hidden.includes(name) && marked) expect(write).toThrow(expect.objectContaining({ code: 'export/unknown-node' }));
      else expect(write()).not.toContain('PRIVATE');
    },
  );
  test('the documentation names it', () => expect(documentation.toLowerCase()).toContain(docs));
});
