import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicView, type PublicView } from '../../document/publicView';
import { articles } from '../../document/testing/arbitrary';
import { withPictures } from '../../document/testing/arbitraryPictures';
import { carriedOf } from '../carriedOf';
import { ninjsCarries, ninjsExporter } from './ninjs';
import { ninjsImporter } from './ninjsImporter';

/** ninjs wants seconds in every instant (RFC 3339, section 5.6), has one time for an item that was never updated, and no days. */
function asTold(view: PublicView): PublicView {
  const seconds = (instant: string | null) => instant?.replace(/T(\d{2}:\d{2})(?=Z|[+-])/u, 'T$1:00') ?? null;
  const { publishedAt, updatedAt, embargo, dateline } = view.fields;
  const [published, updated] = [seconds(publishedAt), seconds(updatedAt)];
  return {
    ...view,
    fields: {
      ...view.fields,
      dateline: dateline && dateline.place !== '' ? { ...dateline, date: null } : null,
      publishedAt: published,
      updatedAt: updated === published ? null : updated,
      embargo: embargo && { ...embargo, instant: seconds(embargo.instant) ?? '' },
    },
  };
}

test('an item of Stet gives the article back as far as ninjs carries it', () => {
  fc.assert(
    fc.property(articles, (doc) => {
      const view = publicView(doc);
      const back = ninjsImporter.read(ninjsExporter.write(view, { whole: true }), { language: 'en', name: null, part: 'page' });
      expect(back.leftOut).toEqual([]);
      expect(asTold(publicView(withPictures(back.doc)))).toEqual(asTold(carriedOf(view, ninjsCarries)));
    }),
    { numRuns: 300 },
  );
}, 120_000);
