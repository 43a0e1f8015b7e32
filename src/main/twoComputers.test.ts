import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, p } from '../core/document/testing/builders';
import { articleOf } from '../core/series/settle';
import { memoryServices } from './services/testing/memoryPorts';
import type { FileSystem } from './storage/fileSystem';
import { HistoryFiles } from './storage/historyFiles';
import { LibraryFile } from './storage/libraryFile';
import { openArticles } from './storage/testing/articles';
import { failure } from './storage/testing/faultyFileSystem';
import { MemoryFileSystem } from './storage/testing/memoryFileSystem';

const HOUR = 3_600_000;
const ALL = ['Part 0', 'Part 1', 'Part 2', 'Part 3'];
const text = (at: number) =>
  `---\ntitle: Part ${at}\nprevious:\n  title: Part ${at - 1}\n  url: part-${at - 1}.md\n---\n\nPart ${at} of it.\n`;

/** A start of Stet on a computer; its disk holds the synchronised folder. */
async function startOn(fs: FileSystem, computer: string, hours = 0) {
  const { store } = await openArticles(fs, '/library');
  await store.savedSince(0);
  const library = new LibraryFile(fs, '/library', null, computer);
  const clock = { now: () => hours * HOUR };
  const history = new HistoryFiles(fs, '/library/history', null);
  const stet = memoryServices({ articles: store, library, history, computer, clock });
  const told = await stet.settleArrivals(true);
  const shown = async () =>
    (await stet.call['articles.list']({})).articles.filter(({ trashedAt }) => trashedAt === null).map(({ headline }) => headline);
  const shownSorted = async () => (await shown()).sort();
  const stop = async () => {
    await store.close();
    await library.close();
  };
  return { ...stet, store, library, told, shown: shownSorted, stop };
}

async function begun(): Promise<MemoryFileSystem> {
  const disk = new MemoryFileSystem();
  const { call, stop } = await startOn(disk, 'desk');
  await call['articles.create']({ doc: article({ headline: 'Part 0', slug: 'part-0' }, p('It began.')) });
  await stop();
  return disk;
}

/** What a program that synchronises carries over: files that are new or other, and, of those it saw before, that they are gone. */
async function carry(from: MemoryFileSystem, to: MemoryFileSystem, seen: Set<string>): Promise<void> {
  const there = new Set<string>();
  for (const folder of ['/library', '/library/articles', '/library/history']) {
    await to.makeFolder(folder);
    for (const name of await from.names(folder).catch(() => [])) {
      if (name.endsWith('.tmp') || name === 'index.jsonl') continue;
      const path = `${folder}/${name}`;
      there.add(path);
      const bytes = await from.read(path);
      const same = await to.read(path).then(
        (now) => now.equals(bytes),
        () => false,
      );
      if (!same) to.put(path, bytes);
    }
  }
  for (const path of seen) if (!there.has(path)) await to.unlink(path).catch(() => undefined);
  for (const path of there) seen.add(path);
}

/** Calls `meanwhile` before the change of that number; from then on nothing is changed any more where it `ends` there. */
function interrupted(disk: FileSystem, at: number, ends: boolean, meanwhile: () => Promise<void>): FileSystem {
  let count = 0;
  const step = async () => {
    count++;
    if (count === at) await meanwhile();
    if (ends && count >= at) throw failure('ECRASHED');
  };
  return Object.assign(Object.create(disk) as FileSystem, {
    create: (path: string) => step().then(() => disk.create(path)),
    append: (path: string) => step().then(() => disk.append(path)),
    rename: (from: string, to: string) => step().then(() => disk.rename(from, to)),
    unlink: (path: string) => step().then(() => disk.unlink(path)),
  });
}

async function importInto({ call }: Awaited<ReturnType<typeof startOn>>, arm: () => void): Promise<boolean> {
  const { batch } = await call['import.begin']({ dryRun: false });
  for (const part of [1, 2, 3]) await call['import.add']({ batch, path: `part-${part}.md`, text: text(part), format: null });
  arm();
  return call['import.commit']({ batch, pictures: [] }).then(
    () => true,
    () => false,
  );
}

/** The desk imports; at one step of it the folder is carried to a laptop, where Stet is started so many hours later. */
async function carriedAt(at: number, hours: number, ends: boolean) {
  const desk = await begun();
  const laptop = new MemoryFileSystem();
  const seen = new Set<string>();
  let fs: FileSystem = desk;
  const slot: FileSystem = Object.assign(Object.create(desk) as FileSystem, {
    create: (path: string) => fs.create(path),
    append: (path: string) => fs.append(path),
    rename: (from: string, to: string) => fs.rename(from, to),
    unlink: (path: string) => fs.unlink(path),
  });
  let carried = false;
  const first = await startOn(slot, 'desk');
  const acknowledged = await importInto(first, () => {
    fs = interrupted(desk, at, ends, async () => {
      await carry(desk, laptop, seen);
      carried = true;
    });
  });
  await first.stop().catch(() => undefined);
  if (!carried) await carry(desk, laptop, seen);
  const there = await startOn(laptop, 'laptop', hours);
  return { desk, laptop, seen, acknowledged, there };
}

test('what one computer imported stays, wherever in the middle the other begins and whatever it sends back', async () => {
  const seenHidden = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 2, 30), async (at, hours) => {
      const { desk, laptop, seen, acknowledged, there } = await carriedAt(at, hours, false);
      expect(acknowledged).toBe(true);
      const shown = await there.shown();
      const here = (await there.store.list()).length;
      // Hidden as long as it may be under way, and never shown without a word.
      if (hours > 24 && here > 1 && shown.length > 1) expect(there.told.length + Number(here === 4)).toBeGreaterThan(0);
      if (hours > 24) expect(shown).toHaveLength(here);
      seenHidden.add(shown.length < here);
      await there.call['settings.put']({ theme: 'dark' });
      await there.stop();

      await carry(laptop, desk, seen);
      const again = await startOn(desk, 'desk', hours);
      expect(await again.shown()).toEqual(ALL);
      await again.stop();
      await carry(desk, laptop, seen);
      const last = await startOn(laptop, 'laptop', hours + 1);
      expect(await last.shown()).toEqual(ALL);
      await last.stop();
    }),
    { numRuns: 120 },
  );
  expect(seenHidden).toEqual(new Set([true, false]));
}, 60_000);

test('an import that was cut off is shown nowhere without a word, and nothing of it is deleted', async () => {
  const ends = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 30), fc.boolean(), async (at, hours, laptopFirst) => {
      const { desk, laptop, seen, acknowledged, there } = await carriedAt(at, hours, true);
      const written = (await there.store.list()).map(({ id }) => id).sort();
      const shown = await there.shown();
      if (!acknowledged && hours === 0) expect(shown).toEqual(['Part 0']);
      if (!acknowledged && shown.length > 1) expect(there.told).toHaveLength(1);
      if (laptopFirst) await there.call['settings.put']({ theme: 'dark' });
      await there.stop();
      if (laptopFirst) await carry(laptop, desk, seen);

      const again = await startOn(desk, 'desk', hours);
      const now = await again.shown();
      expect((await again.store.list()).map(({ id }) => id).sort()).toEqual(written);
      if (acknowledged) expect(now).toEqual(ALL);
      else if (now.length > 1) expect(again.told.length + there.told.length).toBeGreaterThan(0);
      else if (written.length > 1) expect(again.told[0]).toContain('trash');
      ends.add(acknowledged ? 'whole' : now.length === 1 ? (written.length > 1 ? 'in the trash' : 'nothing') : 'shown and told');
      const series = (await again.call['series.list'](null)).flatMap(({ entries }) => entries.map(articleOf));
      expect(series.every((id) => id !== null && written.includes(id))).toBe(true);
      await again.stop();
    }),
    { numRuns: 120 },
  );
  expect([...ends].sort()).toEqual(['in the trash', 'nothing', 'shown and told', 'whole']);
}, 60_000);

test('a computer that is open learns that the other one’s import has ended, and lists it', async () => {
  const { desk, laptop, seen, there } = await carriedAt(12, 0, false);
  expect(await there.shown()).toEqual(['Part 0']);
  await carry(desk, laptop, seen);
  expect(await there.settleArrivals(false)).toEqual([]);
  expect(there.events.at(-1)).toMatchObject({ type: 'articles' });
  await there.stop();
  const reopened = await startOn(laptop, 'laptop');
  expect(await reopened.shown()).toEqual(ALL);
  await reopened.stop();
});

test('an import of this computer that is under way is let be', async () => {
  const { call, settleArrivals, changeLibrary } = memoryServices();
  const { id } = await call['articles.create']({ doc: article({ headline: 'Coming' }, p('Words.')) });
  changeLibrary((data) => ({ ...data, arriving: [{ ids: [id], by: 'this one', since: 0 }] }));
  expect(await settleArrivals(false)).toEqual([]);
  expect((await call['articles.list']({})).articles).toEqual([]);
});
