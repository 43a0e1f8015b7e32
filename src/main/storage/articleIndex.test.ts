import { expect, test } from 'vitest';
import { anArticle, idOf, openArticles } from './testing/articles';
import { faultyFileSystem } from './testing/faultyFileSystem';
import { MemoryFileSystem } from './testing/memoryFileSystem';

const INDEX = '/library/index.jsonl';

async function libraryOf(count: number) {
  const disk = new MemoryFileSystem();
  const first = await openArticles(disk, '/library');
  await first.store.close();
  for (let n = 0; n < count; n++) await first.store.write(anArticle(`a${n}`, n + 1));
  await first.store.close();
  return disk;
}

/** Opens the library, and counts the article files that are read. */
async function reopened(disk: MemoryFileSystem) {
  const read: string[] = [];
  const counting = faultyFileSystem(disk);
  counting.read = (path) => {
    if (path.includes('/articles/')) read.push(path);
    return disk.read(path);
  };
  const { store } = await openArticles(counting, '/library');
  const ids = (await store.list()).map(({ id }) => id).sort();
  await store.close();
  return { store, ids, read, calls: counting.calls };
}
const textOf = async (disk: MemoryFileSystem) => new TextDecoder().decode(await disk.read(INDEX));
const all = (count: number) => Array.from({ length: count }, (_, n) => idOf(`a${n}`)).sort();

test('a good index answers the list without reading an article', async () => {
  const { ids, read } = await reopened(await libraryOf(20));
  expect(ids).toEqual(all(20));
  expect(read).toEqual([]);
});

test('the list does not wait for the look at the folder when the index is good', async () => {
  const disk = await libraryOf(3);
  disk.stat = () => new Promise(() => undefined);
  const { store } = await openArticles(disk, '/library');
  expect(await store.list()).toHaveLength(3);
});

test('a save appends one line and touches no other article, however many there are', async () => {
  const counts = [];
  for (const size of [1, 200]) {
    const disk = await libraryOf(size);
    const fs = faultyFileSystem(disk);
    const { store } = await openArticles(fs, '/library');
    await store.close();
    const before = (await textOf(disk)).length;
    fs.arm(null);
    await store.write(anArticle('a0', 1000));
    await store.close();
    expect(fs.calls).toContain('append index.jsonl');
    expect(fs.calls).not.toContain('sync index.jsonl');
    counts.push(fs.calls.length);
    expect((await textOf(disk)).slice(before).split('\n')).toHaveLength(2);
  }
  expect(counts[0]).toBe(counts[1]);
});

test.each([
  ['missing', async (disk: MemoryFileSystem) => disk.unlink(INDEX)],
  ['of zeros', async (disk: MemoryFileSystem) => disk.put(INDEX, '\0'.repeat(500))],
  ['empty', async (disk: MemoryFileSystem) => disk.put(INDEX, '')],
  ['of another schema', async (disk: MemoryFileSystem) => disk.put(INDEX, '{"stet":{"kind":"index","schema":99}}\n')],
])('an index that is %s is built anew from the articles', async (_name, spoil) => {
  const disk = await libraryOf(5);
  await spoil(disk);
  const first = await reopened(disk);
  expect([first.ids, first.read.length]).toEqual([all(5), 5]);
  const second = await reopened(disk);
  expect([second.ids, second.read.length]).toEqual([all(5), 0]);
});

test('an index torn at any byte of its last lines still gives every article', async () => {
  const whole = await libraryOf(3);
  const text = await textOf(whole);
  for (let length = text.lastIndexOf('{"file"', text.length - 2) - 40; length < text.length; length++) {
    const disk = whole.powerCut(() => 0);
    disk.put(INDEX, text.slice(0, length));
    await reopened(disk);
    const again = await reopened(disk);
    expect([again.ids, again.read.length], `torn at ${length}`).toEqual([all(3), 0]);
  }
});

test('articles that changed, came or went while Stet was closed are found by size and time', async () => {
  const disk = await libraryOf(4);
  const donor = await libraryOf(0);
  const { store } = await openArticles(donor, '/library');
  for (const piece of [anArticle('a0', 77), anArticle('new', 5)]) await store.write(piece);
  await store.close();
  for (const name of ['a0', 'new']) {
    const path = `/library/articles/${idOf(name)}.json`;
    disk.put(path, await donor.read(path));
  }
  await disk.unlink(`/library/articles/${idOf('a1')}.json`);
  const { read } = await reopened(disk);
  expect(read.map((path) => path.slice(18, 22).replace(/x.*/u, '')).sort()).toEqual(['a0', 'new']);
  const list = await (await openArticles(disk, '/library')).store.list();
  expect(list.map(({ id, revision }) => [id, revision]).sort()).toEqual([
    [idOf('a0'), 77],
    [idOf('a2'), 3],
    [idOf('a3'), 4],
    [idOf('new'), 5],
  ]);
});

test('an index that cannot be written never fails a save', async () => {
  const disk = await libraryOf(1);
  disk.append = () => Promise.reject(new Error('no'));
  const { store } = await openArticles(disk, '/library');
  await store.write(anArticle('late', 2));
  await store.close();
  expect((await store.list()).map(({ id }) => id)).toContain(idOf('late'));
  expect((await reopened(disk)).read).toHaveLength(1);
});

test('an index that is mostly history is written anew when the library is opened', async () => {
  const disk = await libraryOf(2);
  const { store } = await openArticles(disk, '/library');
  await store.close();
  for (let n = 0; n < 150; n++) {
    await store.write(anArticle('a0', 10 + n));
    await store.list(); // each line by itself, not the last of many
  }
  await store.close();
  expect((await textOf(disk)).split('\n').length).toBeGreaterThan(150);
  await reopened(disk);
  expect((await textOf(disk)).split('\n')).toHaveLength(4);
});

/** The index with one line changed in its middle, behind what the first look at it reads. */
async function withDamagedLine(disk: MemoryFileSystem, name: string): Promise<void> {
  const lines = (await textOf(disk)).split('\n');
  const at = lines.findIndex((line) => line.includes(idOf(name)));
  lines[at] = (lines[at] ?? '').replace('"words":', '"wards":');
  disk.put(INDEX, lines.join('\n'));
}

test('an article whose line is damaged is read itself, listed, and written anew', async () => {
  const disk = await libraryOf(3);
  await withDamagedLine(disk, 'a1');
  const first = await reopened(disk);
  expect(first.ids).toEqual(all(3));
  expect(first.read).toEqual([`/library/articles/${idOf('a1')}.json`]);
  const second = await reopened(disk);
  expect([second.ids, second.read]).toEqual([all(3), []]);
});

test('a summary that is asked for by name is not lost with its damaged line', async () => {
  const disk = await libraryOf(3);
  await withDamagedLine(disk, 'a1');
  const { store } = await openArticles(disk, '/library');
  expect((await store.summaries([idOf('a1'), idOf('a2')])).size).toBe(2);
  expect(await store.list()).toHaveLength(3);
  await store.close();
});

test('the first screen is what was edited last, outside the trash, also of what was written meanwhile', async () => {
  const disk = await libraryOf(0);
  const first = await openArticles(disk, '/library');
  const piece = (name: string, editedAt: number, trashedAt: number | null = null) => ({
    ...anArticle(name),
    editedAt,
    trashedAt,
  });
  for (const one of [piece('old', 10), piece('new', 30), piece('gone', 40, 50), piece('middle', 20)])
    await first.store.write(one);
  await first.store.close();
  const { store } = await openArticles(disk, '/library');
  const newest = async (limit: number) => (await store.newest(limit)).articles.map(({ id }) => id);
  expect(await newest(2)).toEqual(['new', 'middle'].map(idOf));
  await store.write({ ...piece('old', 60), revision: 2 });
  await store.write(piece('latest', 70));
  expect(await newest(3)).toEqual(['latest', 'old', 'new'].map(idOf));
  expect(await newest(50)).toEqual(['latest', 'old', 'new', 'middle'].map(idOf));
  expect((await store.newest(1)).total).toBe(5);
  expect(await store.list()).toHaveLength(5);
  await store.close();
});
