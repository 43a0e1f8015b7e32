import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { recoveryDetails } from '../../core/recovery';
import { articleFormat } from './articleFile';
import { seal } from './envelope';
import { openLibrary, type OpenedLibrary } from './openLibrary';
import { anArticle, idOf } from './testing/articles';

const parents: string[] = [];
const open: OpenedLibrary[] = [];
const CANARY = 'Zanzibarquagga';

async function opening(folder: string): Promise<OpenedLibrary> {
  const library = await openLibrary(folder);
  open.push(library);
  return library;
}
/** A library that was used and closed, and the lock as it was while its owner lived. */
async function used(): Promise<{ folder: string; dead: () => void }> {
  const parent = mkdtempSync(join(tmpdir(), 'stet-unclean-'));
  parents.push(parent);
  const folder = join(parent, 'Newsroom');
  const library = await openLibrary(folder);
  await library.articles.write(anArticle('harbour', 2, CANARY));
  await library.close();
  const lock = join(folder, readdirSync(folder).find((name) => name.startsWith('lock.')) ?? '');
  const { stet } = JSON.parse(readFileSync(lock, 'utf8')) as { stet: { address: string } };
  // A killed owner leaves its lock as it was made: nothing in it says that it let go.
  const dead = () =>
    writeFileSync(lock, JSON.stringify({ stet: { kind: 'lock', address: stet.address, process: { pid: 1, started: 'never' } } }));
  return { folder, dead };
}
const temporary = (folder: string, revision: number, words: string, digit = 'a') => {
  const article = anArticle('harbour', revision, words);
  const { kind, schema } = articleFormat(article.id);
  const path = join(folder, 'articles', `.${article.id}.json.${digit.repeat(16)}.tmp`);
  writeFileSync(path, seal({ kind, schema, revision }, article).bytes);
  return path;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((library) => library.close()));
  for (const parent of parents.splice(0)) rmSync(parent, { recursive: true });
});

test('a library that was closed, and a new one, have nothing to tell', async () => {
  const { folder } = await used();
  expect(await (await opening(folder)).recovered).toBeNull();
});

test('a second window is not an unclean end', async () => {
  const { folder } = await used();
  const first = await opening(folder);
  await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library/in-use' });
  expect(await first.recovered).toBeNull();
});

test('after an owner that never let go the next one says which articles were saved; the one after says nothing', async () => {
  const { folder, dead } = await used();
  dead();
  utimesSync(join(folder, 'articles', `${idOf('harbour')}.json`), new Date(), new Date(Date.now() + 60_000));
  const library = await opening(folder);
  expect(await library.recovered).toEqual({ articles: [idOf('harbour')], finished: [], cutOff: 0 });
  await open.pop()?.close();
  expect(await (await opening(folder)).recovered).toBeNull();
});

test('a version that was whole on the disk takes its place; an older and a torn one do not', async () => {
  const { folder, dead } = await used();
  dead();
  temporary(folder, 3, 'The last words');
  temporary(folder, 1, 'Long ago', 'b');
  const torn = temporary(folder, 9, 'Half of it', 'c');
  writeFileSync(torn, readFileSync(torn).subarray(0, 90));
  const library = await opening(folder);
  expect((await library.articles.read(idOf('harbour'))).revision).toBe(3);
  expect(await library.recovered).toMatchObject({ finished: [idOf('harbour')], cutOff: 2 });
  expect(readdirSync(join(folder, 'articles'))).toEqual([`${idOf('harbour')}.json`]);
});

test('what was whole never takes the place of a damaged file, which is set aside with what it holds', async () => {
  const { folder, dead } = await used();
  dead();
  temporary(folder, 3, 'The last words');
  writeFileSync(join(folder, 'articles', `${idOf('harbour')}.json`), 'not an article');
  const library = await opening(folder);
  expect(await library.recovered).toMatchObject({ finished: [], cutOff: 1 });
  await expect(library.articles.read(idOf('harbour'))).rejects.toMatchObject({ code: 'articles/unreadable' });
});

test('the details that can be copied hold no words of a draft', async () => {
  const { folder, dead } = await used();
  dead();
  temporary(folder, 3, `${CANARY} again`);
  const recovered = await (await opening(folder)).recovered;
  if (!recovered) throw new Error('nothing was found');
  const details = recoveryDetails(recovered, { version: '1', host: 'loopback', platform: 'linux' });
  expect(details).toContain(idOf('harbour'));
  expect(details + JSON.stringify(recovered)).not.toContain(CANARY);
});
