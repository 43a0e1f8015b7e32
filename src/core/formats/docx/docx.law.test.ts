import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocJson } from '../../document/json';
import { publicView, type PublicView } from '../../document/publicView';
import { articles, neighbours, withPictures } from '../../document/testing/arbitrary';
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

test('writing the same article twice gives the same bytes', () => {
  fc.assert(
    fc.property(articles, (doc) => {
      const view = publicView(doc);
      expect(docxExporter.pack?.(view, { whole: true })).toEqual(docxExporter.pack?.(structuredClone(view), { whole: true }));
    }),
    { numRuns: 30 },
  );
});
