import { expect, test } from 'vitest';
import type { Fields } from '../../core/article/fields';
import { article, figure, li, p, pull, quote, to, ul } from '../../core/document/testing/builders';
import { publicView, type PublicView } from '../../core/document/publicView';
import { siteFormats } from '../../core/sites/site';
import type { BatchFile } from '../../core/importing/batch';
import { takeIn } from '../../core/importing/takeIn';
import { gif, jpeg, png } from '../../core/pictures/testing/files';
import { memoryServices } from './testing/memoryPorts';

type Host = ReturnType<typeof memoryServices>;

/** A site with everything that leads from one file to another: pictures, links, a series across sections, three languages. */
async function newsroom(format: (typeof siteFormats)[number], bundles: boolean): Promise<Host> {
  const stet = memoryServices({ clock: { now: () => Date.parse('2026-03-01T12:00:00Z') } });
  const add = async (fields: Partial<Fields> & { headline: string }, ...body: Parameters<typeof article>[1][]) =>
    (
      await stet.call['articles.create']({
        doc: article(
          { status: 'published', publishedAt: '2026-02-28T08:00:00Z', section: ['News'], language: 'en', ...fields },
          ...body,
        ),
      })
    ).id;
  const [quay, water, sign] = [await stet.assets.put(png()), await stet.assets.put(jpeg()), await stet.assets.put(gif())];
  const shown = (alt: string, picture: typeof quay) => ({ ...picture, alt, caption: `${alt} | at noon`, credit: 'Ada Berg' });
  const thaw = await add(
    { headline: 'Thaw', slug: 'thaw', section: ['Sea'], leadImage: shown('Open water', water) },
    p('It is over.'),
  );
  const ice = await add(
    { headline: 'Ice', slug: 'ice', tags: ['cold', 'no'] },
    p('It ', to(thaw, 'holds'), '.'),
    figure(quay.asset, shown('The quay', quay)),
    quote({ speaker: 'Ana Reis', role: 'harbour master', sourceTitle: 'Radio' }, 'Thin.'),
    pull(null, 'Thin.'),
    ul(li(p('one')), li(p('two'))),
  );
  const snow = await add({ headline: 'Snow', slug: 'ice-de', section: [] }, p('It snowed on ', to(ice, 'the ice'), '.'));
  const revision = 1;
  const eis = await add(
    {
      headline: 'Eis',
      slug: 'eis',
      language: 'de',
      translationOf: { article: ice, revision },
      leadImage: shown('Der Kai', quay),
    },
    p('Es ', to(thaw, 'hält'), '.'),
    figure(sign.asset, shown('Noch einmal', sign)),
  );
  // The original is in a language that is not the site's.
  const glace = await add(
    { headline: 'Gel', slug: 'gel', language: 'fr' },
    p('Il gèle.'),
    figure(water.asset, shown('Le quai', water)),
  );
  await add({ headline: 'Frost', slug: 'frost', translationOf: { article: glace, revision } }, p('It freezes.'));
  await stet.call['series.link']({ id: snow, side: 'next', target: { article: ice }, when: 'ask' });
  await stet.call['series.link']({ id: ice, side: 'next', target: { article: thaw }, when: 'ask' });
  await stet.call['series.link']({ id: eis, side: 'next', target: { article: glace }, when: 'ask' });
  const [winter] = await stet.call['series.list'](null);
  await stet.call['series.rename']({ series: winter?.id ?? '', name: 'Winter' });
  const site = await stet.call['sites.make']({ name: 'Coast', language: 'en' });
  await stet.call['settings.put']({ sites: [{ ...site, format, bundles }] });
  await stet.call['sites.export']({ key: site.key, dryRun: false, replace: false, embargoed: [] });
  return stet;
}

/** The whole library as its readers know it, and what belongs to what, without ids. */
async function told(stet: Host) {
  const { articles } = await stet.call['articles.list']({});
  const name = new Map(articles.map(({ id, headline }) => [id, headline]));
  const views: Record<string, PublicView & { translates: string | null }> = {};
  for (const { id, headline } of articles) {
    const { doc } = await stet.call['articles.open']({ id });
    const view = publicView(doc, undefined, {
      addressOf: (other) => `https://site.example/${encodeURIComponent(name.get(other) ?? '?')}`,
      headlineOf: (other) => name.get(other) ?? null,
      fileOf: (asset) => `${stet.sites.sha256(stet.assets.files.get(asset)?.bytes ?? '')}.${asset.split('.')[1]}`,
    });
    views[headline] = { ...view, translates: doc.attrs.translationOf && (name.get(doc.attrs.translationOf.article) ?? '?') };
  }
  const series = stet.series().map(({ name: called, entries }) => ({
    called,
    entries: entries.map((entry) => ('article' in entry ? name.get(entry.article) : entry)),
  }));
  return { views, series: series.sort((one, other) => ((one.called ?? '') < (other.called ?? '') ? -1 : 1)) };
}

const kinds: Readonly<Record<string, () => Uint8Array>> = { png, jpg: jpeg, gif };
const cases = siteFormats.flatMap((format) =>
  (format === 'hugo' ? [false, true] : [false]).map((bundles) => ({ format, bundles })),
);

test.each(cases)(
  'the folder of a site in $format, bundles $bundles, brings the whole newsroom back',
  async ({ format, bundles }) => {
    const before = await newsroom(format, bundles);
    const files = [...before.sites.files].map(([path, words]): BatchFile => {
      const picture = kinds[/\.(png|jpg|gif)$/u.exec(path)?.[1] ?? ''];
      const content = picture?.() ?? new TextEncoder().encode(words);
      return { path: `my-site/${path}`, size: content.length, read: () => Promise.resolve(content) };
    });
    const after = memoryServices();
    const report = await takeIn(
      files,
      { client: after.call, putPicture: (bytes) => after.assets.put(bytes), progress: () => undefined, stopped: () => false },
      { format: null, dryRun: false },
    );
    expect(report?.taken.flatMap(({ leftOut }) => leftOut)).toEqual([]);
    expect(report?.left.filter(({ why }) => !/lists/u.test(why))).toEqual([]);
    expect(await told(after)).toEqual(await told(before));
  },
);
