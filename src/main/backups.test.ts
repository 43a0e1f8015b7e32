import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { article, p } from '../core/document/testing/builders';
import type { Clock } from '../core/ports/clock';
import { createNodePlaces } from './places';
import { createSiteFolders } from './siteFolders';
import { createServices, type Services } from './services/createServices';
import { createPreviews } from './services/previews';
import type { Article } from '../core/article/article';
import { backupFiles } from './storage/backupFiles';
import type { FileSystem } from './storage/fileSystem';
import { nodeFileSystem } from './storage/nodeFileSystem';
import { openLibrary, type OpenedLibrary } from './storage/openLibrary';
import { systemIds } from './systemPorts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stet-backup-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const never = () => Promise.reject(new Error('not in this test'));

/** Work on a library of this name; closed afterwards. */
async function inLibrary<T>(
  name: string,
  work: (stet: Services, desk: string, files: OpenedLibrary) => Promise<T>,
  clock: Clock = { now: () => Date.parse('2026-03-01T10:15:00Z') },
): Promise<T> {
  const files = await openLibrary(join(root, name));
  const places = createNodePlaces();
  const stet = createServices({
    ...files,
    info: { host: 'cli', version: '0.1.0', platform: 'linux', nativeDialogs: false, library: { label: name, readOnly: null } },
    clock,
    ids: systemIds,
    computer: 'here',
    places,
    sites: createSiteFolders(places, join(root, name)),
    parser: { parse: never },
    examiner: { examine: never },
    opener: { open: never },
    previews: createPreviews(systemIds),
    printer: { print: never },
  });
  await mkdir(join(root, 'desk'), { recursive: true });
  try {
    return await work(stet, places.handleFor(join(root, 'desk')).handle, files);
  } finally {
    await stet.flush();
    await files.close();
  }
}
const story = (headline: string, notes = '') => article({ headline, notes }, p(`${headline}: the words.`));

test('a library comes back whole into an empty folder, notes and series included', async () => {
  const name = await inLibrary('one', async ({ handlers: call }, folder) => {
    const road = await call['articles.create']({ doc: story('Ice road', 'Ask the driver again') });
    const thaw = await call['articles.create']({ doc: story('The thaw') });
    await call['series.link']({ id: road.id, side: 'next', target: { article: thaw.id }, when: 'ask' });
    const made = await call['backup.make']({ folder, article: null });
    expect(made).toEqual({ name: 'stet-library-2026-03-01T1015.zip', articles: 2 });
    return made.name;
  });
  await inLibrary('two', async ({ handlers: call }, folder) => {
    expect(await call['backup.list']({ folder })).toEqual([name]);
    expect(await call['backup.restore']({ folder, name })).toMatchObject({ missing: 2, series: 1, damaged: 0 });
    const { articles } = await call['articles.list']({});
    expect(articles.map(({ headline }) => headline).sort()).toEqual(['Ice road', 'The thaw']);
    const road = articles.find(({ headline }) => headline === 'Ice road');
    expect((await call['articles.open']({ id: road?.id ?? '' })).doc.attrs.notes).toBe('Ask the driver again');
    expect((await call['series.neighbours']({ id: road?.id ?? '' })).next).not.toBeNull();
  });
});

test('unpacked by any zip program, an archive is a library', async () => {
  await inLibrary('one', async ({ handlers: call }, folder) => {
    await call['articles.create']({ doc: story('Ice road') });
    await call['backup.make']({ folder, article: null });
  });
  const [name = ''] = await readdir(join(root, 'desk'));
  const unpack = `import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])`;
  const unpacked = await promisify(execFile)('python3', ['-c', unpack, join(root, 'desk', name), join(root, 'by-hand')]).catch(
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : Promise.reject(error)),
  );
  if (!unpacked) return console.warn('Not tried: there is no Python here to unpack a zip with.');
  await inLibrary('by-hand/library', async ({ handlers: call }) => {
    expect((await call['articles.list']({})).articles.map(({ headline }) => headline)).toEqual(['Ice road']);
  });
});

test('one article goes alone, and a backup with a damaged file gives all the others', async () => {
  const name = await inLibrary('one', async ({ handlers: call }, folder) => {
    const ids: string[] = [];
    for (const headline of ['One', 'Two', 'Three']) ids.push((await call['articles.create']({ doc: story(headline) })).id);
    expect(await call['backup.make']({ folder, article: ids[1] ?? '' })).toEqual({ name: 'two.stet.zip', articles: 1 });
    return (await call['backup.make']({ folder, article: null })).name;
  });
  const path = join(root, 'desk', name);
  const bytes = await readFile(path);
  // The first entry's packed bytes, well behind its header.
  bytes.fill(0x55, 100, 140);
  await writeFile(path, bytes);
  await inLibrary('two', async ({ handlers: call }, folder) => {
    expect(await call['backup.restore']({ folder, name })).toMatchObject({ missing: 2, damaged: 1 });
    expect(await call['backup.restore']({ folder, name: 'two.stet.zip' })).toMatchObject({ damaged: 0 });
  });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no zip', Buffer.from('PK but not really')],
  ['half of one', null],
])('%s is refused with a reason and changes nothing', async (_what, bytes) => {
  await inLibrary('one', async ({ handlers: call }, folder) => {
    await call['articles.create']({ doc: story('One') });
    const { name } = await call['backup.make']({ folder, article: null });
    const whole = await readFile(join(root, 'desk', name));
    await writeFile(join(root, 'desk', 'bad.zip'), bytes ?? whole.subarray(0, whole.length / 2));
    await expect(call['backup.restore']({ folder, name: 'bad.zip' })).rejects.toMatchObject({ code: 'backup/unreadable' });
    expect((await call['articles.list']({})).articles).toHaveLength(1);
  });
});

test('a cancelled backup leaves nothing behind', async () => {
  await inLibrary('one', async ({ handlers: call }, folder) => {
    await call['articles.create']({ doc: story('One') });
    const made = call['backup.make']({ folder, article: null });
    const cancelled = expect(made).rejects.toMatchObject({ code: 'backup/cancelled' });
    await call['backup.cancel'](null);
    await cancelled;
    expect(await readdir(join(root, 'desk'))).toEqual([]);
  });
});

test('once a day a backup is made, read back, and the old ones go', async () => {
  let day = 0;
  const clock = { now: () => Date.parse('2026-03-01T10:15:00Z') + day * 86_400_000 };
  await inLibrary(
    'one',
    async (stet) => {
      await stet.dailyBackup();
      expect(await stet.handlers['backup.list']({ folder: null })).toEqual([]); // nothing to keep yet
      await stet.handlers['articles.create']({ doc: story('One') });
      for (day = 0; day < 30; day++) await stet.dailyBackup();
      await stet.dailyBackup();
      const names = await stet.handlers['backup.list']({ folder: null });
      expect(names[0]).toBe('stet-2026-03-31.zip');
      expect(names).toHaveLength(12);
      expect(await stet.handlers['backup.examine']({ folder: null, name: names[0] ?? '' })).toMatchObject({
        same: 1,
        damaged: 0,
      });
    },
    clock,
  );
});

test('a history that begins while a backup is restored is not replaced by the older one', async () => {
  const { name, id } = await inLibrary('one', async ({ handlers: call, flush }, folder) => {
    const { id } = await call['articles.create']({ doc: story('Ice road') });
    await call['history.keep']({ id, name: 'Long ago' });
    await flush();
    return { id, name: (await call['backup.make']({ folder, article: null })).name };
  });
  await inLibrary('two', async (_stet, _folder, { articles, history, backups }) => {
    const disk = nodeFileSystem();
    const bytes = await disk.read(join(root, 'desk', name));
    const archive = await backups.open(bytes);
    const found: Article[] = [];
    await archive.eachArticle((one) => Promise.resolve(void (one && found.push(one))));
    const article = found[0]!;
    await articles.write(article);
    const slow: FileSystem = {
      ...disk,
      // Written on in the very moment that the older history is about to come.
      create: async (path) => {
        const facts = { day: '2026-03-02', sitting: 1, name: 'Just now', filed: null, came: false, translated: false };
        await history.append(id, [{ ...facts, article }]);
        return disk.create(path);
      },
    };
    const restored = await backupFiles(slow, join(root, 'two')).open(bytes);
    expect(await restored.addRest()).toBe(0);
    expect((await history.versions(id)).versions.map((version) => version.name)).toEqual(['Just now']);
  });
});

test('a backup of the day that reads back as something else is told and does not stay, and no older one goes for it', async () => {
  let day = 0;
  const clock = { now: () => Date.parse('2026-03-01T10:15:00Z') + day * 86_400_000 };
  await inLibrary(
    'one',
    async (stet, _folder, { backups: { automatic } }) => {
      await stet.handlers['articles.create']({ doc: story('One') });
      for (day = 0; day < 8; day++) await stet.dailyBackup();
      const before = await automatic.names();
      const { read } = automatic;
      automatic.read = async (name) => {
        const bytes = await read(name);
        // Behind the first header: one sector that the disk gives back wrong.
        return Buffer.from(bytes).fill(0x55, 60, 90);
      };
      day = 20;
      await expect(stet.dailyBackup()).rejects.toMatchObject({ code: 'backup/not-verified' });
      expect(await automatic.names()).toEqual(before);
      automatic.read = read;
      await stet.dailyBackup();
      expect(await automatic.names()).toContain('stet-2026-03-21.zip');
    },
    clock,
  );
});

test('after a clock went ahead for months, each day still has its backup, and it stays', async () => {
  let day = 400;
  const clock = { now: () => Date.parse('2026-03-01T10:15:00Z') + day * 86_400_000 };
  await inLibrary(
    'one',
    async (stet, _folder, { backups }) => {
      await stet.handlers['articles.create']({ doc: story('One') });
      for (; day < 470; day++) await stet.dailyBackup();
      for (day = 0; day < 3; day++) await stet.dailyBackup();
      const names = await backups.automatic.names();
      expect(names).toEqual(expect.arrayContaining(['stet-2026-03-01.zip', 'stet-2026-03-02.zip', 'stet-2026-03-03.zip']));
      expect(names.length).toBeLessThanOrEqual(15);
    },
    clock,
  );
});
