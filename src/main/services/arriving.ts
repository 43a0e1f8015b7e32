import type { Article } from '../../core/article/article';
import { arrivingIn, type LibraryData } from '../../core/article/library';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import type { Clock } from '../../core/ports/clock';
import type { HistoryStore } from '../../core/ports/history';
import type { LibraryStore } from '../../core/ports/library';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';

/** Articles written at a time: more would only queue up for the disk. */
const TOGETHER = 8;

interface ArrivalPorts {
  library: LibraryStore;
  history: Pick<HistoryStore, 'remove'>;
  clock: Clock;
  computer: string;
}

/** What an arrival asks and tells while it writes. */
export interface Steps {
  progress(done: number): void;
  /** Asked before each article; once true, nothing of them comes. */
  stopped(): boolean;
  /** Changes the series with the same write that lets the articles in. */
  series(all: LibraryData['series']): LibraryData['series'];
}

/**
 * Lets articles into the library all at once, or none of them: their ids are put down as arriving, their files are written, and
 * one write of the library file takes the ids away and changes the series. Until then no list shows them. Stopped or failed, it
 * takes back what it wrote; a crash leaves ids by which the next start settles them (`settleArrivals`). Errors: `import/stopped`,
 * those of storage.
 */
export async function arrive(
  ports: ArrivalPorts,
  open: OpenArticles,
  recorder: Pick<HistoryRecorder, 'mark'>,
  articles: readonly Article[],
  { progress, stopped, series }: Steps,
): Promise<void> {
  const { library, computer, clock } = ports;
  const ids = articles.map(({ id }) => id);
  const [first] = ids;
  const without = ({ arriving }: LibraryData) => arriving.filter((one) => first === undefined || !one.ids.includes(first));
  const mine = { ids, by: computer, since: clock.now() };
  try {
    await library.update((data) => ({ ...data, arriving: [...without(data), mine] }));
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
    // Where even that fails they stay out of sight, and the next start settles them.
    await takeBack().catch(() => undefined);
    throw error;
  }

  // Nobody has seen them, and no other can know them better than the run that wrote them.
  async function takeBack(): Promise<void> {
    for (const id of ids) {
      await open.discard(id);
      await ports.history.remove(id);
    }
    await library.update((data) => ({ ...data, arriving: without(data) }));
  }
}

/** The same articles without those that are only arriving. */
export function withoutArriving(articles: ArticleStore, library: Pick<LibraryStore, 'read'>): ArticleStore {
  const arriving = async (): Promise<ReadonlySet<string>> => {
    try {
      return arrivingIn(await library.read());
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
