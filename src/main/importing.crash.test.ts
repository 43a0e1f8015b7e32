import fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, p } from '../core/document/testing/builders';
import { articleOf } from '../core/series/settle';
import { memoryServices } from './services/testing/memoryPorts';
import { HistoryFiles } from './storage/historyFiles';
import { LibraryFile } from './storage/libraryFile';
import type { FileSystem } from './storage/fileSystem';
import { openArticles } from './storage/testing/articles';
import { faultyFileSystem } from './storage/testing/faultyFileSystem';
import { MemoryFileSystem } from './storage/testing/memoryFileSystem';

/** The services over a library on such a disk, as a host has them. */
async function opened(fs: FileSystem) {
  const { store } = await openArticles(fs, '/library');
  // After a power cut the index is behind the folder until that has been looked at.
  await store.savedSince(0);
  const library = new LibraryFile(fs, '/library', null, 'here');
  const stet = memoryServices({ articles: store, library, history: new HistoryFiles(fs, '/library/history', null) });
  return { ...stet, store, library };
}

/** A disk with an article that begins a series, and three texts that go on with it. */
async function before(): Promise<MemoryFileSystem> {
  const disk = new MemoryFileSystem();
  const { call, store, library } = await opened(disk);
  await call['articles.create']({ doc: article({ headline: 'Part 0', slug: 'part-0' }, p('It began.')) });
  await store.close();
  await library.close();
  return disk;
}
const text = (at: number) =>
  `---\ntitle: Part ${at}\nprevious:\n  title: Part ${at - 1}\n  url: part-${at - 1}.md\n---\n\nPart ${at} of it.\n`;

test('whatever is cut off at whatever call, an import is in the library as a whole or not at all, and what was acknowledged is', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 140 }), fc.infiniteStream(fc.nat({ max: 1000 })), async (at, chance) => {
      const disk = await before();
      const fs = faultyFileSystem(disk);
      const { call } = await opened(fs);
      const { batch } = await call['import.begin']({ dryRun: false });
      for (const part of [1, 2, 3]) await call['import.add']({ batch, path: `part-${part}.md`, text: text(part), format: null });
      fs.arm({ at, how: 'crash' });
      const acknowledged = await call['import.commit']({ batch, pictures: [] }).then(
        () => true,
        () => false,
      );

      const after = disk.powerCut((choices) => (chance.next().value ?? 0) % choices);
      const again = await opened(after);
      const told = await again.settleArrivals(true);
      const listed = (await again.call['articles.list']({})).articles;
      const articles = listed.filter(({ trashedAt }) => trashedAt === null);
      const headlines = articles.map(({ headline }) => headline).sort();
      const series = (await again.call['series.list'](null)).map(({ entries }) =>
        entries.map((entry) => articles.find(({ id }) => id === articleOf(entry))?.headline),
      );
      const all = ['Part 0', 'Part 1', 'Part 2', 'Part 3'];
      expect([
        { headlines: ['Part 0'], series: [] as unknown[] },
        { headlines: all, series: [] },
        { headlines: all, series: [all] },
      ]).toContainEqual({ headlines, series });
      if (acknowledged) expect({ headlines, series, told }).toEqual({ headlines: all, series: [all], told: [] });
      // Cut off just before its end, all is there but its series; else what had come can be restored. Either is said.
      else if (series.length === 0 && listed.length > 1) expect(told).toHaveLength(1);
      // Nothing of it stays behind out of sight.
      expect((await again.store.list()).length).toBe(listed.length);
      seen.add(acknowledged ? 'whole' : listed.length === 1 ? 'nothing' : articles.length === 1 ? 'in the trash' : 'said');
      await again.store.close();
    }),
    { numRuns: 150 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['in the trash', 'nothing', 'whole']));
}, 120_000);
