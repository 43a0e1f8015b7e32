import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../core/article/article';
import { inlineText } from '../../core/article/summary';
import type { DocJson } from '../../core/document/json';
import { p } from '../../core/document/testing/builders';
import { StetError } from '../../core/errors';
import type { NewVersion } from '../../core/ports/history';
import type { FileSystem } from './fileSystem';
import { HistoryFiles } from './historyFiles';
import { HISTORY_SCHEMA } from './historyLine';
import { anArticle, codeOf, idOf } from './testing/articles';
import { faultyFileSystem } from './testing/faultyFileSystem';
import { MemoryFileSystem } from './testing/memoryFileSystem';

const ID = idOf('harbour');
const FILE = `/library/history/${ID}.history`;
const open = (fs: FileSystem) => new HistoryFiles(fs, '/library/history', null);

function version(revision: number, more: Partial<NewVersion> = {}): NewVersion {
  return {
    article: anArticle('harbour', revision),
    day: '2026-03-01',
    sitting: 1,
    name: null,
    filed: null,
    came: false,
    translated: false,
    ...more,
  };
}
/** A long article of which each revision changes one paragraph, sharing the others as saves do. */
function takes(count: number, paragraphs = 60): Article[] {
  const first = anArticle('harbour');
  let doc: DocJson = {
    ...first.doc,
    content: [
      ...first.doc.content,
      ...Array.from({ length: paragraphs }, (_, at) =>
        p(`Paragraph ${at} waits at the quay for the evening tide, and nobody asks.`),
      ),
    ],
  };
  return Array.from({ length: count }, (_, at) => {
    const content = [...doc.content];
    content[4 + ((at * 7) % paragraphs)] = p(`Take ${at + 1} of this paragraph.`);
    doc = { ...doc, content: content as DocJson['content'] };
    return { ...first, revision: at + 1, doc };
  });
}
const firstWords = (doc: DocJson) => inlineText((doc.content[3] as { content?: never }).content);

/** Words of every version that can be read, oldest first. */
async function wordsIn(fs: FileSystem): Promise<string[]> {
  const history = open(fs);
  const { versions } = await history.versions(ID);
  const words: string[] = [];
  for (const { version: number } of versions) words.push(firstWords(await history.document(ID, number)));
  return words;
}
const harbour = (revision: number) => `The harbour reopened on Tuesday after the storm. Take ${revision}.`;

test('versions are read again as they were written, and survive a power cut', async () => {
  const disk = new MemoryFileSystem();
  const history = open(disk);
  expect((await history.versions(ID)).versions).toEqual([]);
  expect(await history.append(ID, [version(1, { came: true }), version(2)])).toEqual([1, 2]);
  expect(await history.append(ID, [version(5, { sitting: 2, filed: { at: 9, format: 'html' } })])).toEqual([3]);
  const after = disk.powerCut(() => 0);
  expect(await wordsIn(after)).toEqual([1, 2, 5].map(harbour));
  expect(
    (await open(after).versions(ID)).versions.map(({ revision, sitting, came, filed }) => [revision, sitting, came, filed]),
  ).toEqual([
    [1, 1, true, null],
    [2, 1, false, null],
    [5, 2, false, { at: 9, format: 'html' }],
  ]);
});

test('the same text twice is one version; what is said of it goes to that one', async () => {
  const disk = new MemoryFileSystem();
  const history = open(disk);
  expect(await history.append(ID, [version(1)])).toEqual([1]);
  const size = (await disk.read(FILE)).length;
  expect(await history.append(ID, [{ ...version(1), article: { ...anArticle('harbour', 1), revision: 4 } }])).toEqual([1]);
  expect((await disk.read(FILE)).length).toBe(size);
  expect(await history.append(ID, [version(1, { name: 'To the desk' })])).toEqual([1]);
  expect(await history.append(ID, [version(1, { translated: true })])).toEqual([1]);
  await history.note(ID, 1, { name: 'To the night desk' });
  expect((await open(disk).versions(ID)).versions).toMatchObject([{ name: 'To the night desk', translated: true }]);
  expect(await codeOf(history.note(ID, 9, { name: 'Nothing' }))).toBe('history/missing');
});

test('a block is stored once, so a version costs what changed', async () => {
  const disk = new MemoryFileSystem();
  const history = open(disk);
  const [first, ...rest] = takes(20);
  await history.append(ID, [version(1, { article: first! })]);
  const whole = (await disk.read(FILE)).length;
  // Also for a history that was read from the disk: the blocks are then other objects.
  for (const article of rest) await open(disk).append(ID, [version(article.revision, { article })]);
  expect((await disk.read(FILE)).length - whole).toBeLessThan(rest.length * 700);
  expect((await open(disk).versions(ID)).rough(20)).toEqual(rest.at(-1)!.doc);
});

test('thinning keeps each remaining version word for word, and what it lets go is gone from the disk', async () => {
  const disk = new MemoryFileSystem();
  const history = open(disk);
  const articles = takes(300);
  await history.append(
    ID,
    articles.map((article) => version(article.revision, { article, name: article.revision === 50 ? 'Half way' : null })),
  );
  const before = (await disk.read(FILE)).length;
  await history.thin(ID);
  const cut = disk.powerCut(() => 0);
  const { versions, rough } = await open(cut)
    .versions(ID)
    .then((kept) => ({ versions: kept.versions, rough: (n: number) => kept.rough(n) }));
  expect(versions.length).toBeLessThan(120);
  expect(versions.map(({ name }) => name)).toContain('Half way');
  for (const { version: number, revision } of versions) expect(rough(number)).toEqual(articles[revision - 1]!.doc);
  expect((await cut.read(FILE)).length).toBeLessThan(before);
  expect(await open(cut).append(ID, [version(400)])).toEqual([301]);
});

test('a history cut off at any byte loses at most its last version, and goes on', async () => {
  const disk = new MemoryFileSystem();
  const history = open(disk);
  await history.append(ID, [version(1)]);
  const first = (await disk.read(FILE)).length;
  await history.append(ID, [version(2)]);
  const bytes = await disk.read(FILE);
  for (let length = 0; length < bytes.length; length++) {
    const torn = new MemoryFileSystem();
    torn.put(FILE, bytes.subarray(0, length));
    // The last byte of a line is its end, without which it is whole all the same.
    expect(await wordsIn(torn), `cut at ${length}`).toEqual(
      length >= first - 1 ? (length === bytes.length - 1 ? [harbour(1), harbour(2)] : [harbour(1)]) : [],
    );
    await open(torn).append(ID, [version(3)]);
    expect((await wordsIn(torn)).at(-1), `cut at ${length}`).toBe(harbour(3));
  }
});

test('a damaged entry hides itself and what needs its blocks, and thinning leaves it in the file', async () => {
  const disk = new MemoryFileSystem();
  const history = open(disk);
  const articles = takes(200);
  for (const article of articles.slice(0, 3)) await history.append(ID, [version(article.revision, { article })]);
  const lines = Buffer.from(await disk.read(FILE))
    .toString()
    .split('\n');
  const damagedAt = lines.findIndex((line, at) => at > 2 && line !== '');
  const damaged = lines[damagedAt]!.replace(/.$/u, (sign) => (sign === 'A' ? 'B' : 'A'));
  disk.put(FILE, [...lines.slice(0, damagedAt), damaged, ...lines.slice(damagedAt + 1)].join('\n'));
  const again = open(disk);
  expect(await again.versions(ID)).toMatchObject({ lost: 1, newer: false });
  expect((await again.versions(ID)).versions.map(({ revision }) => revision)).toEqual([1, 3]);
  expect(await codeOf(again.document(ID, 1))).toBe('none');
  expect(await codeOf(again.document(ID, 3))).toBe('history/unreadable');
  // What comes next has its blocks whole, and heals.
  await again.append(
    ID,
    articles.slice(3).map((article) => version(article.revision, { article })),
  );
  expect(await codeOf(again.document(ID, 4))).toBe('none');
  await again.thin(ID);
  expect(Buffer.from(await disk.read(FILE)).toString()).toContain(damaged);
  expect((await open(disk).versions(ID)).lost).toBe(1);
});

test('a bit that flips anywhere never makes a version say something else', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 7 }), async (place, bit) => {
      const disk = new MemoryFileSystem();
      await open(disk).append(ID, [version(1), version(2), version(3)]);
      const bytes = Buffer.from(await disk.read(FILE));
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      disk.put(FILE, bytes);
      const history = open(disk);
      const { versions } = await history.versions(ID);
      expect(versions.length).toBeGreaterThanOrEqual(1);
      for (const { version: number, revision } of versions) {
        const doc = await history.document(ID, number).catch(() => null);
        if (doc) expect(firstWords(doc)).toBe(harbour(revision));
      }
    }),
    { numRuns: 60 },
  ));

test('a history that a newer Stet wrote is read as far as it goes, and nothing in it is changed', async () => {
  const disk = new MemoryFileSystem();
  await open(disk).append(ID, [version(1)]);
  const text = `${Buffer.from(await disk.read(FILE)).toString()}\n${HISTORY_SCHEMA + 1} ${'a'.repeat(22)} AAAA`;
  const payload = 'AAAA';
  const { createHash } = await import('node:crypto');
  const newer = text.replace('a'.repeat(22), createHash('sha256').update(payload).digest('base64url').slice(0, 22));
  disk.put(FILE, newer);
  const history = open(disk);
  expect(await history.versions(ID)).toMatchObject({ newer: true });
  expect(await codeOf(history.document(ID, 1))).toBe('none');
  expect(await codeOf(history.append(ID, [version(2)]))).toBe('history/newer');
  await history.thin(ID);
  expect(Buffer.from(await disk.read(FILE)).toString()).toBe(newer);
});

test('a version of an article of a newer Stet says so, and the others are there', async () => {
  const disk = new MemoryFileSystem();
  await open(disk).append(ID, [version(1), version(2, { article: { ...anArticle('harbour', 2), schema: 999 } })]);
  expect(await codeOf(open(disk).document(ID, 2))).toBe('history/newer');
  expect(firstWords(await open(disk).document(ID, 1))).toBe(harbour(1));
});

test('whatever call fails, what was acknowledged is there after a power cut, and the next write works', async () => {
  for (const how of ['ENOSPC', 'EIO', 'EROFS', 'short', 'crash']) {
    for (let at = 1; at <= 8; at++) {
      for (const before of [0, 1]) {
        const disk = new MemoryFileSystem();
        const fs = faultyFileSystem(disk);
        const history = open(fs);
        if (before) await history.append(ID, [version(1)]);
        fs.arm({ at, how });
        const code = await codeOf(history.append(ID, [version(2)]));
        fs.arm(null);
        const wanted = [...(before ? [harbour(1)] : []), ...(code === 'none' ? [harbour(2)] : [])];
        const left = await wordsIn(disk.powerCut(() => 0));
        expect(left.slice(0, wanted.length), `${how} at ${at}`).toEqual(wanted);
        expect(code).toMatch(/^(none|storage\/(full|failed|read-only))$/u);
        await history.append(ID, [version(3)]);
        expect((await wordsIn(disk.powerCut(() => 0))).at(-1)).toBe(harbour(3));
      }
    }
  }
});

test('a power cut while versions are added or thinned leaves every acknowledged one that thinning keeps', () =>
  fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 12 }), async (chances, at) => {
      const disk = new MemoryFileSystem();
      const fs = faultyFileSystem(disk);
      const history = open(fs);
      const articles = takes(120, 10);
      await history.append(
        ID,
        articles.map((article) => version(article.revision, { article })),
      );
      fs.arm({ at, how: 'crash' });
      await history.thin(ID).catch(() => undefined);
      const acknowledged = await codeOf(history.append(ID, [version(500)]));
      const after = open(disk.powerCut((choices) => chances.next().value % choices));
      const { versions } = await after.versions(ID);
      expect(versions.slice(0, 120).map(({ revision }) => revision)).toEqual(
        expect.arrayContaining(articles.slice(-64).map(({ revision }) => revision)),
      );
      if (acknowledged === 'none') expect(versions.at(-1)?.revision).toBe(500);
      for (const { version: number } of versions) expect(await codeOf(after.document(ID, number))).toBe('none');
    }),
    { numRuns: 40 },
  ));

test('a library open for reading shows versions and writes none', async () => {
  const disk = new MemoryFileSystem();
  await open(disk).append(ID, [version(1)]);
  const reader = new HistoryFiles(disk, '/library/history', new StetError('storage/read-only', 'Only reading.'));
  expect((await reader.versions(ID)).versions).toHaveLength(1);
  expect(await codeOf(reader.append(ID, [version(2)]))).toBe('storage/read-only');
});

test('a history that another program puts in the place of ours is the one that is added to', async () => {
  const disk = new MemoryFileSystem();
  const history = open(disk);
  await history.append(ID, [version(1), version(2)]);
  const other = new MemoryFileSystem();
  await open(other).append(ID, [version(7)]);
  disk.put(FILE, await other.read(FILE));
  expect((await history.versions(ID)).versions.map(({ revision }) => revision)).toEqual([7]);
  expect(await history.append(ID, [version(2)])).toEqual([2]);
  expect(await wordsIn(disk)).toEqual([7, 2].map(harbour));
});
