import { expect, test } from 'vitest';
import { article, p, quote } from '../../core/document/testing/builders';
import { blankSite } from '../../core/sites/site';
import { memoryServices } from './testing/memoryPorts';
import { MemorySearch } from './testing/memorySearch';

const WORDS = 'Quagga';
const text = (at: number) =>
  `---\ntitle: ${WORDS} ${at}\nslug: ice-road\nstatus: published\nseries: ${WORDS} diary\n---\n\n> They say it holds.\n>\n> — Ada ${WORDS}, driver\n`;

/** A library with one article, in which an import of three texts has come to the version of its last: it goes on with `go`. */
async function halfway() {
  const index = new MemorySearch();
  const stet = memoryServices({ search: { index, report: () => undefined } });
  const { call, articles, history } = stet;
  const site = { ...blankSite, key: 'k'.repeat(26), name: 'Coast News', language: 'en', format: 'markdown' as const };
  await call['settings.put']({ sites: [site] });
  const doc = article({ headline: 'Ice road', slug: 'ice-road', status: 'published' }, quote({ speaker: 'Bo Levin' }, p('Yes.')));
  const { id } = await call['articles.create']({ doc });
  const { batch } = await call['import.begin']({ dryRun: false });
  for (const at of [1, 2, 3]) await call['import.add']({ batch, path: `diary-${at}.md`, text: text(at), format: null });
  const { append } = history;
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  const there = new Promise<void>((resolve) => {
    let left = 3;
    history.append = async (of, versions) => {
      if (--left === 0) {
        resolve();
        await held;
      }
      return append(of, versions);
    };
  });
  const came = call['import.commit']({ batch, pictures: [] });
  await there;
  await expect.poll(() => history.kept.size).toBe(2);
  const ids = [...articles.files.keys()].filter((one) => one !== id);
  expect(ids).toHaveLength(3);
  return { ...stet, index, id, ids, batch, came, go, site };
}
const everyList = async ({ call, ids }: Awaited<ReturnType<typeof halfway>>) =>
  JSON.stringify([
    await call['articles.list']({}),
    await call['articles.list']({ newest: 5 }),
    await call['articles.list']({ ids }),
    await call['people.suggest']({ prefix: '' }),
    await call['people.quoted']({ name: `Ada ${WORDS}`, except: null }),
    await call['series.list'](null),
  ]);

test('no list, suggestion or series shows what is only arriving, and all of them what has come', async () => {
  const host = await halfway();
  expect(await everyList(host)).not.toContain(WORDS);
  host.go();
  await host.came;
  expect((await everyList(host)).split(`Ada ${WORDS}`).length).toBeGreaterThan(6);
  expect((await host.call['series.list'](null)).map(({ entries }) => entries.length)).toEqual([3]);
});

test('searching finds nothing of it, and no word of it is in the index before it has come', async () => {
  const { call, index, ids, readForSearch, changed, came, go } = await halfway();
  const found = async () => (await call['search.find']({ query: WORDS, limit: 9, trashed: false, whole: true })).total;
  await readForSearch();
  // As when the look at the folder finds files that it did not know.
  changed(ids);
  await readForSearch();
  expect(await found()).toBe(0);
  expect([...index.known.keys()].filter((id) => ids.includes(id))).toEqual([]);
  go();
  await came;
  await readForSearch();
  expect(await found()).toBe(3);
});

test('the checks of another article do not know it', async () => {
  const { call, id, came, go } = await halfway();
  const clash = async () => (await call['checks.examine']({ id })).findings.some(({ kind }) => kind === 'slug clash');
  const before = await clash();
  go();
  await came;
  expect([before, await clash()]).toEqual([false, true]);
});

test('no site takes it', async () => {
  const { call, site, sites, came, go } = await halfway();
  const run = () => call['sites.export']({ key: site.key, dryRun: false, replace: false, embargoed: [] });
  expect((await run()).drafts).toBe(0);
  expect(JSON.stringify([...sites.files])).not.toContain(WORDS);
  go();
  await came;
  expect((await run()).drafts).toBe(3);
});

test('no series and no archive of one article takes it', async () => {
  const { call, id, ids, came, go } = await halfway();
  const [one = ''] = ids;
  await expect(call['series.link']({ id, side: 'next', target: { article: one }, when: 'ask' })).rejects.toThrow();
  await expect(call['backup.make']({ folder: 'desk', article: one })).rejects.toMatchObject({ code: 'articles/missing' });
  go();
  await came;
});

test('a removal of words says that it has not looked through it, and changes nothing of it', async () => {
  const { call, history, ids, came, go } = await halfway();
  const removal = { words: WORDS, by: '', inside: false };
  expect(await call['words.find'](removal)).toMatchObject({ articles: [], places: [{ kind: 'arriving', count: 3 }] });
  const versions = () => JSON.stringify(ids.map((one) => history.kept.get(one)));
  const before = versions();
  expect((await call['words.remove']({ ...removal, ids: [] })).places).toEqual([{ kind: 'arriving', left: 3 }]);
  expect(versions()).toBe(before);
  go();
  await came;
  const found = await call['words.find'](removal);
  expect(found.articles).toHaveLength(3);
  expect(found.places).toEqual([{ kind: 'series', count: 1 }]);
});

test('the trash is swept and pictures are collected without it', async () => {
  const { sweepTrash, collect, articles, came, go } = await halfway();
  await sweepTrash();
  await collect();
  expect(articles.files.size).toBe(4);
  go();
  await came;
  expect(articles.files.size).toBe(4);
});

test('an import that is stopped takes back what it wrote', async () => {
  const { articles, history, call, batch, came, go, id } = await halfway();
  await call['import.cancel']({ batch });
  go();
  await expect(came).rejects.toMatchObject({ code: 'import/stopped' });
  expect([...articles.files.keys()]).toEqual([id]);
  expect([...history.kept.keys()]).toEqual([]);
});

test('what somebody has worked on has come, and the rest of its import, though an older library file calls it arriving', async () => {
  const { articles, call, changeLibrary, settleArrivals, came, go, ids } = await halfway();
  go();
  await came;
  const [worked = '', ...others] = ids;
  const fields = { notes: 'Ask the driver' };
  const length = (await call['articles.open']({ id: worked })).doc.content.length;
  await call['articles.save']({ id: worked, baseRevision: 1, changes: { fields, splices: [], length } });
  changeLibrary((data) => ({ ...data, arriving: [{ ids, by: 'this one', since: 0 }] }));
  articles.files.delete(others[0] ?? '');
  expect(await settleArrivals(true)).toEqual([]);
  expect(others).toHaveLength(2);
  expect((await call['articles.list']({})).articles.filter(({ trashedAt }) => trashedAt === null)).toHaveLength(3);
});

test('after an unclean end nothing is said of articles that never came', async () => {
  const { articles, changeLibrary, settleArrivals, call } = memoryServices({
    recovered: Promise.resolve({ articles: ['here', 'gone'], finished: ['gone'], cutOff: 1 }),
  });
  changeLibrary((data) => ({ ...data, arriving: [{ ids: ['gone'], by: 'this one', since: 0 }] }));
  expect(await settleArrivals(true)).toEqual([]);
  expect(articles.files.size).toBe(0);
  expect(await call['recovery.get'](null)).toEqual({ articles: ['here'], finished: [], cutOff: 1 });
});
