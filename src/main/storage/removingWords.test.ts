import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, p, quote } from '../../core/document/testing/builders';
import { HistoryFiles } from './historyFiles';
import { strikeOf } from '../../core/words/strike';
import { anArticle, codeOf, idOf } from './testing/articles';
import { openLibrary, type OpenedLibrary } from './openLibrary';
import { failure } from './testing/faultyFileSystem';
import { MemoryFileSystem } from './testing/memoryFileSystem';
import { checkDocument } from '../../core/document/schema';
import { AUTOMATIC } from './backupFiles';

let parent = '';
let library: OpenedLibrary;
const folder = () => join(parent, 'Newsroom');
const facts = { day: '2026-03-01', sitting: 1, name: null, filed: null, came: false, translated: false };
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'stet-words-'));
  library = await openLibrary(folder());
});
afterEach(async () => {
  await library.close();
  rmSync(parent, { recursive: true });
});

/** Everything in the folder that anybody could read: archives and histories unpacked. */
function readable(): string {
  const files = readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const contents = files.flatMap(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name));
    if (name.endsWith('.zip')) return Object.entries(unzipSync(bytes)).map(([inside, one]) => text(inside, Buffer.from(one)));
    return [text(name, bytes)];
  });
  return contents.join('\n');
}
const text = (name: string, bytes: Buffer): string =>
  name.endsWith('.history')
    ? bytes
        .toString('latin1')
        .split('\n')
        .map((line) => {
          try {
            return inflateRawSync(Buffer.from(line.split(' ')[2] ?? '', 'base64')).toString();
          } catch {
            return line;
          }
        })
        .join('\n')
    : `${name}\n${bytes.toString('utf8')}`;

const strike = strikeOf({ words: 'Mária Quagga', by: '[removed]', inside: false })!;
const named = (revision: number) => ({
  ...anArticle('harbour', revision),
  doc: checkDocument(
    article(
      { headline: revision < 3 ? 'Maria Quagga resigns' : 'Mayor resigns', slug: 'maria-quagga', notes: 'call MÁRIA QUAGGA' },
      p(`Take ${revision} by Mária Quagga.`),
      quote({ speaker: 'Mária Quagga' }, p('I am done.')),
    ),
  ),
});

test('versions are rewritten without the words, keep their numbers and names, and can still be read', async () => {
  const { history } = library;
  await history.append(
    idOf('harbour'),
    [1, 2, 3].map((revision) => ({
      ...facts,
      article: named(revision),
      name: revision === 2 ? 'After Maria Quagga called' : null,
    })),
  );
  await history.append(idOf('ferry'), [{ ...facts, article: anArticle('ferry') }]);
  expect(readable()).toMatch(/quagga/iu);
  expect(await history.holding(idOf('harbour'), strike)).toBe(3);
  expect(await history.holding(idOf('ferry'), strike)).toBe(0);
  await history.strike(idOf('harbour'), strike);
  expect(readable()).not.toMatch(/quagga/iu);
  const { versions, lost } = await history.versions(idOf('harbour'));
  expect([lost, versions.map(({ version, name }) => [version, name])]).toEqual([
    0,
    [
      [1, null],
      [2, 'After [removed] called'],
      [3, null],
    ],
  ]);
  const doc = await history.document(idOf('harbour'), 3);
  expect(doc.attrs.slug).toBe('removed');
  await history.append(idOf('harbour'), [{ ...facts, article: anArticle('harbour', 4) }]);
  expect((await history.versions(idOf('harbour'))).versions).toHaveLength(4);
});

test('where a version was filed to, and under which name, loses the words too; its proof of what left stays', async () => {
  const { history } = library;
  const id = idOf('harbour');
  const filed = { at: 5, format: 'html', where: 'For Mária Quagga', file: 'maria-quagga-resigns.html', sha256: 'a'.repeat(64) };
  await history.append(id, [{ ...facts, article: anArticle('harbour'), filed }]);
  expect(await history.holding(id, strike)).toBe(1);
  await history.strike(id, strike);
  expect(readable()).not.toMatch(/quagga/iu);
  expect((await history.versions(id)).versions[0]?.filed).toEqual({
    ...filed,
    where: 'For [removed]',
    file: 'removed-resigns.html',
  });
  const hexadecimal = strikeOf({ words: 'aa', by: '[removed]', inside: true })!;
  expect(hexadecimal(filed).value.sha256).toBe(filed.sha256);
});

test('entries into which nobody can look go too', async () => {
  const { history } = library;
  await history.append(
    idOf('harbour'),
    [1, 2].map((revision) => ({ ...facts, article: named(revision) })),
  );
  const path = join(folder(), 'history', `${idOf('harbour')}.history`);
  const lines = readFileSync(path, 'latin1').split('\n').filter(Boolean);
  writeFileSync(path, `\n${lines[0]}\n\n1 damaged ${lines[1]?.split(' ')[2] ?? ''}\n`);
  await history.strike(idOf('harbour'), strike);
  expect(readable()).not.toMatch(/quagga/iu);
});

test('archives and files set aside that hold the words are deleted, the others stay', async () => {
  await library.articles.write(named(1));
  const pieces = () => library.backups.archive({ version: '1', madeAt: '2026-03-01T00:00:00Z' });
  await library.backups.automatic.write('stet-2026-03-01.zip', pieces());
  await library.articles.write({ ...anArticle('harbour', 2) });
  await library.backups.automatic.write('stet-2026-03-02.zip', pieces());
  writeFileSync(join(folder(), AUTOMATIC, 'torn.zip'), 'PK');
  writeFileSync(join(folder(), 'articles', `${idOf('old')}.json.corrupt-1`), '{"text":"by M\\u00e1ria Quagga');
  writeFileSync(join(folder(), 'articles', `${idOf('old')}.json.corrupt-2`), '{"text":"by nobody');
  const counts = await Promise.all(library.wordPlaces.map(async (place) => [place.kind, await place.holding(strike)]));
  expect(counts).toEqual([
    ['backups', 2],
    ['set-aside', 1],
    ['foreign', 0],
  ]);
  for (const place of library.wordPlaces) expect(await place.strike(strike)).toBe(0);
  expect(readdirSync(join(folder(), AUTOMATIC))).toEqual(['stet-2026-03-02.zip']);
  expect(readdirSync(join(folder(), 'articles')).filter((name) => name.includes('corrupt'))).toEqual([
    `${idOf('old')}.json.corrupt-2`,
  ]);
});

test('what another program left in the folder is found and left alone: old versions, half a copy, packed ones too', async () => {
  const { articles, history } = library;
  await articles.write(named(1));
  await history.append(idOf('harbour'), [{ ...facts, article: named(1) }]);
  const article = join(folder(), 'articles', `${idOf('harbour')}.json`);
  const versions = join(folder(), 'history', `${idOf('harbour')}.history`);
  const old = join(folder(), '.stversions');
  for (const inside of ['articles', 'history']) mkdirSync(join(old, inside), { recursive: true });
  const left = [
    join(old, 'articles', `${idOf('harbour')}~20261129-121212.json`),
    join(folder(), 'articles', `.syncthing.${idOf('harbour')}.json.tmp2`),
    join(folder(), 'library.sync-conflict-20261129-121212-ABCDEFG.json'),
  ];
  for (const path of left) copyFileSync(article, path);
  copyFileSync(versions, join(old, 'history', `${idOf('harbour')}~20261129-121212.history`));
  writeFileSync(join(folder(), '.directory'), 'nothing');
  const foreign = library.wordPlaces.find(({ kind }) => kind === 'foreign')!;
  expect(await foreign.holding(strike)).toBe(4);
  expect(await foreign.strike(strike)).toBe(4);
  expect(existsSync(left[0]!)).toBe(true);
  for (const path of [...left, old]) rmSync(path, { recursive: true });
  expect(await foreign.holding(strike)).toBe(0);
});

test('a purge that a full disk stops leaves the history as it was', async () => {
  const disk = new MemoryFileSystem();
  const before = new HistoryFiles(disk, '/library/history', null);
  await before.append(idOf('harbour'), [{ ...facts, article: named(1) }]);
  const full = Object.assign(Object.create(disk) as MemoryFileSystem, {
    create: () => Promise.reject(failure('ENOSPC')),
  });
  const history = new HistoryFiles(full, '/library/history', null);
  expect(await codeOf(history.strike(idOf('harbour'), strike))).toBe('storage/full');
  expect((await history.versions(idOf('harbour'))).versions).toHaveLength(1);
});

test('a version that is no article without the words is let go, and the others stay', async () => {
  const { history } = library;
  const id = idOf('harbour');
  const embed = { type: 'embed', attrs: { url: 'https://example.org/quagga', title: 'Quagga' } };
  const broken = {
    ...anArticle('harbour', 1),
    doc: { ...anArticle('harbour', 1).doc, content: [...anArticle('harbour', 1).doc.content, embed] },
  };
  await history.append(id, [
    { ...facts, article: broken as never },
    { ...facts, article: anArticle('harbour', 2) },
  ]);
  expect((await history.versions(id)).versions).toHaveLength(2);
  await history.strike(id, strikeOf({ words: 'https', by: '', inside: true })!);
  expect((await history.versions(id)).versions.map(({ version }) => version)).toEqual([2]);
});
