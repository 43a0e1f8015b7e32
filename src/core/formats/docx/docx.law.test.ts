import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockOf, DocJson } from '../../document/json';
import { publicView, type PublicView } from '../../document/publicView';
import { articles, neighbours } from '../../document/testing/arbitrary';
import { withPictures } from '../../document/testing/arbitraryPictures';
import { article, li, ol, p, ul } from '../../document/testing/builders';
import { carriedOf } from '../carriedOf';
import { docxCarries, docxExporter } from './docxExporter';
import { docxImporter } from './docxImporter';
import { unpacked } from './unpacked';

const context = { language: 'en', name: null, part: 'page' } as const;

function reread(text: string): PublicView {
  const { doc, neighbours: beside } = docxImporter.read(text, context);
  return publicView(withPictures(doc), { name: beside.seriesName, previous: beside.previous, next: beside.next });
}

/** XML cannot hold U+FFFE and U+FFFF; the proof names the block in which they were replaced. */
const inXml = (doc: DocJson): DocJson => JSON.parse(JSON.stringify(doc).replace(/[\ufffe\uffff]/gu, '\ufffd')) as DocJson;

test('a Word document gives the article back as far as its format carries it, through the zip', () => {
  fc.assert(
    fc.property(articles, neighbours, (doc, series) => {
      const view = publicView(
        inXml(doc),
        JSON.parse(JSON.stringify(series).replace(/[\ufffe\uffff]/gu, '\ufffd')) as typeof series,
      );
      const carried = carriedOf(view, docxCarries);
      const file = docxExporter.pack?.(view, { whole: true }) ?? new Uint8Array();
      expect(reread(unpacked(file))).toEqual(carried);
      expect(reread(docxExporter.write(view, { whole: true }))).toEqual(carried);
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('lists deeper than the nine levels that Word knows come back as deep', () => {
  const deep = (levels: number, ordered: boolean): BlockOf<'bulletList' | 'orderedList'> => {
    const inside = levels > 1 ? [deep(levels - 1, ordered), ul(li(p('beside')))] : [];
    const item = li(p(`level ${levels}`), p('and more'), ...inside);
    return ordered ? ol(3, item, li(p('next'))) : ul(item, li(p('next')));
  };
  for (const ordered of [false, true]) {
    const view = publicView(article({ headline: 'Deep' }, deep(14, ordered), p('After.')));
    expect(reread(docxExporter.write(view, { whole: true }))).toEqual(view);
  }
});

test('writing the same article twice gives the same bytes', () => {
  fc.assert(
    fc.property(articles, (doc) => {
      const view = publicView(doc);
      expect(docxExporter.pack?.(view, { whole: true })).toEqual(docxExporter.pack?.(structuredClone(view), { whole: true }));
    }),
    { numRuns: 30 },
  );
});
