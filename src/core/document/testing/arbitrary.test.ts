import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicView, documentOf } from '../publicView';
import { articles, neighbours } from './arbitrary';
import { article, publicQuote, quote, related } from './builders';

test('the public view is a normal form: taking it twice changes nothing', () => {
  fc.assert(
    fc.property(articles, neighbours, (doc, series) => {
      const view = publicView(doc, series);
      const again = documentOf(view, { notes: '', rejections: [], translationOf: null, status: 'draft' });
      expect(publicView(again, series)).toEqual(view);
    }),
    { numRuns: 500 },
  );
});

test('a name, role or label of spaces is as good as none', () => {
  const view = publicView(
    article(
      {
        headline: ' ',
        byline: [
          { name: ' ', role: 'x', url: null },
          { name: 'Ana Reis', role: ' ', url: null },
        ],
        section: ['', 'World'],
        dateline: { place: '\u00a0', date: null },
      },
      quote({ speaker: ' ', role: '' }, 'Words.'),
      related('Read', '\t'),
    ),
  );
  expect(view.headline).toBe('');
  expect(view.fields).toMatchObject({
    byline: [{ name: 'Ana Reis', role: null, url: null }],
    section: ['World'],
    dateline: null,
  });
  expect(view.body).toEqual([publicQuote({}, 'Words.')]);
});
