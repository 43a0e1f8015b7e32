import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ARTICLE_SCHEMA, type Article } from '../../core/article/article';
import { article, p } from '../../core/document/testing/builders';
import type { SearchIndex } from '../../core/ports/search';
import { createSearchIndex, searchFile } from './createSearchIndex';
import { buildWorker } from './testing/buildWorker';

let worker: Awaited<ReturnType<typeof buildWorker>>;
let folder: string;
const opened: SearchIndex[] = [];
beforeAll(async () => {
  worker = await buildWorker('searchWorker');
});
afterAll(() => worker.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-search-'));
});
afterEach(async () => {
  for (const index of opened.splice(0)) await index.close();
  await rm(folder, { recursive: true });
});

const path = () => searchFile(folder);
function open(at: string | null | Promise<string | null> = path()): SearchIndex {
  const index = createSearchIndex({ path: at, workerUrl: worker.url });
  opened.push(index);
  return index;
}
const idOf = (name: string) => name.padEnd(20, '0');
const story = (name: string, words: string) => ({
  stamp: '1',
  article: {
    id: idOf(name),
    revision: 1,
    schema: ARTICLE_SCHEMA,
    createdAt: 0,
    editedAt: 1,
    trashedAt: null,
    doc: article({}, p(words)),
  } satisfies Article,
});
const found = async (index: SearchIndex, query: string) => (await index.find({ query, limit: 20, trashed: false })).total;

test('the built worker keeps its index from one start to the next', async () => {
  const first = open();
  await first.put([story('one', 'Ice on the quay')]);
  await first.close();
  const again = open();
  expect(await again.indexed()).toEqual(new Map([[idOf('one'), '1']]));
  expect((await again.find({ query: 'quay', limit: 5, trashed: false })).hits[0]?.passages).toEqual([
    { part: 'body', text: 'Ice on the quay', marks: [{ from: 11, to: 15 }] },
  ]);
});

test('without a file it is kept in memory', async () => {
  const index = open(null);
  await index.put([story('one', 'Ice')]);
  expect(await found(index, 'ice')).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test('it makes itself ready before it is known where the index lies, and touches nothing until then', async () => {
  const first = open();
  await first.put([story('one', 'Ice on the quay')]);
  await first.close();
  const before = await readFile(path());
  let opened: (path: string) => void = () => undefined;
  const index = open(new Promise((resolve) => (opened = resolve)));
  index.warm();
  const asked = found(index, 'quay');
  await rm(path());
  await writeFile(path(), before);
  opened(path());
  expect(await asked).toBe(1);
});

test('an index that never learnt where it lies closes, and what was asked of it ends', async () => {
  let opened: (path: null) => void = () => undefined;
  const index = open(new Promise((resolve) => (opened = resolve)));
  index.warm();
  const asked = Promise.allSettled([found(index, 'ice')]);
  opened(null);
  await index.close();
  await asked;
  expect(await readdir(folder)).toEqual([]);
});

test('being made ready changes nothing of what is found, in an empty index too', async () => {
  const index = open();
  index.warm();
  expect(await found(index, 'ice')).toBe(0);
  await index.put([story('one', 'Ice')]);
  index.warm();
  expect(await found(index, 'ice')).toBe(1);
});

test('a question goes before work that waits', async () => {
  const index = open();
  const order: string[] = [];
  const work = Array.from({ length: 4 }, (_, at) =>
    index.put([story(`n${at}`, 'ice '.repeat(500))]).then(() => order.push('put')),
  );
  const asked = found(index, 'ice').then(() => order.push('find'));
  await Promise.all([...work, asked]);
  expect(order.indexOf('find')).toBeLessThanOrEqual(1);
});

test.each([
  ['overwritten in the middle', (bytes: Buffer) => Buffer.from(bytes).fill(0x5a, 8192, bytes.length - 8192)],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
  ['emptied', () => Buffer.alloc(0)],
  ['no index at all', () => Buffer.from('words '.repeat(5000))],
])('an index that was %s is begun anew, and whoever fills it hears of it', async (_name, damage) => {
  const first = open();
  await first.put(Array.from({ length: 60 }, (_, at) => story(`n${at}x`, `ice road ${'word '.repeat(200)} ${at}`)));
  await first.close();
  await writeFile(path(), damage(await readFile(path())));
  const index = open();
  let begun = 0;
  index.onBegun(() => begun++);
  const known = await index.indexed();
  if (known.size > 0) {
    // Noticed only when the damaged part was needed.
    await index.put(Array.from({ length: 60 }, (_, at) => story(`n${at}x`, `snow ${at}`)));
    expect(begun).toBe(1);
    expect((await index.indexed()).size).toBe(0);
  }
  await index.put([story('new', 'snow')]);
  expect(await found(index, 'snow')).toBe(1);
});

test('forgetting takes the indexes of other computers away, closing only those long abandoned', async () => {
  const others = ['0123456789ab.sqlite', 'ba9876543210.sqlite'].map((name) => join(folder, 'search', name));
  const index = open();
  await mkdir(dirname(path()), { recursive: true });
  for (const other of others) await writeFile(other, 'words');
  await utimes(others[0] ?? '', 1_000_000, 1_000_000);
  await index.put([story('one', 'Ice')]);
  await index.close();
  expect(await readdir(dirname(path()))).toEqual(expect.not.arrayContaining(['0123456789ab.sqlite']));
  expect(await readdir(dirname(path()))).toContain('ba9876543210.sqlite');
  await open().forget([idOf('one')]);
  expect(await readdir(dirname(path()))).not.toContain('ba9876543210.sqlite');
});

test('killed in the middle of taking articles in, the index knows each article whole or not at all', async () => {
  const batch = (round: number) =>
    Array.from({ length: 12 }, (_, at) => story(`n${at}x`, `${'ice road '.repeat(400)} take${round} only${at}`));
  for (let round = 1; round <= 6; round++) {
    const thread = new Worker(worker.url, { env: {}, argv: [], execArgv: [], stdout: true, stderr: true });
    await once(thread, 'message');
    // Articles of the round before stand in the way, so that each put deletes and adds.
    for (const at of [0, 4, 8]) {
      const articles = batch(round).slice(at, at + 4);
      thread.postMessage({ path: path(), do: { kind: 'put', articles: articles.map((one) => ({ ...one, stamp: `${round}` })) } });
    }
    await setTimeout(round * 12);
    await thread.terminate();
    const index = open();
    const stamps = await index.indexed();
    for (const [id, stamp] of stamps) {
      const number = Number(/\d+/u.exec(id)?.[0]);
      expect(
        (await index.find({ query: `take${stamp} only${number} `, limit: 50, trashed: false })).hits.map((hit) => hit.id),
      ).toEqual([id]);
    }
    expect(await found(index, 'ice ')).toBe(stamps.size);
    await index.close();
  }
}, 60_000);

test('closing ends what waits', async () => {
  const index = open();
  const waiting = Promise.allSettled(Array.from({ length: 5 }, (_, at) => index.put([story(`n${at}`, 'ice')])));
  await index.close();
  expect((await waiting).filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  await expect(index.indexed()).rejects.toMatchObject({ code: 'search/closed' });
});
