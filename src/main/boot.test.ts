import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StetError } from '../core/errors';
import type { NumberedEvent } from '../core/rpc/events';
import { boot, type BootOptions, type Stet } from './boot';
import { createNodePlaces } from './places';
import { MemorySearch } from './services/testing/memorySearch';
import { article, p } from '../core/document/testing/builders';
import { newArticle } from './services/articles';
import { askOwner, openLibrary } from './storage/openLibrary';
import { thisComputer } from './storage/thisComputer';
import { systemClock, systemIds } from './systemPorts';

let folder: string;
const running: Stet[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-boot-'));
});
afterEach(async () => {
  for (const stet of running.splice(0)) await stet.close();
  await rm(folder, { recursive: true });
});

const never = () => Promise.reject(new StetError('test/never', 'not in this test'));
async function start(more: Partial<BootOptions> = {}): Promise<Stet> {
  const stet = await boot({
    folder: join(folder, 'Library'),
    host: 'loopback',
    version: '1.2.3',
    nativeDialogs: false,
    places: createNodePlaces({ home: folder }),
    opener: { open: never },
    parser: { parse: never, close: () => Promise.resolve() },
    examiner: { examine: never, close: () => Promise.resolve() },
    printer: () => ({ print: never }),
    onFocus: () => undefined,
    ...more,
  });
  running.push(stet);
  return stet;
}

test('a window’s first start finds the sample; the command line finds an empty library', async () => {
  const first = await start({ host: 'cli' });
  expect((await first.handlers['articles.list']({})).articles).toEqual([]);
  await first.close();
  const { handlers } = await start();
  expect((await handlers['articles.list']({})).articles).toHaveLength(1);
  expect(await handlers['app.info'](null)).toMatchObject({
    host: 'loopback',
    version: '1.2.3',
    library: { label: 'Library', readOnly: null },
  });
});

test('what was saved is there after closing and opening again', async () => {
  const first = await start();
  const { id, doc } = await first.handlers['articles.create']({});
  const changes = { fields: { slug: 'ice' }, splices: [], length: doc.content.length };
  await first.handlers['articles.save']({ id, baseRevision: 1, changes });
  await first.close();
  const again = await start();
  expect(await again.handlers['articles.open']({ id })).toMatchObject({ revision: 2, doc: { attrs: { slug: 'ice' } } });
});

test('what an import that was cut off has left is in the trash after the next start, which says so', async () => {
  const path = join(folder, 'Library');
  const cut = await openLibrary(path, { onFocus: () => undefined });
  const [kept, arriving] = ['Kept', 'Cut off'].map((headline) =>
    newArticle(article({ headline }, p('Words.')), { clock: systemClock, ids: systemIds }),
  );
  if (!kept || !arriving) throw new Error('Two articles are made.');
  await cut.library.update((data) => ({
    ...data,
    arriving: [{ ids: [arriving.id, 'b'.repeat(26)], by: thisComputer(), since: Date.now() }],
  }));
  for (const one of [kept, arriving]) await cut.articles.write(one);
  await cut.close();
  const told: string[] = [];
  const { handlers } = await start({ host: 'cli', onNotice: (message) => told.push(message) });
  const { articles } = await handlers['articles.list']({});
  expect(articles.filter(({ trashedAt }) => trashedAt === null).map(({ headline }) => headline)).toEqual(['Kept']);
  expect(articles).toHaveLength(2);
  expect(told).toEqual([expect.stringContaining('(1 of 2 articles) is in the trash')]);
});

test('events are numbered from 1 for each connection', async () => {
  const { listen, handlers } = await start();
  const early: NumberedEvent[] = [];
  const late: NumberedEvent[] = [];
  const stop = listen((event) => early.push(event));
  await handlers['settings.put']({ theme: 'dark' });
  listen((event) => late.push(event));
  await handlers['settings.put']({ theme: 'light' });
  stop();
  await handlers['settings.put']({ theme: 'system' });
  expect(early.map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect(late.map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test('a second start is refused and asks the first to come to the front', async () => {
  let focused = 0;
  await start({ onFocus: () => focused++ });
  let closed = false;
  const parser = { parse: never, close: () => Promise.resolve(void (closed = true)) };
  await expect(start({ parser })).rejects.toMatchObject({ code: 'library/in-use' });
  expect(closed).toBe(true);
  expect(focused).toBe(1);
  await expect(start({ host: 'cli' })).rejects.toMatchObject({ code: 'library/in-use' });
  expect(focused).toBe(1);
});

test('a call from another process is answered by the running instance', async () => {
  await start();
  expect(await askOwner(join(folder, 'Library'), { name: 'settings.put', input: { theme: 'dark' } })).toMatchObject({
    ok: true,
    value: { theme: 'dark' },
  });
  expect(await askOwner(join(folder, 'Library'), { name: 'settings.burn', input: null })).toMatchObject({
    ok: false,
    error: { code: 'rpc/unknown-method' },
  });
});

test('closing twice is closing once, and frees the library', async () => {
  const first = await start();
  await Promise.all([first.close(), first.close()]);
  await start();
});

test('closing waits for a save that is under way', async () => {
  const first = await start();
  const { id, doc } = await first.handlers['articles.create']({});
  const saving = first.handlers['articles.save']({
    id,
    baseRevision: 1,
    changes: { fields: { slug: 'ice' }, splices: [], length: doc.content.length },
  });
  await first.close();
  expect(await saving).toMatchObject({ saved: { revision: 2 } });
  expect((await (await start()).handlers['articles.open']({ id })).doc.attrs.slug).toBe('ice');
});

test('closing does not wait for what hangs', async () => {
  const stet = await start({ parser: { parse: never, close: () => new Promise(() => undefined) } });
  // It resolves although something hangs; without a bound the test would never end.
  await expect(stet.close()).resolves.toBeUndefined();
});

test('an index for searching is made ready before the library is open, and closed where it cannot be opened', async () => {
  const told: (string | null)[] = [];
  const did: string[] = [];
  const searchIndex = (library: Promise<string | null>) => {
    void library.then((path) => told.push(path));
    return Object.assign(new MemorySearch(), {
      warm: () => did.push('warm'),
      close: async () => void did.push(`close ${String(await library)}`),
    });
  };
  const library = join(folder, 'Library');
  await start({ searchIndex });
  expect([told, did]).toEqual([[library], ['warm']]);
  await expect(start({ searchIndex })).rejects.toMatchObject({ code: 'library/in-use' });
  expect([told, did]).toEqual([
    [library, null],
    ['warm', 'warm', 'close null'],
  ]);
});
