import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicView, type PublicView } from '../../document/publicView';
import type { DocJson } from '../../document/json';
import { articles, neighbours } from '../../document/testing/arbitrary';
import { withPictures } from '../../document/testing/arbitraryPictures';
import { article, br, code, p } from '../../document/testing/builders';
import { htmlExporter } from './htmlExporter';
import { htmlImporter } from './htmlImporter';
import { beside, iceRoad } from './testing/sample';

const context = { language: 'en', name: 'anything.html', part: 'page' } as const;
const read = (html: string) => htmlImporter.read(html, context);

function again(doc: DocJson, series?: PublicView['series']): PublicView {
  const imported = read(htmlExporter.write(publicView(doc, series), { whole: true }));
  const { seriesName: name, previous, next } = imported.neighbours;
  return publicView(withPictures(imported.doc), { name, previous, next });
}

test(
  'a page that was exported comes back as it was: every block, mark, field and neighbour, whatever the words',
  { timeout: 240_000 },
  () => {
    fc.assert(
      fc.property(articles, neighbours, (doc, series) => {
        expect(again(doc, series)).toEqual(publicView(doc, series));
      }),
      { numRuns: 300 },
    );
  },
);

test('spaces, tabs and invisible marks come back to the character', () => {
  const doc = article(
    { headline: '  two  spaces ' },
    p('  a\t b\u00a0\u00a0c\u00ad '),
    p('x', br(), br(), 'y'),
    code('\n\n  a\n'),
  );
  expect(again(doc)).toEqual(publicView(doc));
});

test('a page that a tool has indented reads the same', () => {
  const html = htmlExporter
    .write(publicView(iceRoad), { whole: true })
    .replace(/\n</gu, '\n      <')
    .replace('opened the crossing', 'opened\n        the crossing');
  expect(publicView(read(html).doc)).toEqual(publicView(iceRoad));
});

test('a neighbour that is a file beside the page keeps its title; the address is reported', () => {
  const imported = read(htmlExporter.write(publicView(iceRoad, beside), { whole: true }));
  expect(imported.neighbours).toEqual({
    seriesName: 'A winter on the lake',
    previous: { title: 'First frost', url: null },
    next: { title: 'The thaw <draft>', url: null },
  });
  expect(imported.leftOut.map(({ text }) => text)).toEqual(['first-frost.html']);
});

test('what is private is not there to come back', () => {
  const { attrs } = read(htmlExporter.write(publicView(iceRoad), { whole: true })).doc;
  expect(attrs).toMatchObject({ notes: '', status: 'draft', translationOf: null });
});

test('the translations that a page names are read as nothing: the library has them', () => {
  const alternates = [
    { language: 'en', href: 'ice.html' },
    { language: 'fr', href: '../mer/glace.html' },
  ];
  const view = publicView(iceRoad);
  const named = htmlExporter.write(view, { whole: true, place: { alternates } });
  expect(named).toContain('<link rel="alternate" hreflang="fr" href="../mer/glace.html">');
  const plain = read(htmlExporter.write(view, { whole: true }));
  const { doc, neighbours: beyond, leftOut } = read(named);
  expect([doc, beyond, leftOut.length]).toEqual([plain.doc, plain.neighbours, plain.leftOut.length]);
});
