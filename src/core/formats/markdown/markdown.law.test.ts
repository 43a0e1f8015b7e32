import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articles, neighbours, withPictures } from '../../document/testing/arbitrary';
import { publicView, type PublicView } from '../../document/publicView';
import type { DocJson } from '../../document/json';
import { markdownExporter } from './markdownExporter';
import { markdownImporter } from './markdownImporter';

function reread(view: PublicView): PublicView {
  const { doc, neighbours: beside } = markdownImporter.read(markdownExporter.write(view, { whole: true }), {
    language: 'en',
    name: null,
    part: 'page',
  });
  return publicView(withPictures(doc), { name: beside.seriesName, previous: beside.previous, next: beside.next });
}

// Slow where other work shares the machine.
test('reading an export again gives the same public view, whatever stands in the article', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(articles, neighbours, (doc: DocJson, beside) => {
      const view = publicView(doc, beside);
      expect(reread(view)).toEqual(view);
    }),
    { numRuns: Number(process.env.LAW_RUNS ?? 1000) },
  );
});
