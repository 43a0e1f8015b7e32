import { expect, test } from 'vitest';
import { HistoryFiles } from './historyFiles';
import { anArticle, codeOf, idOf, openArticles } from './testing/articles';
import { failure, faultyFileSystem } from './testing/faultyFileSystem';
import { MemoryFileSystem } from './testing/memoryFileSystem';

const trashed = (name: string, words?: string) => ({ ...anArticle(name, 2, words), trashedAt: 5 });
const everything = async (disk: MemoryFileSystem) => {
  const files = await Promise.all(
    ['/library', '/library/articles', '/library/history'].map(async (folder) =>
      Promise.all(
        (await disk.names(folder).catch(() => [])).map(
          async (name) => `${name} ${(await disk.read(`${folder}/${name}`)).toString('latin1')}`,
        ),
      ),
    ),
  );
  return files.flat().join('\n');
};

test('an article deleted for good leaves no word and no name in any file, also after a power cut', async () => {
  const disk = new MemoryFileSystem();
  const { store, index } = await openArticles(disk, '/library');
  const history = new HistoryFiles(disk, '/library/history', null);
  await store.write(trashed('zanzibar', 'Quagga'));
  await store.write(anArticle('harbour'));
  const facts = { day: '2026-03-01', sitting: 1, name: null, filed: null, came: false, translated: false };
  await history.append(idOf('zanzibar'), [{ ...facts, article: trashed('zanzibar') }]);
  await history.remove(idOf('zanzibar'));
  await store.remove(idOf('zanzibar'));
  await store.compact();
  await index.settled();
  for (const now of [disk, disk.powerCut(() => 0)]) {
    const found = await everything(now);
    expect(found).toContain(idOf('harbour'));
    expect(found).not.toMatch(/zanzibar|Quagga/u);
  }
  expect(await codeOf(store.read(idOf('zanzibar')))).toBe('articles/missing');
  await store.close();
});

test('one that another program took out of the trash meanwhile is not deleted', async () => {
  const disk = new MemoryFileSystem();
  const { store } = await openArticles(disk, '/library');
  await store.write(trashed('harbour'));
  const other = await openArticles(disk, '/library');
  await other.store.read(idOf('harbour'));
  await other.store.write({ ...anArticle('harbour', 3) });
  await other.store.close();
  expect(await codeOf(store.remove(idOf('harbour')))).toBe('articles/not-in-trash');
  expect((await store.read(idOf('harbour'))).revision).toBe(3);
  await store.close();
});

test('where the disk refuses, the article is still there and the writer hears why', async () => {
  const disk = new MemoryFileSystem();
  const first = await openArticles(disk, '/library');
  await first.store.write(trashed('harbour'));
  await first.store.close();
  const fs = faultyFileSystem(disk);
  const { store } = await openArticles(fs, '/library');
  await store.list();
  fs.arm({ at: 1, how: 'EROFS' });
  expect(await codeOf(store.remove(idOf('harbour')))).toBe('storage/read-only');
  expect((await store.read(idOf('harbour'))).trashedAt).toBe(5);
  await store.close();
});

test.each(['append', 'create'])('words of the list go although its file once could not be written (%s)', async (call) => {
  const disk = new MemoryFileSystem();
  const fs = faultyFileSystem(disk);
  const { store, index } = await openArticles(fs, '/library');
  await store.write(trashed('zanzibar'));
  await store.close();
  const whole = { append: fs.append, create: fs.create };
  const fail = (path: string) => (path.includes('index.jsonl') ? Promise.reject<never>(failure('EIO')) : null);
  if (call === 'append') {
    fs.append = (path) => fail(path) ?? whole.append(path);
    await store.write(anArticle('harbour'));
    await store.list();
    await index.settled();
    fs.append = whole.append;
  } else fs.create = (path) => fail(path) ?? whole.create(path);
  await store.remove(idOf('zanzibar'));
  await store.compact();
  for (const now of [disk, disk.powerCut(() => 0)]) expect(await everything(now)).not.toMatch(/zanzibar/u);
  await store.close();
});

test('where the list can neither be written anew nor removed, that is said', async () => {
  const disk = new MemoryFileSystem();
  const fs = faultyFileSystem(disk);
  const { store } = await openArticles(fs, '/library');
  await store.write(trashed('zanzibar'));
  await store.close();
  fs.create = () => Promise.reject(failure('EROFS'));
  fs.unlink = () => Promise.reject(failure('EROFS'));
  expect(await codeOf(store.compact())).toBe('storage/read-only');
});
