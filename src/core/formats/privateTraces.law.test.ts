import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../article/article';
import { publicArticle } from '../document/publicView';
import type { DocJson } from '../document/json';
import { noEvidence } from '../document/evidence';
import { blockText } from '../article/summary';
import { articles } from '../document/testing/arbitrary';
import { boilerplateOf } from './boilerplate';
import { privateTraces } from './privateTraces';
import { exporters } from './registry';

/** Every block quotation ticked as checked as it stands. */
const ticked = (doc: DocJson): DocJson => ({
  ...doc,
  content: doc.content.map((block) =>
    block.type === 'quote' && block.attrs
      ? { ...block, attrs: { ...block.attrs, evidence: { ...noEvidence, baseline: blockText(block) } } }
      : block,
  ) as DocJson['content'],
});
test('no article with its quotations ticked as checked is kept back in any format', () => {
  fc.assert(
    fc.property(articles, (given) => {
      const doc = ticked(given);
      const article: Article = {
        id: 'abcdefghijklmnop',
        revision: 1,
        schema: 1,
        createdAt: 0,
        editedAt: 0,
        trashedAt: null,
        doc,
      };
      const view = publicArticle(article);
      for (const exporter of exporters) {
        const text = exporter.write(view, { whole: true });
        expect([exporter.id, privateTraces(article, view, text, () => boilerplateOf(exporter, view.fields.language))]).toEqual([
          exporter.id,
          [],
        ]);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
