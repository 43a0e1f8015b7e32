import { expect, test } from 'vitest';
import type { Article } from '../../core/article/article';
import { blockText } from '../../core/article/summary';
import type { OutsideChange } from './articleFiles';
import { seal } from './envelope';
import { anArticle, codeOf, idOf, openArticles } from './testing/articles';
import { failure, faultyFileSystem } from './testing/faultyFileSystem';
import { MemoryFileSystem } from './testing/memoryFileSystem';

const HARBOUR = `/library/articles/${idOf('harbour')}.json`;
const OURS = 'The pilots kept the harbour open.';
const THEIRS = 'The pilots closed the harbour.';

async function aLibrary() {
  const disk = new MemoryFileSystem();
  const fs = faultyFileSystem(disk);
  const changes: OutsideChange[] = [];
  const { store } = await openArticles(fs, '/library', (change) => changes.push(change));
  await store.write(anArticle('harbour', 1, OURS));
  return { disk, fs, store, changes };
}
const sealed = (article: Article) => seal({ kind: 'article', schema: 1, revision: article.revision }, article).bytes;
const textOf = ({ doc }: Article) =>
  doc.content
    .slice(3)
    .map((block) => blockText(block as Parameters<typeof blockText>[0]))
    .join('\n');

/** The texts of all articles of a library, as the next start finds them. */
async function textsIn(disk: MemoryFileSystem): Promise<string[]> {
  const { store } = await openArticles(disk, '/library');
  await store.close();
  const texts = [];
  for (const { id } of await store.list()) texts.push(textOf(await store.read(id)).replace(/ Take \d+\./u, ''));
  return texts.sort();
}

test.each([
  ['another computer’s version of the same revision', () => sealed(anArticle('harbour', 1, THEIRS))],
  ['another computer’s newer version', () => sealed(anArticle('harbour', 7, THEIRS))],
  [
    'an edit by hand',
    () =>
      Buffer.from(
        Buffer.from(sealed(anArticle('harbour', 1, OURS)))
          .toString()
          .replace(OURS, THEIRS),
      ),
  ],
])('%s that arrives while the article is open is kept beside the writer’s, and told', async (_name, theirs) => {
  const { disk, store, changes } = await aLibrary();
  disk.put(HARBOUR, theirs());
  await store.write(anArticle('harbour', 2, OURS));
  expect(textOf(await store.read(idOf('harbour')))).toContain(OURS);
  const list = await store.list();
  expect(list).toHaveLength(2);
  expect(new Set(list.map(({ headline }) => headline)).size).toBe(1);
  expect(changes).toEqual([{ ids: [idOf('harbour'), expect.any(String) as string], kept: true }]);
  expect(await textsIn(disk.powerCut(() => 0))).toEqual([THEIRS, OURS]);
});

test('a version from outside that was read since is still not overwritten by one that was not made from it', async () => {
  const { disk, store } = await aLibrary();
  disk.put(HARBOUR, sealed(anArticle('harbour', 1, THEIRS)));
  // Its revision is a new one, so that a window that holds the version before meets a conflict.
  expect((await store.read(idOf('harbour'))).revision).toBe(2);
  expect((await store.read(idOf('harbour'))).revision).toBe(2);
  await store.write(anArticle('harbour', 2, OURS));
  expect(await textsIn(disk)).toEqual([THEIRS, OURS]);
});

test('a version from outside is written upon like any other once it was read', async () => {
  const { disk, store } = await aLibrary();
  disk.put(HARBOUR, sealed(anArticle('harbour', 1, THEIRS)));
  const { revision } = await store.read(idOf('harbour'));
  await store.write(anArticle('harbour', revision + 1, OURS));
  await store.write(anArticle('harbour', revision + 2, OURS));
  expect(await textsIn(disk)).toEqual([OURS]);
});

test('a file that was only touched, copied back or taken away makes no second article', async () => {
  const { disk, store, changes } = await aLibrary();
  disk.put(HARBOUR, await disk.read(HARBOUR));
  await store.write(anArticle('harbour', 2, OURS));
  await disk.unlink(HARBOUR);
  await store.write(anArticle('harbour', 3, OURS));
  expect([await textsIn(disk), changes]).toEqual([[OURS], []]);
});

test('a save that failed only after the new file was in place is no outside change', async () => {
  const { disk, fs, store, changes } = await aLibrary();
  fs.arm({ at: 6, how: 'EIO' });
  expect(await codeOf(store.write(anArticle('harbour', 2, `${OURS} Until noon.`)))).toBe('storage/failed');
  fs.arm(null);
  await store.write(anArticle('harbour', 3, OURS));
  expect([await textsIn(disk), changes]).toEqual([[OURS], []]);
});

test('a damaged file that arrives from outside is set aside, not written over', async () => {
  const { disk, store } = await aLibrary();
  disk.put(HARBOUR, 'half a fi');
  await store.write(anArticle('harbour', 2, OURS));
  expect(await store.damaged()).toEqual([{ file: `${idOf('harbour')}.json.corrupt-1`, code: 'articles/unreadable' }]);
  expect(Buffer.from(await disk.read(`${HARBOUR}.corrupt-1`)).toString()).toBe('half a fi');
  expect(await textsIn(disk)).toEqual([OURS]);
});

test('where the outside version cannot be kept, nothing is overwritten and the writer is told', async () => {
  const { disk, fs, store } = await aLibrary();
  disk.put(HARBOUR, sealed(anArticle('harbour', 1, THEIRS)));
  const create = fs.create.bind(fs);
  fs.create = (path) => (path.includes(idOf('harbour')) ? create(path) : Promise.reject(failure('ENOSPC')));
  expect(await codeOf(store.write(anArticle('harbour', 2, OURS)))).toBe('storage/full');
  expect(await textsIn(disk)).toEqual([THEIRS]);
});

test('a save that fails after the outside version was kept makes no second copy when it is repeated', async () => {
  const { disk, fs, store } = await aLibrary();
  disk.put(HARBOUR, sealed(anArticle('harbour', 1, THEIRS)));
  const rename = fs.rename.bind(fs);
  fs.rename = (from, to) => (to === HARBOUR ? Promise.reject(failure('EIO')) : rename(from, to));
  expect(await codeOf(store.write(anArticle('harbour', 2, OURS)))).toBe('storage/failed');
  fs.rename = rename;
  await store.write(anArticle('harbour', 2, OURS));
  expect(await textsIn(disk)).toEqual([THEIRS, OURS]);
});

test('what the look at the folder finds is told, since a window may have the list already', async () => {
  const { disk, store } = await aLibrary();
  await store.write(anArticle('ferry'));
  await store.close();
  disk.put(HARBOUR, sealed(anArticle('harbour', 4, THEIRS)));
  await disk.unlink(`/library/articles/${idOf('ferry')}.json`);
  const told: OutsideChange[] = [];
  const again = (await openArticles(disk, '/library', (change) => told.push(change))).store;
  expect((await again.list()).map(({ revision }) => revision)).toContain(1);
  await again.close();
  expect(told.map(({ ids, kept }) => [[...ids].sort(), kept])).toEqual([[[idOf('ferry'), idOf('harbour')], false]]);
  expect((await again.list()).map(({ revision }) => revision)).toEqual([4]);
});

const YEARS = 10 * 365 * 86_400_000;

test('revisions order the versions, whatever the clock says', async () => {
  const { disk, store, changes } = await aLibrary();
  for (const [revision, jump] of [
    [2, YEARS],
    [3, -YEARS],
    [4, 0],
    [5, -2 * YEARS],
  ] as const) {
    const article = { ...anArticle('harbour', revision, OURS), editedAt: 1_700_000_000_000 + jump };
    await store.write(article);
    expect(await store.read(idOf('harbour'))).toEqual(article);
    expect((await store.list()).map((summary) => summary.revision)).toEqual([revision]);
  }
  await store.close();
  for (const jump of [YEARS, -YEARS]) {
    disk.shiftTimes(jump);
    const again = (await openArticles(disk, '/library')).store;
    await again.close();
    expect((await again.list()).map((summary) => summary.revision)).toEqual([5]);
    expect(await again.damaged()).toEqual([]);
  }
  expect(changes).toEqual([]);
});

test('a save after the times of all files jumped is an ordinary one', async () => {
  const { disk, store, changes } = await aLibrary();
  for (const [at, jump] of [YEARS, -2 * YEARS].entries()) {
    disk.shiftTimes(jump);
    await store.write(anArticle('harbour', 2 + at, OURS));
  }
  expect([await textsIn(disk), changes]).toEqual([[OURS], []]);
});

test('a summary that is asked for by name is of the file as it is, and none of a file that is gone', async () => {
  const { disk, store } = await aLibrary();
  for (const name of ['ferry', 'quay']) await store.write(anArticle(name, 1, OURS));
  await store.close();
  disk.put(HARBOUR, sealed(anArticle('harbour', 7, THEIRS)));
  const changes: OutsideChange[] = [];
  const again = await openArticles(disk, '/library', (change) => changes.push(change));
  await disk.unlink(`/library/articles/${idOf('ferry')}.json`);
  const asked = ['harbour', 'ferry', 'quay', 'nobody'].map(idOf);
  const found = await again.store.summaries(asked);
  expect([...found].map(([id, { revision }]) => [id, revision])).toEqual([
    [idOf('harbour'), 7],
    [idOf('quay'), 1],
  ]);
  expect(changes.flatMap(({ ids }) => ids)).toContain(idOf('harbour'));
  await again.store.close();

  // Also later, and of what was written here.
  await again.store.write(anArticle('quay', 2, OURS));
  expect((await again.store.summaries(asked)).get(idOf('quay'))?.revision).toBe(2);
  await disk.unlink(`/library/articles/${idOf('quay')}.json`);
  expect([...(await again.store.summaries(asked)).keys()]).toEqual([idOf('harbour')]);
  // Looking again and again tells nothing twice.
  changes.splice(0);
  await again.store.summaries(asked);
  expect(changes).toEqual([]);
});

test('a version from outside that was read while saves failed is not overwritten by the ones that follow', async () => {
  const { disk, fs, store } = await aLibrary();
  const { create } = fs;
  fs.create = () => Promise.reject(failure('EIO'));
  for (const revision of [2, 3, 4])
    expect(await codeOf(store.write(anArticle('harbour', revision, OURS)))).toBe('storage/failed');
  disk.put(HARBOUR, sealed(anArticle('harbour', 1, THEIRS)));
  // As a search or an export reads it; the window goes on with what it has.
  await store.read(idOf('harbour'));
  for (const revision of [5, 6, 7])
    expect(await codeOf(store.write(anArticle('harbour', revision, OURS)))).toBe('storage/failed');
  await store.read(idOf('harbour'));
  fs.create = create;
  await store.write(anArticle('harbour', 8, OURS));
  expect(await textsIn(disk)).toEqual([THEIRS, OURS]);
  await store.write(anArticle('harbour', 9, OURS));
  expect(await textsIn(disk)).toEqual([THEIRS, OURS]);
});

/** As the host does every half a minute; what was found twice the same counts. */
async function looks(store: Awaited<ReturnType<typeof aLibrary>>['store'], all = false) {
  await store.lookAgain(all);
  await store.lookAgain(all);
}

test('what another program brings, changes and takes away while the library is open is noticed', async () => {
  const { disk, store, changes } = await aLibrary();
  await store.write(anArticle('ferry', 1, OURS));
  await looks(store, true);
  expect(changes).toEqual([]);
  disk.put(`/library/articles/${idOf('quay')}.json`, sealed(anArticle('quay', 3, THEIRS)));
  disk.put(HARBOUR, sealed(anArticle('harbour', 1, THEIRS)));
  await disk.unlink(`/library/articles/${idOf('ferry')}.json`);
  await looks(store);
  expect(changes.map(({ ids, kept }) => [[...ids].sort(), kept])).toEqual([[['ferry', 'harbour', 'quay'].map(idOf), false]]);
  expect((await store.list()).map(({ id, revision }) => [id, revision]).sort()).toEqual([
    [idOf('harbour'), 2],
    [idOf('quay'), 3],
  ]);
  expect(textOf(await store.read(idOf('harbour')))).toContain(THEIRS);
  await looks(store, true);
  expect(changes).toHaveLength(1);
  // Whoever had it open and has not seen that overwrites nothing.
  await store.write(anArticle('harbour', 2, OURS));
  await store.write(anArticle('ferry', 2, OURS));
  expect(await textsIn(disk)).toEqual([THEIRS, THEIRS, OURS, OURS]);
});

test('a file of an article that nobody had at hand is seen when every file is looked at', async () => {
  const { disk, store } = await aLibrary();
  await store.close();
  const changes: OutsideChange[] = [];
  const again = (await openArticles(disk, '/library', (change) => changes.push(change))).store;
  await again.list();
  await looks(again);
  disk.put(HARBOUR, sealed(anArticle('harbour', 4, THEIRS)));
  await looks(again);
  expect(changes).toEqual([]);
  await looks(again, true);
  expect(changes).toEqual([{ ids: [idOf('harbour')], kept: false }]);
});

test('a file that is still being written by another program is not taken for a damaged one', async () => {
  const { disk, store, changes } = await aLibrary();
  const bytes = sealed(anArticle('harbour', 2, THEIRS));
  for (const length of [100, 200, 300]) {
    disk.put(HARBOUR, bytes.subarray(0, length));
    await store.lookAgain(true);
  }
  disk.put(HARBOUR, bytes);
  await looks(store);
  expect(await store.damaged()).toEqual([]);
  expect(textOf(await store.read(idOf('harbour')))).toContain(THEIRS);
  expect(changes).toHaveLength(1);
  // One that stays damaged is.
  disk.put(HARBOUR, bytes.subarray(0, 100));
  await looks(store);
  expect(await store.damaged()).toHaveLength(1);
  expect(changes).toHaveLength(2);
});

test('saves and looks at once tell nothing of what was written here', async () => {
  const { store, changes } = await aLibrary();
  const saves = Array.from({ length: 20 }, (_none, at) =>
    store.write(anArticle(at % 3 === 0 ? 'harbour' : `a${at}`, at + 2, OURS)),
  );
  await Promise.all([...saves, looks(store, true), looks(store, true)]);
  await looks(store, true);
  expect(changes).toEqual([]);
  expect(await store.list()).toHaveLength(14);
});

test('a folder that is gone for a while changes nothing in the list', async () => {
  const { disk, fs, store, changes } = await aLibrary();
  fs.names = () => Promise.reject(failure('ENOENT'));
  expect(await codeOf(store.lookAgain(true))).toBe('storage/failed');
  fs.names = (path) => disk.names(path);
  expect(await store.list()).toHaveLength(1);
  expect(changes).toEqual([]);
});
