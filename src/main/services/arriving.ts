import type { Article } from '../../core/article/article';
import type { LibraryData } from '../../core/article/library';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import type { HistoryStore } from '../../core/ports/history';
import type { LibraryStore } from '../../core/ports/library';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';

/** Articles written at a time: more would only queue up for the disk. */
const TOGETHER = 8;
/** The revision that an import writes. */
const FIRST = 1;

interface ArrivalPorts {
  library: LibraryStore;
  history: Pick<HistoryStore, 'remove'>;
}

/** What an arrival asks and tells while it writes. */
export interface Arrival {
  progress(done: number): void;
  /** Asked before each article; once true, nothing of them comes. */
  stopped(): boolean;
  /** Changes the series with the same write that lets the articles in. */
  series(all: LibraryData['series']): LibraryData['series'];
}

/**
 * Lets articles into the library all at once, or none of them: their ids are put down as arriving, their files are written, and
 * one write of the library file takes the ids away and changes the series. Until then no list shows them; what stops the work,
 * a crash too, leaves ids by which they are removed again (`clearArriving`). Errors: `import/stopped`, those of storage.
 */
export async function arrive(
  ports: ArrivalPorts,
  open: OpenArticles,
  recorder: Pick<HistoryRecorder, 'mark'>,
  articles: readonly Article[],
  { progress, stopped, series }: Arrival,
): Promise<void> {
  const { library } = ports;
  const ids = articles.map(({ id }) => id);
  const without = ({ arriving }: LibraryData): string[] => arriving.filter((id) => !ids.includes(id));
  try {
    await library.update((data) => ({ ...data, arriving: [...without(data), ...ids] }));
    let done = 0;
    let at = 0;
    const write = async (): Promise<void> => {
      for (let article = articles[at++]; article; article = articles[at++]) {
        if (stopped()) throw halted();
        await open.create(article);
        await recorder.mark(article, { came: true });
        progress(++done);
      }
    };
    const writers = await Promise.allSettled(Array.from({ length: TOGETHER }, write));
    const failed = writers.find((writer) => writer.status === 'rejected');
    if (failed) throw failed.reason;
    if (stopped()) throw halted();
    await library.update((data) => ({ ...data, arriving: without(data), series: series(data.series) }));
  } catch (error) {
    // Where even that fails they stay out of sight, and the next start removes them.
    await clearArriving(ports, open, ids).catch(() => undefined);
    throw error;
  }
}

/** Removes articles that were arriving and never came, and gives their ids; without `only` all of them. Errors: those of storage. */
export async function clearArriving(
  { library, history }: ArrivalPorts,
  open: OpenArticles,
  only: readonly string[] | null = null,
): Promise<readonly string[]> {
  const left = (await library.read()).arriving.filter((id) => only?.includes(id) ?? true);
  if (left.length === 0) return [];
  const gone: string[] = [];
  for (const id of left) {
    if (await wasWorkedOn(open, id)) continue;
    await open.discard(id);
    await history.remove(id);
    gone.push(id);
  }
  await library.update((data) => ({ ...data, arriving: data.arriving.filter((id) => !left.includes(id)) }));
  return gone;
}

/** True for an article that has come, whatever the library file says: that may be an older one, which another program put back. */
async function wasWorkedOn(open: OpenArticles, id: string): Promise<boolean> {
  try {
    return (await open.read(id)).revision > FIRST;
  } catch (error) {
    if (error instanceof StetError) return false; // never written, or not whole
    throw error;
  }
}

/** The same articles without those that are only arriving. */
export function withoutArriving(articles: ArticleStore, library: Pick<LibraryStore, 'read'>): ArticleStore {
  const arriving = async (): Promise<ReadonlySet<string>> => {
    try {
      return new Set((await library.read()).arriving);
    } catch (error) {
      if (error instanceof StetError) return new Set(); // a library file that cannot be read is told elsewhere
      throw error;
    }
  };
  return {
    list: async () => {
      const [all, hidden] = [await articles.list(), await arriving()];
      return hidden.size === 0 ? all : all.filter(({ id }) => !hidden.has(id));
    },
    newest: async (limit) => {
      const hidden = await arriving();
      const { articles: first, total } = await articles.newest(limit + hidden.size);
      const there = hidden.size === 0 ? 0 : (await articles.summaries([...hidden])).size;
      return { articles: first.filter(({ id }) => !hidden.has(id)).slice(0, limit), total: total - there };
    },
    summaries: async (ids) => {
      const hidden = await arriving();
      return articles.summaries(hidden.size === 0 ? ids : ids.filter((id) => !hidden.has(id)));
    },
    quoted: async () => {
      const [all, hidden] = [await articles.quoted(), await arriving()];
      return hidden.size === 0 ? all : new Map([...all].filter(([id]) => !hidden.has(id)));
    },
    damaged: () => articles.damaged(),
    read: async (id) => {
      if ((await arriving()).has(id)) throw new StetError('articles/missing', 'This article is not in the library.');
      return articles.read(id);
    },
    write: (article) => articles.write(article),
    remove: (id) => articles.remove(id),
    discard: (id) => articles.discard(id),
    compact: () => articles.compact(),
  };
}

const halted = () => new StetError('import/stopped', 'The import was stopped. Nothing of it is in the library.');
