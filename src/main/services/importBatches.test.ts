import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StetError } from '../../core/errors';
import { article, figure, p, to } from '../../core/document/testing/builders';
import type { BatchFile, BatchReport } from '../../core/importing/batch';
import { takeIn } from '../../core/importing/takeIn';
import { png } from '../../core/pictures/testing/files';
import { articleOf } from '../../core/series/settle';
import type { Series } from '../../core/series/series';
import { memoryServices } from './testing/memoryPorts';

type Host = ReturnType<typeof memoryServices>;

const text = (path: string, words: string): BatchFile => bytes(path, new TextEncoder().encode(words));
const bytes = (path: string, content: Uint8Array): BatchFile => ({
  path,
  size: content.length,
  read: () => Promise.resolve(content),
});

/** Takes files into a library as a window does. */
async function take(host: Host, files: readonly BatchFile[], how: { dryRun?: boolean; stopAt?: string } = {}) {
  let stopped = false;
  const report = await takeIn(
    files,
    {
      client: host.call,
      putPicture: (content) => host.assets.put(content),
      progress: ({ step }) => (stopped = stopped || step === how.stopAt),
      stopped: () => stopped,
    },
    { format: null, dryRun: how.dryRun ?? false },
  );
  return report;
}
async function taken(host: Host, ...files: BatchFile[]): Promise<BatchReport> {
  const report = await take(host, files);
  if (!report) throw new Error('It was stopped.');
  return report;
}
const nothing = async (host: Host) => {
  expect(host.articles.files.size).toBe(0);
  expect(host.series()).toEqual([]);
  expect((await host.call['articles.list']({})).articles).toEqual([]);
};
/** Series as the headlines of their pieces. */
async function told(host: Host): Promise<string[]> {
  const { articles } = await host.call['articles.list']({});
  const name = new Map(articles.map(({ id, headline }) => [id, headline]));
  return host
    .series()
    .map(
      (one: Series) =>
        `${one.name ?? '-'}: ${one.entries.map((entry) => ('article' in entry ? (name.get(entry.article) ?? '?') : `“${entry.title}”`)).join(' ')}`,
    )
    .sort();
}

describe('a folder', () => {
  test('every text becomes an article, and every file is answered for', async () => {
    const host = memoryServices();
    const report = await taken(
      host,
      text(
        'site/ice.md',
        '---\ntitle: Ice\nseries: Winter\nnext:\n  title: Thaw\n  url: thaw.html\n---\n\nIt [holds](thaw.html), see [this](gone.html).\n',
      ),
      text('site/thaw.html', '<title>x</title><article><h1>Thaw</h1><p>It is over.</p></article>'),
      text('site/empty.txt', ' \n'),
      text('site/style.css', 'p {}'),
      text('site/.DS_Store', 'x'),
      bytes('site/quay.png', png()),
    );
    expect(report.taken.map(({ file, headline }) => [file, headline])).toEqual([
      ['site/ice.md', 'Ice'],
      ['site/thaw.html', 'Thaw'],
    ]);
    expect(report.left).toEqual([
      { file: 'site/empty.txt', why: 'There is nothing in this file.', failed: true },
      { file: '.css', why: 'One file that holds no article.' },
      { file: 'site/quay.png', why: 'No article shows this picture.' },
    ]);
    expect(await told(host)).toEqual(['Winter: Ice Thaw']);
    const [ice, thaw] = report.taken;
    const { doc } = await host.call['articles.open']({ id: ice?.id ?? '' });
    expect(doc.content[3]).toEqual(p('It ', to(thaw?.id ?? '', 'holds'), ', see this.'));
    expect(ice?.leftOut.map(({ text: words }) => words)).toEqual(['gone.html']);
  });

  test('a page bundle takes its name from its folder, and its pictures with it', async () => {
    const host = memoryServices();
    const report = await taken(
      host,
      text('content/north/ice-road/index.md', '# Ice road\n\n![The quay](images/quay.png "Quay | Ada")\n\nIt holds.\n'),
      bytes('content/north/ice-road/images/quay.png', png()),
      text('content/north/_index.md', '---\ntitle: North\n---\n'),
    );
    const { doc } = await host.call['articles.open']({ id: report.taken[0]?.id ?? '' });
    expect(doc.attrs.slug).toBe('ice-road');
    expect(doc.content[3]).toMatchObject({ type: 'figure', attrs: { caption: 'Quay', credit: 'Ada', width: 48, height: 32 } });
    expect(report.left.map(({ file }) => file)).toEqual(['content/north/_index.md']);
  });

  test('posts of Jekyll have their day from their names', async () => {
    const host = memoryServices();
    const report = await taken(host, text('_posts/2026-02-03-ice-road.md', '# Ice road\n\nIt holds.\n'));
    const { doc } = await host.call['articles.open']({ id: report.taken[0]?.id ?? '' });
    expect([doc.attrs.slug, doc.attrs.publishedAt]).toEqual(['ice-road', '2026-02-03T00:00:00Z']);
  });

  test('two languages of one article are joined', async () => {
    const host = memoryServices();
    const report = await taken(
      host,
      text('ice.md', '---\ntitle: Ice\nlanguage: en\n---\n\nIt holds.\n'),
      text('ice.de.md', '---\ntitle: Eis\nlanguage: de\n---\n\nEs hält.\n'),
      text('ice.old.md', '---\ntitle: Ice, old\nlanguage: en\n---\n\nIt held.\n'),
    );
    const ids = new Map(report.taken.map(({ headline, id }) => [headline, id]));
    const open = async (headline: string) => (await host.call['articles.open']({ id: ids.get(headline) ?? '' })).doc.attrs;
    expect((await open('Eis')).translationOf).toEqual({ article: ids.get('Ice'), revision: 1 });
    expect((await open('Ice, old')).translationOf).toBeNull();
  });

  test('pictures named from the root of the site, or above the text, come along; what lies outside is named', async () => {
    const host = memoryServices();
    const report = await taken(
      host,
      text('site/hugo.toml', 'title = "x"'),
      text(
        'site/content/ice.md',
        '---\ntitle: Ice\nimage: /images/quay.png\n---\n\n![Far](../../../../quay.png "Out")\n\nCold.\n',
      ),
      text(
        'site/content/en/thaw.html',
        '<article><h1>Thaw</h1><p><img alt="The quay" src="../../static/images/quay.png?v=2"></p><p>Over.</p><p><img alt="" src="/gone.png"></p></article>',
      ),
      bytes('site/static/images/quay.png', png()),
      bytes('quay.png', png()),
    );
    const open = async (title: string) =>
      (await host.call['articles.open']({ id: report.taken.find(({ headline }) => headline === title)?.id ?? '' })).doc;
    expect((await open('Ice')).attrs.leadImage).toMatchObject({ width: 48 });
    expect((await open('Thaw')).content[3]).toMatchObject({ type: 'figure', attrs: { alt: 'The quay', height: 32 } });
    const said = report.taken.flatMap(({ leftOut }) => leftOut.map(({ text: words, why }) => [words, why.split(';')[0]]));
    expect(said).toEqual([
      ['/gone.png', 'a picture whose file did not come with the page'],
      ['Far', 'a picture outside of what was chosen, where Stet does not look'],
    ]);
  });

  test('pages that name one another in other languages are joined; one that did not come along is named', async () => {
    const host = memoryServices();
    const page = (title: string, language: string) =>
      `<html lang="${language}"><link rel="alternate" hreflang="en" href="/en/ice.html"><link rel="alternate" hreflang="fr" href="../fr/glace.html"><link rel="alternate" hreflang="nl" href="../nl/ijs.html"><article><h1>${title}</h1><p>${title}.</p></article>`;
    const report = await taken(
      host,
      text('site/en/ice.html', page('Ice', 'en')),
      text('site/fr/glace.html', page('Glace', 'fr')),
    );
    const [ice, glace] = report.taken;
    expect((await host.call['articles.open']({ id: glace?.id ?? '' })).doc.attrs.translationOf).toEqual({
      article: ice?.id,
      revision: 1,
    });
    expect(glace?.changes).toEqual(['Linked as the translation of “Ice”.']);
    expect(report.taken.map(({ leftOut }) => leftOut)).toEqual(
      Array(2).fill([{ line: null, text: 'nl', why: 'translations that are not in this import' }]),
    );
  });

  test('what is there already, word for word, is not taken twice', async () => {
    const host = memoryServices();
    const files = [
      text('a.md', '---\ntitle: A\nnext:\n  title: B\n  url: b.md\n---\n\nOne, see [it](b.md).\n'),
      text('b.md', '# B\n\nTwo.\n'),
    ];
    await taken(host, ...files);
    const again = await taken(host, ...files);
    expect(again.taken).toEqual([]);
    expect(again.left.map(({ why }) => why)).toEqual(Array(2).fill('It is in the library already, word for word.'));
    expect(await told(host)).toEqual(['-: A B']);
  });

  test('a later part goes on the series that is there', async () => {
    const host = memoryServices();
    await taken(
      host,
      text('a.md', '---\ntitle: A\nseries: Ice\n---\n\nOne.\n'),
      text('b.md', '---\ntitle: B\nseries: Ice\nprevious:\n  title: A\n  url: a.md\n---\n\nTwo.\n'),
    );
    await taken(host, text('c.md', '---\ntitle: C\nseries: Ice\nprevious:\n  title: B\n  url: b.md\n---\n\nThree.\n'));
    expect(await told(host)).toEqual(['Ice: A B C']);
  });

  test('a dry run reports the same and keeps nothing', async () => {
    const host = memoryServices();
    const report = await take(host, [text('a.md', '# A\n\n![x](x.png)\n'), bytes('x.png', png())], { dryRun: true });
    expect(report?.taken).toMatchObject([{ headline: 'A', leftOut: [] }]);
    await nothing(host);
  });
});

describe('all or nothing', () => {
  const three = ['a', 'b', 'c'].map((name) => text(`${name}.md`, `# ${name}\n\nWords.\n`));

  test.each(['reading', 'storing'])('stopped while %s, nothing is there', async (stopAt) => {
    const host = memoryServices();
    expect(await take(host, three, { stopAt })).toBeNull();
    await nothing(host);
  });

  test.each([0, 1, 2])('a disk that is full after %i articles leaves nothing of them', async (after) => {
    const host = memoryServices();
    const { write } = host.articles;
    let left = after;
    host.articles.write = (written) =>
      left-- > 0 ? write(written) : Promise.reject(new StetError('storage/full', 'The disk is full.'));
    await expect(take(host, three)).rejects.toMatchObject({ code: 'storage/full' });
    await nothing(host);
    expect([...host.history.kept.keys()]).toEqual([]);
  });

  test('cancelled in the middle of the writing, nothing is there', async () => {
    const host = memoryServices();
    const { batch } = await host.call['import.begin']({ dryRun: false });
    for (const name of ['a', 'b'])
      await host.call['import.add']({ batch, path: `${name}.md`, text: `# ${name}\n\nWords.\n`, format: null });
    const { write } = host.articles;
    host.articles.write = async (written) => {
      await write(written);
      await host.call['import.cancel']({ batch });
    };
    await expect(host.call['import.commit']({ batch, pictures: [] })).rejects.toMatchObject({ code: 'import/stopped' });
    await nothing(host);
  });

  test('what a crash left is out of sight, and settled at the next start', async () => {
    const host = memoryServices();
    const { batch } = await host.call['import.begin']({ dryRun: false });
    await host.call['import.add']({ batch, path: 'a.md', text: '# A\n\nWords.\n', format: null });
    // The process ends where nothing can be cleared any more.
    host.articles.discard = () => Promise.reject(new StetError('storage/failed', 'No disk.'));
    const { write } = host.articles;
    host.articles.write = async (written) => {
      await write(written);
      throw new StetError('storage/failed', 'No disk.');
    };
    await expect(host.call['import.commit']({ batch, pictures: [] })).rejects.toMatchObject({ code: 'storage/failed' });
    expect(host.articles.files.size).toBe(1);
    expect((await host.call['articles.list']({})).articles).toEqual([]);
    host.articles.discard = (id) => host.articles.remove(id);
    expect(await host.settleArrivals(true)).toHaveLength(1);
    expect((await host.call['articles.list']({})).articles).toHaveLength(1);
  });
});

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
