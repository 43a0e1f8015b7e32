import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, p } from '../core/document/testing/builders';
import { articleOf } from '../core/series/settle';
import { memoryServices } from './services/testing/memoryPorts';
import { backupFiles } from './storage/backupFiles';
import type { FileSystem } from './storage/fileSystem';
import { HistoryFiles } from './storage/historyFiles';
import { LibraryFile } from './storage/libraryFile';
import { OpenArchive } from './storage/openArchive';
import { openArticles } from './storage/testing/articles';
import { MemoryFileSystem } from './storage/testing/memoryFileSystem';

const text = (at: number) =>
  `---\ntitle: Part ${at}\nprevious:\n  title: Part ${at - 1}\n  url: part-${at - 1}.md\n---\n\nPart ${at} of it.\n`;
const part = (at: number) => article({ headline: `Part ${at}`, slug: `part-${at}` }, p('It began.'));

/** The services over a library on such a disk, with an article that begins a series and three texts ready that go on with it. */
async function importing(fs: FileSystem) {
  const { store } = await openArticles(fs, '/library');
  const library = new LibraryFile(fs, '/library', null, 'here');
  const history = new HistoryFiles(fs, '/library/history', null);
  const backups = backupFiles(fs, '/library');
  const stet = memoryServices({ articles: store, library, history, backups });
  const { call } = stet;
  const first = await call['articles.create']({ doc: part(0) });
  const { batch } = await call['import.begin']({ dryRun: false });
  for (const at of [1, 2, 3]) await call['import.add']({ batch, path: `part-${at}.md`, text: text(at), format: null });
  return { ...stet, first, batch, backups };
}

/** Every step on the disk taken in an order that `scheduler` chooses. */
function inAnyOrder(fs: FileSystem, scheduler: fc.Scheduler): FileSystem & { after(steps: number): Promise<void> } {
  let begun: { left: number; resolve(): void } | null = null;
  const turn = () => {
    if (begun === null) return Promise.resolve();
    if (begun.left-- === 0) begun.resolve();
    return scheduler.schedule(Promise.resolve());
  };
  return {
    /** Begins to choose, and resolves after so many steps more. */
    after: (left) => new Promise((resolve) => (begun = { left, resolve })),
    read: (path) => turn().then(() => fs.read(path)),
    names: (path) => turn().then(() => fs.names(path)),
    stat: (path) => fs.stat(path),
    create: (path) => turn().then(() => fs.create(path)),
    append: (path) => fs.append(path),
    rename: (from, to) => turn().then(() => fs.rename(from, to)),
    link: (from, to) => fs.link(from, to),
    unlink: (path) => fs.unlink(path),
    makeFolder: (path) => fs.makeFolder(path),
    syncFolder: (path) => fs.syncFolder(path),
  };
}

async function archived(pieces: AsyncIterable<Uint8Array>) {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  const archive = OpenArchive.from(Buffer.concat(all));
  const found = new Map<string, string>();
  await archive.eachArticle((one) => {
    if (one) found.set(one.id, one.doc.content[1].content?.map((run) => ('text' in run ? run.text : '')).join('') ?? '');
    return Promise.resolve();
  });
  expect(await archive.damaged()).toEqual([]);
  const series = ((await archive.library())?.series ?? []).map(({ entries }) =>
    entries.map((entry) => found.get(articleOf(entry) ?? '') ?? 'missing'),
  );
  const versions = archive.namesIn('history').map((name) => name.slice('history/'.length).split('.')[0] ?? '');
  return { headlines: [...found.values()].sort(), series, strays: versions.filter((id) => !found.has(id)) };
}

test('whenever a backup is made during an import, all of the import is in it or nothing', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.nat({ max: 60 }), async (scheduler, later) => {
      const fs = inAnyOrder(new MemoryFileSystem(), scheduler);
      const { call, batch, backups } = await importing(fs);
      const request = { version: '0.1.0', madeAt: '2026-03-01T10:15:00Z' };
      const begun = fs.after(later);
      const came = call['import.commit']({ batch, pictures: [] });
      const backup = async () => {
        await Promise.race([begun, came]);
        return archived(backups.archive(request));
      };
      const [, made] = await scheduler.waitFor(Promise.all([came, backup()]));
      const all = ['Part 0', 'Part 1', 'Part 2', 'Part 3'];
      expect([
        { headlines: ['Part 0'], series: [] as string[][], strays: [] as string[] },
        { headlines: all, series: [all], strays: [] },
      ]).toContainEqual(made);
      seen.add(made.headlines.length === 1 ? 'nothing' : 'whole');
    }),
    { numRuns: 300 },
  );
  expect([...seen].sort()).toEqual(['nothing', 'whole']);
}, 60_000);
