import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { StetError } from '../../core/errors';
import { nodeFileSystem } from './nodeFileSystem';
import { askOwner, openForReading, openLibrary, type OpenedLibrary } from './openLibrary';
import { newSocketAddress } from './socketAddress';
import { anArticle, codeOf, idOf } from './testing/articles';
import { failure, faultyFileSystem } from './testing/faultyFileSystem';

const parents: string[] = [];
const open: OpenedLibrary[] = [];
function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'stet-test-'));
  parents.push(parent);
  return join(parent, 'Newsroom');
}
async function opening(folder: string, options = {}): Promise<OpenedLibrary> {
  const library = await openLibrary(folder, options);
  open.push(library);
  return library;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((library) => library.close()));
  for (const parent of parents.splice(0)) rmSync(parent, { recursive: true });
});
const locks = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('lock.'));
const addressIn = (folder: string, lock: string) =>
  (JSON.parse(readFileSync(join(folder, lock), 'utf8')) as { stet: { address: string } }).stet.address;

test('a new library is private to its user, and says its name', async () => {
  const folder = newFolder();
  const library = await opening(folder);
  await library.articles.write(anArticle('harbour'));
  await library.library.update((data) => ({ ...data, settings: { ...data.settings, theme: 'dark' } }));
  await library.session.write({
    article: idOf('harbour'),
    places: {},
    copies: {},
    panels: { library: true, inspector: true, focus: false, tab: 'story' },
  });
  expect([library.label, library.readOnly]).toEqual(['Newsroom', null]);
  for (const path of [folder, join(folder, 'articles')]) expect(statSync(path).mode & 0o777).toBe(0o700);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.length).toBeGreaterThanOrEqual(5);
  for (const file of files) expect(statSync(join(file.parentPath, file.name)).mode & 0o777, file.name).toBe(0o600);
  const address = addressIn(folder, 'lock.1');
  expect(Buffer.byteLength(address)).toBeLessThanOrEqual(100);
  expect(lstatSync(join(address, '..')).mode & 0o777).toBe(0o700);
});

test('everything is there after closing and opening again', async () => {
  const folder = newFolder();
  const first = await openLibrary(folder);
  void first.articles.write(anArticle('harbour', 4));
  await first.close();
  const again = await opening(folder);
  expect((await again.articles.read(idOf('harbour'))).revision).toBe(4);
  expect((await again.articles.list()).map(({ id }) => id)).toEqual([idOf('harbour')]);
});

test('a second start is told that the library is in use, and can bring the first to the front', async () => {
  const folder = newFolder();
  let focused = 0;
  await opening(folder, { onFocus: () => focused++ });
  const error = await openLibrary(folder).catch((reason: StetError) => reason as StetError);
  expect(error).toMatchObject({ code: 'library/in-use', details: { answers: true } });
  expect(await askOwner(folder, { focus: true })).toEqual({ ok: true, value: null });
  expect(focused).toBe(1);
});

test('calls are forwarded to the owner; nobody answers for a library that nobody owns', async () => {
  const folder = newFolder();
  const call = { name: 'articles.trash', input: { ids: ['x'.repeat(3_000_000)] } };
  expect(await askOwner(folder, call)).toBeNull();
  const library = await openLibrary(folder);
  expect(await askOwner(folder, call)).toMatchObject({ ok: false, error: { code: 'library/starting' } });
  library.setForward(async (name, input) => ({ ok: true, value: { name, input } }));
  expect(await askOwner(folder, call)).toEqual({ ok: true, value: call });
  await library.close();
  expect(await askOwner(folder, call)).toBeNull();
  expect(locks(folder)).toEqual(['lock.1']);
});

test('the socket answers only what it knows', async () => {
  const folder = newFolder();
  await opening(folder);
  for (const line of ['{"path":"/etc"}', 'GET / HTTP/1.1', '[]']) {
    const socket = createConnection(addressIn(folder, 'lock.1'));
    socket.end(`${line}\n`);
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ ok: false });
  }
});

test('one of many contenders wins, for a new library and for one whose owner died', { timeout: 60_000 }, async () => {
  for (let race = 0; race < 100; race++) {
    const folder = newFolder();
    const stale = race % 2 === 1;
    if (stale) {
      await (await openLibrary(folder)).close();
      await (await openLibrary(folder)).close();
    }
    const ends = await Promise.allSettled(Array.from({ length: 5 }, () => openLibrary(folder)));
    const winners = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    expect(winners, `race ${race}`).toHaveLength(1);
    for (const end of ends) if (end.status === 'rejected') expect((end.reason as StetError).code).toBe('library/in-use');
    expect(locks(folder)).toEqual([stale ? 'lock.3' : 'lock.1']);
    await winners[0]?.close();
  }
});

test('an owner that accepts but never answers is alive: suspended, not dead', async () => {
  const folder = newFolder();
  await (await openLibrary(folder)).close();
  const address = newSocketAddress(folder);
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(address, resolve));
  writeFileSync(join(folder, 'lock.2'), JSON.stringify({ stet: { kind: 'lock', address } }));
  try {
    const error = await openLibrary(folder).catch((reason: StetError) => reason as StetError);
    expect(error).toMatchObject({ code: 'library/in-use', details: { answers: false } });
    expect((error as StetError).message).toContain('does not answer');
  } finally {
    silent.close();
  }
});

test('a lock that points to a socket of another program is not talked to', async () => {
  const folder = newFolder();
  await (await openLibrary(folder)).close();
  const address = join(folder, '..', 'other.sock');
  let visits = 0;
  const other = createServer(() => visits++);
  await new Promise<void>((resolve) => other.listen(address, resolve));
  writeFileSync(join(folder, 'lock.2'), JSON.stringify({ stet: { kind: 'lock', address } }));
  try {
    expect(await askOwner(folder, { focus: true })).toBeNull();
    await opening(folder);
    expect(visits).toBe(0);
  } finally {
    other.close();
  }
});

test.each(['EROFS', 'EACCES'])('a folder that cannot be written (%s) is opened for reading, and says why', async (errno) => {
  const folder = newFolder();
  const before = await openLibrary(folder);
  await before.articles.write(anArticle('harbour'));
  await before.close();
  const inner = nodeFileSystem();
  const refuse = () => Promise.reject(failure(errno));
  const library = await opening(folder, {
    fs: { ...inner, create: refuse, append: refuse, rename: refuse, link: refuse, unlink: refuse, makeFolder: refuse },
  });
  expect(library.readOnly).toContain('cannot be written');
  expect((await library.articles.read(idOf('harbour'))).id).toBe(idOf('harbour'));
  expect(await library.articles.list()).toHaveLength(1);
  expect(await codeOf(library.articles.write(anArticle('harbour', 2)))).toBe('storage/read-only');
  expect(await codeOf(library.library.update((data) => ({ ...data })))).toBe('storage/read-only');
});

test('a reader sees what the owner has written, and changes nothing in the folder', async () => {
  const folder = newFolder();
  expect(await codeOf(openForReading(folder))).toBe('library/missing');
  const owner = await opening(folder);
  await owner.articles.write(anArticle('harbour', 2));
  writeFileSync(join(folder, 'articles', `${idOf('ferry')}.json`), 'torn');
  const fs = faultyFileSystem(nodeFileSystem());
  const reader = await openForReading(folder, fs);
  expect((await reader.articles.list()).map(({ id, revision }) => [id, revision])).toEqual([[idOf('harbour'), 2]]);
  expect(await reader.articles.damaged()).toEqual([{ file: `${idOf('ferry')}.json`, code: 'articles/unreadable' }]);
  expect(await codeOf(reader.articles.read(idOf('ferry')))).toBe('articles/unreadable');
  expect(await codeOf(reader.articles.write(anArticle('harbour', 3)))).toBe('storage/read-only');
  await reader.close();
  expect(fs.calls).toEqual([]);
});

test('temporary files of a crash are cleared away, other files are not', async () => {
  const folder = newFolder();
  await (await openLibrary(folder)).close();
  const left = [
    join(folder, '.library.json.0123456789abcdef.tmp'),
    join(folder, 'articles', `.${idOf('ferry')}.json.0123456789abcdef.tmp`),
  ];
  for (const path of left) writeFileSync(path, 'half');
  writeFileSync(join(folder, 'articles', 'notes.tmp'), 'mine');
  await opening(folder);
  expect(readdirSync(join(folder, 'articles'))).toEqual(['notes.tmp']);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
