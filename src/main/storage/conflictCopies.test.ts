import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleFormat } from './articleFile';
import { originalOf, takeConflictCopies } from './conflictCopies';
import { seal } from './envelope';
import { anArticle, codeOf, idOf, openArticles } from './testing/articles';
import { failure } from './testing/faultyFileSystem';
import { MemoryFileSystem } from './testing/memoryFileSystem';

const id = idOf('harbour');
const NAMES = [
  `${id} (Ada's conflicted copy 2026-11-20).json`,
  `${id} (conflicted copy 2026-11-20 101500).json`,
  `${id}.sync-conflict-20261120-101500-ABCDEFG.json`,
  `${id} 2.json`,
  `${id} (1).json`,
  `${id}-ADAS-LAPTOP.json`,
  `${id}-BÜRO-PC.json`,
  `${id}_conflict-20261120-101500.json`,
  `${id} [conflicted].json`,
  `${id}.sync-conflict-20261120-101500-ABCDEFG.sync-conflict-20261121-101500-GFEDCBA.json`,
  `${id} (1) 2.json`,
  `${id} - Kopie (2).json`,
  `${id} – コピー.json`,
];
const bytesOf = (revision: number, words?: string) => {
  const { kind, schema } = articleFormat(id);
  return seal({ kind, schema, revision }, anArticle('harbour', revision, words)).bytes;
};
const at = (name: string) => join('/library/articles', name);

async function library() {
  const disk = new MemoryFileSystem();
  const { store } = await openArticles(disk, '/library');
  await store.write(anArticle('harbour', 4));
  return { disk, store };
}

test.each(NAMES)('“%s” is another version of an article', (name) => expect(originalOf(name)).toBe(id));

test.each([`${id}.json`, `${id}.json.corrupt-1`, `.${id}.json.0123456789abcdef.tmp`, 'notes 2.json', `${id}.history`])(
  '“%s” is none',
  (name) => expect(originalOf(name)).toBeNull(),
);

test.each(NAMES)('both versions are articles afterwards, and “%s” is kept as it came', async (name) => {
  const { disk, store } = await library();
  const bytes = bytesOf(4, 'Written on the other computer.');
  disk.put(at(name), bytes);
  const [original, copy = ''] = await takeConflictCopies(disk, '/library', store);
  expect(original).toBe(id);
  expect(JSON.stringify((await store.read(copy)).doc)).toContain('Written on the other computer.');
  expect(JSON.stringify((await store.read(id)).doc)).toContain('The harbour reopened');
  expect(await disk.names('/library/set-aside')).toEqual([name]);
  expect(Buffer.from(await disk.read(`/library/set-aside/${name}`))).toEqual(Buffer.from(bytes));
  expect(await takeConflictCopies(disk, '/library', store)).toEqual([]);
  await store.close();
});

test('a copy that says the same is only moved out of the way, replacing none that was kept before', async () => {
  const { disk, store } = await library();
  const [name = ''] = NAMES;
  for (let time = 0; time < 2; time++) {
    disk.put(at(name), bytesOf(4));
    expect(await takeConflictCopies(disk, '/library', store)).toEqual([]);
  }
  expect((await disk.names('/library/set-aside')).length).toBe(2);
  expect(await store.list()).toHaveLength(1);
  await store.close();
});

test('a file that is still on its way is left alone until it is whole', async () => {
  const { disk, store } = await library();
  const [name = ''] = NAMES;
  const bytes = bytesOf(4, 'Written on the other computer.');
  disk.put(at(name), bytes.subarray(0, 120));
  expect(await takeConflictCopies(disk, '/library', store)).toEqual([]);
  expect(await disk.names('/library/articles')).toContain(name);
  disk.put(at(name), bytes);
  expect(await takeConflictCopies(disk, '/library', store)).toHaveLength(2);
  await store.close();
});

test('where nothing can be written, the copy stays where it is', async () => {
  const { disk, store } = await library();
  await store.close();
  const [name = ''] = NAMES;
  disk.put(at(name), bytesOf(4, 'Written on the other computer.'));
  const full = Object.assign(Object.create(disk) as MemoryFileSystem, { create: () => Promise.reject(failure('ENOSPC')) });
  const { store: poor } = await openArticles(full, '/library');
  expect(await codeOf(takeConflictCopies(full, '/library', poor))).toBe('storage/full');
  expect(await disk.names('/library/articles')).toContain(name);
  await poor.close();
});
