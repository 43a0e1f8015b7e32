import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StetError } from '../../core/errors';
import type { SearchIndex } from '../../core/ports/search';
import { JobThread } from './jobThread';
import type { SearchDone, SearchJob } from './search/requests';
import { workerFile } from './workerFile';

/** A pass over the whole index for forgetting takes seconds on a slow disk; milliseconds. */
const PATIENCE_MS = 120_000;
/** An index that another computer made and has not touched for so long, in milliseconds, is taken away: it holds text of drafts. */
const ABANDONED_MS = 30 * 24 * 3_600_000;

/** The index of a library for searching, in its folder; null for one in memory. Touches nothing before it is known which. */
export const searchIndexOf = (library: Promise<string | null>): SearchIndex =>
  createSearchIndex({ path: library.then((folder) => (folder === null ? null : searchFile(folder))) });

/** The file of this computer's index inside a library: a synchronised folder is open on several, and each has its own. */
export const searchFile = (library: string): string =>
  join(library, 'search', `${createHash('sha256').update(hostname()).digest('hex').slice(0, 12)}.sqlite`);

export interface SearchIndexOptions {
  /** The index's file; null keeps it in memory, where nothing may be written. May become known later: what is asked waits for it. */
  path: string | null | Promise<string | null>;
  /** The worker's entry, where it is not the one that was built with this module. */
  workerUrl?: URL;
}

interface Waiting {
  job: SearchJob['do'];
  resolve: (done: SearchDone) => void;
  reject: (error: unknown) => void;
}

/**
 * The full-text index in a thread of its own, started when first needed and again after a crash. Questions go before work that waits.
 * Errors: `search/failed`, `search/closed`.
 */
export function createSearchIndex({ path, workerUrl }: SearchIndexOptions): SearchIndex {
  let thread: JobThread<SearchJob, SearchDone> | null = null;
  let busy = false;
  let closed = false;
  let birth: string | null = null;
  let onBegun: () => void = () => undefined;
  const questions: Waiting[] = [];
  const work: Waiting[] = [];

  const start = () =>
    new JobThread<SearchJob, SearchDone>({
      url: workerUrl ?? workerFile('searchWorker.js'),
      timeoutMs: PATIENCE_MS,
      tooSlow: failed,
      crashed: failed,
    });

  function next(): void {
    if (busy) return;
    const waiting = questions.shift() ?? work.shift();
    if (!waiting) return;
    busy = true;
    void run(waiting).finally(() => {
      busy = false;
      next();
    });
  }

  async function run({ job, resolve, reject }: Waiting): Promise<void> {
    try {
      if (!thread?.alive) thread = start();
      const where = await path;
      const done = await thread.run({ path: where, do: job });
      const anew = birth !== null && done.birth !== birth && job.kind !== 'close';
      birth = done.birth;
      resolve(done);
      if (anew) onBegun();
    } catch (error) {
      reject(error);
    }
  }

  const ask = (job: SearchJob['do'], line = work): Promise<SearchDone> =>
    closed
      ? Promise.reject(closing())
      : new Promise((resolve, reject) => {
          line.push({ job, resolve, reject });
          next();
        });

  return {
    async indexed() {
      return (await ask({ kind: 'indexed' })).stamps ?? new Map<string, string>();
    },
    async put(articles) {
      await ask({ kind: 'put', articles });
    },
    async remove(ids) {
      await ask({ kind: 'remove', ids });
    },
    async forget(ids) {
      await ask({ kind: 'forget', ids });
      await removeOthers(await path, 0);
    },
    async find(request) {
      return (await ask({ kind: 'find', request }, questions)).results ?? { hits: [], total: 0 };
    },
    warm() {
      thread ??= start();
      // Nobody waits for it: what goes wrong is met again, and told, by whoever asks.
      ask({ kind: 'warm' }).catch(() => undefined);
    },
    onBegun(listener) {
      onBegun = listener;
    },
    async close() {
      if (closed) return;
      for (const waiting of [...questions.splice(0), ...work.splice(0)]) waiting.reject(closing());
      // Closing in order spares the next start looking for what was under way.
      if (thread?.alive) await ask({ kind: 'close' }).catch(() => undefined);
      closed = true;
      await thread?.kill(closing());
      await removeOthers(await path, ABANDONED_MS);
    },
  };
}

/** Removes other computers' indexes that are older than `age`: those that are still used are made again there. */
async function removeOthers(path: string | null, age: number): Promise<void> {
  if (path === null) return;
  const folder = dirname(path);
  // Without the folder there is nothing to remove, and what cannot be looked at cannot be removed.
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (name.startsWith(basename(path)) || !/^[0-9a-f]{12}\.sqlite/u.test(name)) continue;
    const other = join(folder, name);
    const old = await stat(other).then(
      ({ mtimeMs }) => Date.now() - mtimeMs >= age,
      () => false,
    );
    if (old) await rm(other, { recursive: true, force: true });
  }
}

const failed = () =>
  new StetError('search/failed', 'The library could not be searched just now. Your articles are not affected; try again.');
const closing = () => new StetError('search/closed', 'Stet is closing, so the library was not searched.');
