import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ARTICLE_SCHEMA } from '../../core/article/article';
import { p } from '../../core/document/testing/builders';
import { seal } from './envelope';
import { anArticle, codeOf, idOf, openArticles } from './testing/articles';
import { failure, faultyFileSystem } from './testing/faultyFileSystem';
import { MemoryFileSystem } from './testing/memoryFileSystem';

const HARBOUR = `/library/articles/${idOf('harbour')}.json`;

async function aLibrary() {
  const disk = new MemoryFileSystem();
  const fs = faultyFileSystem(disk);
  return { disk, fs, ...(await openArticles(fs, '/library')) };
}

/** The file of one small article, as text. */
async function harbourText(): Promise<string> {
  const { disk, store } = await aLibrary();
  await store.write(anArticle('harbour'));
  return new TextDecoder().decode(await disk.read(HARBOUR));
}

/** Opens a library that holds these bytes as the harbour article and a good one beside it. */
async function opened(content: string | Uint8Array) {
  const { disk, store } = await aLibrary();
  await store.write(anArticle('ferry'));
  await store.close();
  disk.put(HARBOUR, content);
  return { disk, ...(await openArticles(disk, '/library')) };
}

test('what is written is read again, and listed', async () => {
  const { store } = await aLibrary();
  await store.write(anArticle('harbour', 3));
  expect(await store.read(idOf('harbour'))).toEqual(anArticle('harbour', 3));
  expect((await store.list()).map(({ headline, revision }) => [headline, revision])).toEqual([['Harbour harbour', 3]]);
});

test('an article that is not there is missing, whatever its name', async () => {
  const { store } = await aLibrary();
  for (const id of [idOf('nobody'), '../library', '', 'A'.repeat(20)])
    expect(await codeOf(store.read(id))).toBe('articles/missing');
});

test('an article cut off at any byte is set aside whole, told, and stops no other', async () => {
  const text = Buffer.from(await harbourText());
  for (let length = 0; length < text.length; length++) {
    const { disk, store } = await opened(text.subarray(0, length));
    expect(await codeOf(store.read(idOf('harbour'))), `cut at ${length}`).toBe('articles/unreadable');
    await store.close();
    expect(await store.damaged()).toEqual([{ file: `${idOf('harbour')}.json.corrupt-1`, code: 'articles/unreadable' }]);
    expect(Buffer.from(await disk.read(`${HARBOUR}.corrupt-1`)).equals(text.subarray(0, length))).toBe(true);
    expect((await store.list()).map(({ id }) => id)).toEqual([idOf('ferry')]);
  }
});

const envelopeOf = (data: unknown) => seal({ kind: 'article', schema: 1, revision: 1 }, data).bytes;

test.each([
  ['null', 'null'],
  ['zeros', '\0'.repeat(200)],
  ['a number', '0'],
  ['an empty object', '{}'],
  ['no data', envelopeOf(null)],
  ['another article', envelopeOf(anArticle('ferry'))],
  [
    'a forbidden name',
    envelopeOf(JSON.parse(JSON.stringify(anArticle('harbour')).replace('"revision"', '"__proto__":{},"revision"'))),
  ],
  ['an unknown field', envelopeOf({ ...anArticle('harbour'), extra: 1 })],
  ['an unknown block', envelopeOf({ ...anArticle('harbour'), doc: { type: 'doc', content: [{ type: 'script' }] } })],
  ['another revision in the header', seal({ kind: 'article', schema: 1, revision: 2 }, anArticle('harbour')).bytes],
  ['a library', seal({ kind: 'library', schema: 1, revision: 1 }, anArticle('harbour')).bytes],
  ['broken UTF-8', Buffer.from([0x7b, 0xff, 0xfe])],
  ['deep brackets', '['.repeat(100_000)],
])('%s in place of an article is set aside, byte for byte', async (_name, content) => {
  const { disk, store } = await opened(content);
  expect(await codeOf(store.read(idOf('harbour')))).toBe('articles/unreadable');
  expect(Buffer.from(await disk.read(`${HARBOUR}.corrupt-1`))).toEqual(Buffer.from(content as string));
  expect(await codeOf(store.read(idOf('harbour')))).toBe('articles/unreadable');
  await store.write(anArticle('harbour', 2));
  expect((await store.read(idOf('harbour'))).revision).toBe(2);
  expect(await store.damaged()).toHaveLength(1);
});

test('a byte order mark, and content edited by another program, are read; duplicate keys count as an edit', async () => {
  const text = await harbourText();
  const twice = text.replace('"trashedAt":null', '"trashedAt":null,"trashedAt":null');
  for (const content of [
    `\ufeff${text}`,
    text.replace('reopened', 're-opened'),
    twice,
    JSON.stringify(JSON.parse(text), null, 2),
  ]) {
    const { store } = await opened(content);
    expect((await store.read(idOf('harbour'))).id).toBe(idOf('harbour'));
  }
});

test('a second damaged file does not replace the first that was set aside', async () => {
  const { disk, store } = await opened('first');
  expect(await codeOf(store.read(idOf('harbour')))).toBe('articles/unreadable');
  await store.close();
  disk.put(HARBOUR, 'second');
  const again = (await openArticles(disk, '/library')).store;
  await again.close();
  expect((await again.damaged()).map(({ file }) => file)).toEqual([1, 2].map((n) => `${idOf('harbour')}.json.corrupt-${n}`));
  expect(Buffer.from(await disk.read(`${HARBOUR}.corrupt-1`)).toString()).toBe('first');
});

test('an article of a newer Stet is neither opened, nor written over, nor moved', async () => {
  const text = JSON.stringify({
    stet: { kind: 'article', schema: ARTICLE_SCHEMA + 1, novelty: true },
    data: { anything: 'else' },
  });
  const { disk, store } = await opened(text);
  expect(await codeOf(store.read(idOf('harbour')))).toBe('articles/newer');
  expect(await codeOf(store.write(anArticle('harbour', 9)))).toBe('articles/newer');
  await store.close();
  expect(await store.damaged()).toEqual([{ file: `${idOf('harbour')}.json`, code: 'articles/newer' }]);
  const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
  expect(hash(await disk.read(HARBOUR))).toBe(hash(text));
});

test('a disk that does not answer is no reason to set a good file aside', async () => {
  const { disk, store } = await opened(await harbourText());
  await store.close();
  const read = disk.read.bind(disk);
  disk.read = (path) => (path === HARBOUR ? Promise.reject(failure('EIO')) : read(path));
  expect(await codeOf(store.read(idOf('harbour')))).toBe('storage/failed');
  disk.read = read;
  expect((await store.read(idOf('harbour'))).id).toBe(idOf('harbour'));
});

test('one impossible draft is refused; the others are saved', async () => {
  const { store } = await aLibrary();
  const bad = { ...anArticle('harbour'), doc: structuredClone(anArticle('harbour').doc) };
  bad.doc.content.push(p('lone \ud800 surrogate'));
  const [first, second] = await Promise.all([codeOf(store.write(bad)), codeOf(store.write(anArticle('ferry')))]);
  expect([first, second]).toEqual(['document/bad-text', 'none']);
  expect((await store.list()).map(({ id }) => id)).toEqual([idOf('ferry')]);
});

test('whatever call fails, the article is old or new, the error is typed and the next save works', async () => {
  for (const how of ['ENOSPC', 'EIO', 'EROFS', 'short']) {
    for (let at = 1; at <= 10; at++) {
      const { fs, store } = await aLibrary();
      await store.write(anArticle('harbour', 1));
      await store.close();
      fs.arm({ at, how });
      const code = await codeOf(store.write(anArticle('harbour', 2)));
      fs.arm(null);
      const { revision } = await store.read(idOf('harbour'));
      expect(code === 'none' ? [2] : [1, 2]).toContain(revision);
      expect(code).toMatch(/^(none|storage\/(full|failed|read-only))$/u);
      await store.write(anArticle('harbour', 3));
      expect((await store.read(idOf('harbour'))).revision).toBe(3);
    }
  }
});

test('saves of one article are coalesced: every one resolves after a durable write that has its words', async () => {
  const { disk, fs, store } = await aLibrary();
  fs.arm(null);
  await Promise.all(
    Array.from({ length: 100 }, async (_, n) => {
      await store.write(anArticle('harbour', n + 1));
      const kept = (
        await openArticles(
          disk.powerCut(() => 0),
          '/library',
        )
      ).store;
      expect((await kept.read(idOf('harbour'))).revision).toBeGreaterThanOrEqual(n + 1);
    }),
  );
  expect(fs.calls.filter((call) => call.startsWith('rename')).length).toBeLessThanOrEqual(3);
  expect((await store.read(idOf('harbour'))).revision).toBe(100);
});

test('fifty articles saved at once are all there', async () => {
  const { disk, store } = await aLibrary();
  await Promise.all(Array.from({ length: 50 }, (_, n) => store.write(anArticle(`a${n}`, 7))));
  await store.close();
  const again = (
    await openArticles(
      disk.powerCut(() => 0),
      '/library',
    )
  ).store;
  // An index that the cut left short is put right in the background.
  await again.close();
  expect((await again.list()).length).toBe(50);
});
