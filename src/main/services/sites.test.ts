import { describe, expect, test } from 'vitest';
import type { Fields } from '../../core/article/fields';
import { article, p, quote, to } from '../../core/document/testing/builders';
import type { Site } from '../../core/sites/site';
import { MANIFEST } from '../../core/sites/manifest';
import { memoryServices } from './testing/memoryPorts';

const key = 'k'.repeat(26);
const coast: Site = {
  key,
  name: 'Coast News',
  format: 'markdown',
  language: 'en',
  what: { kind: 'all' },
  folders: [],
  bundles: false,
  embed: false,
  index: true,
};
const noon = Date.parse('2026-03-01T12:00:00Z');
const later = { instant: '2026-03-02T06:00+01:00', zone: 'Europe/Berlin' };

/** A library with a site, and what a test does to it. */
async function desk(site: Partial<Site> = {}) {
  const stet = memoryServices({ clock: { now: () => noon } });
  await stet.call['settings.put']({ sites: [{ ...coast, ...site }] });
  const add = async (fields: Partial<Fields> & { headline: string }, ...body: Parameters<typeof article>[1][]) =>
    (
      await stet.call['articles.create']({
        doc: article(
          { status: 'published', section: ['News'], ...fields },
          ...(body.length > 0 ? body : [p(`${fields.headline} body.`)]),
        ),
      })
    ).id;
  const set = async (id: string, fields: Partial<Fields>) =>
    stet.call['articles.save']({
      id,
      baseRevision: (await stet.call['articles.open']({ id })).revision,
      changes: { fields, splices: [], length: (await stet.call['articles.open']({ id })).doc.content.length },
    });
  const run = (more: Partial<Parameters<(typeof stet.call)['sites.export']>[0]> = {}) =>
    stet.call['sites.export']({ key, dryRun: false, replace: false, embargoed: [], ...more });
  const { files, touched } = stet.sites;
  const pages = () => [...files.keys()].filter((path) => path !== MANIFEST).sort();
  return { ...stet, add, set, run, files, touched, pages, file: (path: string) => files.get(path) ?? '' };
}

describe('what goes to a site', () => {
  test('what is ready or published; a draft, a killed article and the trash do not, and no page names them', async () => {
    const { add, run, call, pages, files } = await desk();
    await add({ headline: 'Out' });
    await add({ headline: 'Ready', status: 'ready' });
    await add({ headline: 'CANARY draft', status: 'draft' });
    await add({ headline: 'CANARY killed', status: 'killed' });
    await call['articles.trash']({ ids: [await add({ headline: 'CANARY trash' })] });
    expect(await run()).toMatchObject({ drafts: 1, kept: [], removed: [] });
    expect(pages()).toEqual(['index.md', 'news/index.md', 'news/out.md', 'news/ready.md']);
    expect([...files.values()].join('\n')).not.toMatch(/canary/iu);
  });

  test('a section or a series alone, when the site says so', async () => {
    const { add, run, call, pages, file } = await desk({ what: { kind: 'section', section: 'sea' } });
    const [first, second] = [
      await add({ headline: 'First', section: ['Sea'] }),
      await add({ headline: 'Second', section: ['Land'] }),
    ];
    await run();
    expect(pages()).toEqual(['index.md', 'sea/first.md', 'sea/index.md']);
    await call['series.link']({ id: first, side: 'next', target: { article: second }, when: 'ask' });
    const [series] = await call['series.list'](null);
    await call['series.rename']({ series: series?.id ?? '', name: 'Winter' });
    await call['settings.put']({ sites: [{ ...coast, what: { kind: 'series', series: series?.id ?? '' } }] });
    await run();
    expect(pages()).toEqual(['index.md', 'land/index.md', 'land/second.md', 'sea/first.md', 'sea/index.md']);
    expect(file('index.md')).toContain('title: Winter');
    expect(file('index.md')).toContain('[First](sea/first.md)\n- [Second](land/second.md)');
  });

  test('links between pages and between neighbours lead from one folder to the other', async () => {
    const { add, run, call, file } = await desk();
    const next = await add({ headline: 'Thaw', section: ['Sea'] });
    const page = await add({ headline: 'Ice' }, p('See ', to(next, 'the thaw'), '.'));
    await call['series.link']({ id: page, side: 'next', target: { article: next }, when: 'ask' });
    await run();
    expect(file('news/ice.md')).toContain('See [the thaw](../sea/thaw.md).');
    expect(file('news/ice.md')).toContain('next:\n  title: Thaw\n  url: ../sea/thaw.md');
    expect(file('sea/thaw.md')).toContain('previous:\n  title: Ice\n  url: ../news/ice.md');
  });

  test('web pages lead from one folder to the other too, and name their translations by language', async () => {
    const { add, run, call, file } = await desk({ format: 'html' });
    const next = await add({ headline: 'Thaw', section: ['Sea'] });
    const page = await add({ headline: 'Ice' }, p('See ', to(next, 'the thaw'), '.'));
    await add({ headline: 'Glace', language: 'fr', section: ['Sea'], translationOf: { article: page, revision: 1 } });
    await call['series.link']({ id: page, side: 'next', target: { article: next }, when: 'ask' });
    expect(await run()).toMatchObject({ lost: [] });
    expect(file('news/ice.html')).toContain('See <a href="../sea/thaw.html">the thaw</a>.');
    expect(file('sea/thaw.html')).toContain('<a class="title" rel="prev" href="../news/ice.html">Ice</a>');
    for (const name of ['news/ice.html', 'news/ice.fr.html']) {
      expect(file(name)).toContain('<link rel="alternate" hreflang="en" href="ice.html">');
      expect(file(name)).toContain('<link rel="alternate" hreflang="fr" href="ice.fr.html">');
    }
    expect(file('sea/thaw.html')).not.toContain('hreflang');
    for (const path of ['news/ice.html', 'news/ice.fr.html', 'sea/thaw.html'])
      expect(file('index.html')).toContain(`href="${path}"`);
  });

  test('a translation stands beside its original; ids, notes and what was checked stay at home', async () => {
    const { add, run, call, file, files } = await desk({ format: 'hugo' });
    const ice = await add({ headline: 'Ice', notes: 'CANARY note' }, quote({ speaker: 'Ana Reis' }, 'Thin.'));
    const { revision } = await call['articles.open']({ id: ice });
    await add({ headline: 'Glace', language: 'fr', translationOf: { article: ice, revision } });
    await run();
    expect(file('news/ice.md')).toContain('translationKey: news/ice');
    expect(file('news/ice.fr.md')).toContain('translationKey: news/ice');
    expect(file('news/_index.md')).toContain('title: News');
    expect([...files.values()].join('\n')).not.toMatch(/canary/iu);
    for (const text of files.values()) for (const id of [ice, key]) expect(text).not.toContain(id);
  });
});

describe('under embargo', () => {
  test('an article is left out and said, whatever the format', async () => {
    const { add, run, pages } = await desk({ format: 'html' });
    await add({ headline: 'CANARY', embargo: later });
    expect(await run()).toMatchObject({
      embargoed: [{ headline: 'CANARY', line: expect.stringContaining('Embargoed until') as string }],
    });
    expect(pages()).toEqual(['index.html']);
  });

  test('Hugo takes one along by its date when it is named, keeps it the next time, and no list and no page names it', async () => {
    const { add, run, pages, file } = await desk({ format: 'hugo' });
    const id = await add({ headline: 'Secret ice', embargo: later });
    await add({ headline: 'Other' }, p('See ', to(id, 'this'), '.'));
    expect((await run()).embargoed).toHaveLength(1);
    expect((await run({ embargoed: [id] })).embargoed).toEqual([]);
    expect(pages()).toContain('news/secret-ice.md');
    expect(file('news/secret-ice.md')).toContain('publishDate: 2026-03-02T06:00+01:00');
    expect(file('news/other.md')).toContain('See this.');
    expect(await run()).toMatchObject({ embargoed: [], written: [], removed: [] });
  });

  test('plain Markdown and web pages do not take it, named or not', async () => {
    const { add, run } = await desk();
    const id = await add({ headline: 'Secret', embargo: later });
    expect((await run({ embargoed: [id] })).embargoed).toHaveLength(1);
  });
});

describe('the folder', () => {
  test.each(['html', 'markdown', 'hugo', 'jekyll'] as const)(
    '%s: exporting twice writes nothing the second time',
    async (format) => {
      const { add, run, files, touched } = await desk({ format });
      await add({ headline: 'Ice' });
      await add({ headline: 'Thaw', publishedAt: '2026-02-01T08:00:00Z' });
      await run();
      const before = new Map(files);
      touched.length = 0;
      expect(await run()).toMatchObject({ written: [], removed: [], kept: [], unchanged: before.size - 1 });
      expect(touched).toEqual([]);
      expect(files).toEqual(before);
    },
  );

  test('only what changed is written, and a page under a new name takes the old one away', async () => {
    const { add, set, run, pages } = await desk({ index: false });
    const ice = await add({ headline: 'Ice' });
    await add({ headline: 'Thaw' });
    await run();
    await set(ice, { slug: 'black-ice' });
    expect(await run()).toMatchObject({ written: ['news/black-ice.md'], removed: ['news/ice.md'], unchanged: 1 });
    expect(pages()).toEqual(['news/black-ice.md', 'news/thaw.md']);
  });

  test('a page that somebody changed is left and named; what Stet did not write is never touched; “replace” replaces', async () => {
    const { add, set, run, files, file } = await desk({ index: false });
    const [ice, thaw] = [await add({ headline: 'Ice' }), await add({ headline: 'Thaw' })];
    files.set('news/thaw.md', 'of the desk');
    files.set('news/own.md', 'of the desk');
    expect((await run()).kept).toEqual([{ path: 'news/thaw.md', why: 'foreign' }]);
    files.set('news/ice.md', 'changed by the desk');
    await set(ice, { tagline: 'New.' });
    expect((await run()).kept).toEqual([
      { path: 'news/ice.md', why: 'changed' },
      { path: 'news/thaw.md', why: 'foreign' },
    ]);
    expect(file('news/ice.md')).toBe('changed by the desk');
    await set(thaw, { status: 'killed' });
    await run();
    expect([file('news/thaw.md'), file('news/own.md')]).toEqual(['of the desk', 'of the desk']);
    expect((await run({ replace: true })).written).toEqual(['news/ice.md']);
    expect(file('news/own.md')).toBe('of the desk');
  });

  test('an article that leaves the site takes only its own files away', async () => {
    const { add, set, run, files, pages } = await desk({ index: false });
    const ice = await add({ headline: 'Ice' });
    const gone = await add({ headline: 'Gone' });
    await run();
    files.set('news/gone.md', 'changed by the desk');
    await set(ice, { status: 'draft' });
    await set(gone, { status: 'draft' });
    expect(await run()).toMatchObject({ removed: ['news/ice.md'], kept: [{ path: 'news/gone.md', why: 'changed' }] });
    expect(pages()).toEqual(['news/gone.md']);
  });

  test('cut off in the middle, the next export finishes without taking anything for another’s', async () => {
    const { add, set, run, sites, pages } = await desk();
    const ids = [await add({ headline: 'Ice' }), await add({ headline: 'Thaw' }), await add({ headline: 'Snow' })];
    await run();
    for (const id of ids) await set(id, { tagline: 'New.' });
    for (const steps of [0, 1, 2, 3]) {
      sites.failsAfter = steps;
      await expect(run()).rejects.toMatchObject({ code: 'sites/failed' });
      sites.failsAfter = Infinity;
      for (const id of ids) await set(id, { tagline: `After ${steps}.` });
    }
    expect((await run()).kept).toEqual([]);
    expect(pages()).toHaveLength(5);
  });

  test('a dry run says the same and writes nothing', async () => {
    const { add, run, files } = await desk();
    await add({ headline: 'Ice' });
    const said = await run({ dryRun: true });
    expect(files.size).toBe(0);
    expect(await run()).toEqual(said);
  });

  test('on a computer that does not know the folder, Stet asks for it', async () => {
    const { run, sites, call } = await desk();
    sites.placed = false;
    await expect(run()).rejects.toMatchObject({ code: 'sites/no-folder' });
    await call['sites.place']({ key, folder: 'site' });
    expect(await run()).toMatchObject({ folder: 'Site' });
  });

  test('a post of Jekyll keeps the day of its first export until it has been published', async () => {
    let now = noon;
    const stet = memoryServices({ clock: { now: () => now } });
    await stet.call['settings.put']({ sites: [{ ...coast, format: 'jekyll' }] });
    const { id } = await stet.call['articles.create']({ doc: article({ headline: 'Ice', status: 'ready' }, p('Cold.')) });
    const run = () => stet.call['sites.export']({ key, dryRun: false, replace: false, embargoed: [] });
    await run();
    now += 5 * 86_400_000;
    expect(await run()).toMatchObject({ written: [], removed: [] });
    await stet.call['articles.save']({
      id,
      baseRevision: 1,
      changes: { fields: { publishedAt: '2026-03-04T09:00:00Z' }, splices: [], length: 4 },
    });
    expect(await run()).toMatchObject({ written: ['_posts/2026-03-04-ice.md'], removed: ['_posts/2026-03-01-ice.md'] });
  });

  test('what was written is filed in the history of its article; what was there already is not filed again', async () => {
    const { add, set, run, call } = await desk();
    const [ice, thaw] = [await add({ headline: 'Ice' }), await add({ headline: 'Thaw' })];
    await run();
    await set(ice, { tagline: 'New.' });
    await run();
    const filed = async (id: string) =>
      (await call['history.list']({ id })).versions.filter((version) => version.filed !== null).length;
    expect([await filed(ice), await filed(thaw)]).toEqual([2, 1]);
  });

  test('of each article it is told which page still has the old text, which others have changed, and which no longer belongs there', async () => {
    const { add, set, run, call, files } = await desk();
    const ice = await add({ headline: 'Ice' });
    const thaw = await add({ headline: 'Thaw' });
    const standing = async (id: string) => (await call['sites.standing']({ id })).map(({ path, standing: how }) => [path, how]);
    expect(await standing(ice)).toEqual([]);
    await run();
    expect(await standing(ice)).toEqual([['news/ice.md', 'current']]);
    await set(ice, { tagline: 'New.' });
    expect(await standing(ice)).toEqual([['news/ice.md', 'old']]);
    expect(await standing(thaw)).toEqual([['news/thaw.md', 'current']]);
    files.set('news/ice.md', 'changed by the desk');
    expect(await standing(ice)).toEqual([['news/ice.md', 'changed']]);
    await set(thaw, { status: 'draft' });
    expect(await standing(thaw)).toEqual([['news/thaw.md', 'leaving']]);
    files.set(MANIFEST, '{');
    expect(await standing(thaw)).toEqual([]);
  });

  test('a filing says when, where, as what and what exactly was written', async () => {
    const { add, run, call, file, sites } = await desk();
    const ice = await add({ headline: 'Ice' });
    await run();
    const filed = (await call['history.list']({ id: ice })).versions.at(-1)?.filed;
    expect(filed).toEqual({
      at: noon,
      format: 'markdown',
      where: 'Coast News',
      file: 'news/ice.md',
      sha256: sites.sha256(file('news/ice.md')),
    });
  });

  test('while an article cannot be read, nothing is removed and that is said; afterwards it is', async () => {
    const { add, set, run, pages, articles } = await desk({ index: false });
    const ice = await add({ headline: 'Ice' });
    await run();
    await set(ice, { slug: 'black-ice' });
    articles.unreadable = [{ file: 'some.json', code: 'articles/unreadable' }];
    expect(await run()).toMatchObject({ removed: [], kept: [{ path: 'news/ice.md', why: 'unsure' }] });
    articles.unreadable = [];
    expect(await run()).toMatchObject({ removed: ['news/ice.md'], kept: [] });
    expect(pages()).toEqual(['news/black-ice.md']);
  });

  test('a site whose series is gone is not emptied', async () => {
    const { add, run, call, files } = await desk();
    await add({ headline: 'Ice' });
    await run();
    const before = new Map(files);
    await call['settings.put']({ sites: [{ ...coast, what: { kind: 'series', series: 's'.repeat(26) } }] });
    await expect(run()).rejects.toMatchObject({ code: 'sites/no-series' });
    expect(files).toEqual(before);
  });
});
