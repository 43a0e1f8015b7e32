import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articles, neighbours } from '../../document/testing/arbitrary';
import { withPictures } from '../../document/testing/arbitraryPictures';
import { publicView, type PublicView } from '../../document/publicView';
import type { DocJson } from '../../document/json';
import type { Exporter } from '../format';
import { hugoExporter, jekyllExporter, markdownExporter } from './markdownExporter';
import { markdownImporter } from './markdownImporter';

const place = { weight: 3, translationKey: 'news/ice', permalink: '/news/ice/' };

function reread(view: PublicView, exporter: Exporter): PublicView {
  const {
    doc,
    neighbours: beside,
    leftOut,
  } = markdownImporter.read(exporter.write(view, { whole: true, place }), {
    language: 'en',
    name: null,
    part: 'page',
  });
  expect(leftOut).toEqual([]);
  return publicView(withPictures(doc), { name: beside.seriesName, previous: beside.previous, next: beside.next });
}

// Slow where other work shares the machine.
test.each([markdownExporter, hugoExporter, jekyllExporter])(
  '$title: reading an export again gives the same public view, whatever stands in the article',
  { timeout: 240_000 },
  (exporter) => {
    fc.assert(
      fc.property(articles, neighbours, (doc: DocJson, beside) => {
        const view = publicView(doc, beside);
        expect(reread(view, exporter)).toEqual(view);
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? (exporter === markdownExporter ? 1000 : 500)) },
    );
  },
);
