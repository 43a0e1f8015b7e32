import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { article, figure, p, to } from '../../core/document/testing/builders';
import { png } from '../../core/pictures/testing/files';
import { articleOf } from '../../core/series/settle';
import { bytes, taken, text, told } from './testing/batches';
import { memoryServices } from './testing/memoryPorts';

describe('what Stet exported comes back', () => {
  test('series in their order, and links between articles, whatever the format', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(['one', 'two', 'three', 'four', 'five', 'six'], { minLength: 1 }),
        fc.nat({ max: 5 }),
        fc.boolean(),
        fc.constantFrom('html', 'markdown', 'hugo', 'jekyll'),
        async (order, cut, named, format) => {
          const before = memoryServices();
          const ids = new Map<string, string>();
          for (const name of [...order].sort()) {
            const made = await before.call['articles.create']({
              doc: article({ headline: name, slug: name, status: 'ready' }, p('Words of ', name, '.')),
            });
            ids.set(name, made.id);
          }
          const runs = [order.slice(0, cut), order.slice(cut)].filter((run) => run.length > 1);
          const series = runs.map((run, at) => ({
            id: `series0000000000${at}`,
            name: named ? `Series ${at}` : null,
            entries: run.map((name) => ({ article: ids.get(name) ?? '' })),
          }));
          await before.call['series.restore']({ series });
          await before.call['export.run']({
            ids: [...ids.values()],
            format,
            folder: 'desk',
            options: { whole: true },
            replace: false,
            anyway: true,
          });
          const after = memoryServices();
          const report = await taken(after, ...[...before.places.files].map(([name, words]) => text(name, words)));
          expect(report.left).toEqual([]);
          expect(report.taken.flatMap(({ leftOut }) => leftOut)).toEqual([]);
          expect(await told(after)).toEqual(await told(before));
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each(['html', 'markdown', 'hugo', 'jekyll'] as const)(
    'a site in %s, whole: pictures, links, series, lists left',
    async (format) => {
      const before = memoryServices();
      const { asset, width, height } = await before.assets.put(png());
      const head = { status: 'ready' as const, section: ['North'] };
      const thaw = await before.call['articles.create']({
        doc: article({ ...head, headline: 'Thaw', slug: 'thaw' }, p('It is over.')),
      });
      const ice = await before.call['articles.create']({
        doc: article(
          { ...head, headline: 'Ice', slug: 'ice' },
          p('It ', to(thaw.id, 'holds'), '.'),
          figure(asset, { alt: 'The quay', width, height }),
        ),
      });
      await before.call['series.link']({ id: ice.id, side: 'next', target: { article: thaw.id }, when: 'ask' });
      const site = await before.call['sites.make']({ name: 'Coast', language: 'en' });
      await before.call['settings.put']({ sites: [{ ...site, format }] });
      await before.call['sites.export']({ key: site.key, dryRun: false, replace: false, embargoed: [] });
      const files = [...before.sites.files].map(([path, words]) =>
        path.endsWith('.png') ? bytes(`my-site/${path}`, png()) : text(`my-site/${path}`, words),
      );
      const after = memoryServices();
      const report = await taken(after, ...files);
      expect(report.taken.map(({ headline, leftOut }) => [headline, leftOut]).sort()).toEqual([
        ['Ice', []],
        ['Thaw', []],
      ]);
      expect(report.left.filter(({ why }) => !/lists/u.test(why))).toEqual([]);
      const id = (headline: string) => report.taken.find((one) => one.headline === headline)?.id ?? '';
      const { doc } = await after.call['articles.open']({ id: id('Ice') });
      expect(doc.content.slice(3)).toMatchObject([
        p('It ', to(id('Thaw'), 'holds'), '.'),
        { type: 'figure', attrs: { alt: 'The quay', width, height } },
      ]);
      expect(after.series().map(({ entries }) => entries.map(articleOf))).toEqual([[id('Ice'), id('Thaw')]]);
    },
  );
});
