import { expect } from 'vitest';
import type { BatchFile, BatchReport } from '../../../core/importing/batch';
import { takeIn } from '../../../core/importing/takeIn';
import type { Series } from '../../../core/series/series';
import type { memoryServices } from './memoryPorts';

export type Host = ReturnType<typeof memoryServices>;

/** A file of words. */
export const text = (path: string, words: string): BatchFile => bytes(path, new TextEncoder().encode(words));
export const bytes = (path: string, content: Uint8Array): BatchFile => ({
  path,
  size: content.length,
  read: () => Promise.resolve(content),
});

/** Takes files into a library as a window does. */
export async function take(host: Host, files: readonly BatchFile[], how: { dryRun?: boolean; stopAt?: string } = {}) {
  let stopped = false;
  const report = await takeIn(
    files,
    {
      client: host.call,
      putPicture: (content) => host.assets.put(content),
      progress: ({ step }) => (stopped = stopped || step === how.stopAt),
      stopped: () => stopped,
    },
    { format: null, dryRun: how.dryRun ?? false },
  );
  return report;
}
/** The same, where nobody stops it. */
export async function taken(host: Host, ...files: BatchFile[]): Promise<BatchReport> {
  const report = await take(host, files);
  if (!report) throw new Error('It was stopped.');
  return report;
}
/** Nothing of an import is in the library. */
export const nothing = async (host: Host) => {
  expect(host.articles.files.size).toBe(0);
  expect(host.series()).toEqual([]);
  expect((await host.call['articles.list']({})).articles).toEqual([]);
};
/** Series as the headlines of their pieces. */
export async function told(host: Host): Promise<string[]> {
  const { articles } = await host.call['articles.list']({});
  const name = new Map(articles.map(({ id, headline }) => [id, headline]));
  return host
    .series()
    .map(
      (one: Series) =>
        `${one.name ?? '-'}: ${one.entries.map((entry) => ('article' in entry ? (name.get(entry.article) ?? '?') : `“${entry.title}”`)).join(' ')}`,
    )
    .sort();
}
