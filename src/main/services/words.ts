import type { Article } from '../../core/article/article';
import { checkDocument } from '../../core/document/schema';
import type { DocJson } from '../../core/document/json';
import { arrivingIn, libraryData, type LibraryData } from '../../core/article/library';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import type { HistoryStore } from '../../core/ports/history';
import type { LibraryStore, WordPlace } from '../../core/ports/library';
import type { FoundWords, RemovedWords } from '../../core/rpc/wordMethods';
import type { Handlers } from '../../core/rpc/contract';
import { strikeOf, type Removal, type Strike } from '../../core/words/strike';
import * as v from 'valibot';
import type { Events } from './events';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';

interface WordPorts {
  articles: ArticleStore;
  history: HistoryStore;
  library: LibraryStore;
  wordPlaces?: readonly WordPlace[];
}

/** Articles between two words about progress. */
const SAID_EVERY = 50;
/** Stands for words taken out without a trace where something has to stand. */
const MARK = '[removed]';

/** Removes words from everything that the library keeps, and says where they were. */
export function wordHandlers(
  ports: WordPorts,
  open: OpenArticles,
  recorder: Pick<HistoryRecorder, 'flush' | 'waits'>,
  events: Events,
  backUp: () => Promise<void>,
  forgetInSearch: (ids: readonly string[]) => Promise<unknown>,
) {
  const { articles, history, library, wordPlaces = [] } = ports;
  let cancelled = false;

  async function* inTurn(ids: readonly string[]): AsyncGenerator<string> {
    for (const [at, id] of ids.entries()) {
      if (cancelled) throw new StetError('words/cancelled', 'Stopped. Nothing more was looked at or changed.');
      if (at % SAID_EVERY === 0) events.emit({ type: 'words', done: at, total: ids.length });
      yield id;
    }
  }

  return {
    'words.find': async (what): Promise<FoundWords> => {
      cancelled = false;
      const strike = checked(what);
      await open.flush();
      await recorder.flush();
      const summaries = await articles.list();
      const found: FoundWords['articles'][number][] = [];
      for await (const id of inTurn(summaries.map((one) => one.id))) {
        const text = strike((await open.read(id)).doc).count;
        if (recorder.waits(id)) await recorder.flush(id);
        // Nobody looks into what the disk does not take: it counts as one.
        const versions = (await history.holding(id, strike)) + Number(recorder.waits(id));
        if (text + versions > 0) found.push({ id, text, versions });
      }
      const data = await library.read();
      const { series, settings } = data;
      let left = 0;
      for (const id of await leftBehind()) left += await history.holding(id, strike);
      const places: FoundWords['places'][number][] = [
        { kind: 'series', count: strike(series).count },
        { kind: 'sites', count: strike(settings.sites).count },
        { kind: 'house-words', count: settings.houseWords.filter((word) => strike(word).count > 0).length },
        { kind: 'left-versions', count: left },
        { kind: 'arriving', count: arrivingIn(data).size },
      ];
      for (const place of wordPlaces) places.push({ kind: place.kind, count: await place.holding(strike) });
      return { articles: found, places: places.filter(({ count }) => count > 0), damaged: (await articles.damaged()).length };
    },

    'words.cancel': () => {
      cancelled = true;
      return Promise.resolve(null);
    },

    'words.remove': async ({ ids, ...what }): Promise<RemovedWords> => {
      cancelled = false;
      const strike = checked(what);
      const marking = checked({ ...what, by: MARK });
      const failed: string[] = [];
      const changed: string[] = [];
      const places: RemovedWords['places'][number][] = [];
      const orElse = async (kind: 'list' | 'search', work: Promise<unknown>): Promise<void> => {
        try {
          await work;
        } catch (error) {
          if (!(error instanceof StetError)) throw error;
          places.push({ kind, left: 1 });
        }
      };
      const arriving = new Set(arrivingIn(await library.read()));
      try {
        for await (const id of inTurn(ids)) {
          try {
            // The text first: its history then holds the version before, and loses the words last.
            if (await open.change(id, (newest) => without(newest, strike, marking))) changed.push(id);
            await recorder.flush(id);
            await history.strike(id, strike);
            // It would come after this, with the words.
            if (recorder.waits(id)) failed.push(id);
          } catch (error) {
            if (!(error instanceof StetError)) throw error;
            failed.push(id);
          }
        }
      } finally {
        if (changed.length > 0) events.emit({ type: 'articles', ids: changed, revision: null });
        await orElse('list', articles.compact());
      }
      for (const id of await leftBehind()) await history.strike(id, strike);
      await strikeLibrary(strike, marking);
      for (const place of wordPlaces) places.push({ kind: place.kind, left: await place.strike(strike) });
      await orElse('search', forgetInSearch(ids));
      for (const id of arrivingIn(await library.read())) arriving.add(id);
      places.push({ kind: 'arriving', left: arriving.size });
      // In place of those that went. Where it fails, the look every hour makes it, and says so where it cannot.
      await backUp().catch(() => undefined);
      return { changed: changed.length, failed, places: places.filter(({ left }) => left > 0) };
    },
  } satisfies Partial<Handlers>;

  /** Articles that have versions and are gone. Of one that is just arriving nothing is changed: it is not there yet. */
  async function leftBehind(): Promise<readonly string[]> {
    const arriving = arrivingIn(await library.read());
    const known = new Set([...(await articles.list()).map(({ id }) => id), ...arriving]);
    return (await history.articles()).filter((id) => !known.has(id));
  }

  async function strikeLibrary(strike: Strike, marking: Strike): Promise<void> {
    const before = await library.read();
    if (libraryWithout(before, strike, marking) === before) return;
    await library.update((data) => libraryWithout(data, strike, marking));
    // The file keeps the data before beside it: written once more, that is without the words too.
    await library.update((data) => ({ ...data }));
    events.emit({ type: 'series' });
    events.emit({ type: 'settings' });
  }
}

/** Errors: `words/none`, `words/come-back`. */
function checked(what: Removal): Strike {
  const strike = strikeOf(what);
  if (!strike) throw new StetError('words/none', 'Say first which words are to be removed.');
  if (strike(what.by).count > 0)
    throw new StetError('words/come-back', 'What is to stand there instead holds the words itself. Choose something else.');
  return strike;
}

/** Null when nothing of it held the words. Errors: those of the gate where an article cannot be without them. */
function without(article: Article, strike: Strike, marking: Strike): Article | null {
  if (strike(article.doc).count === 0) return null;
  const attempt = (how: Strike): DocJson => checkDocument(how(article.doc).value);
  let doc: DocJson;
  try {
    doc = attempt(strike);
  } catch {
    // Some field may not be empty.
    doc = attempt(marking);
  }
  return { ...article, doc, revision: article.revision + 1 };
}

function libraryWithout(data: LibraryData, strike: Strike, marking: Strike): LibraryData {
  const { settings, arriving, ...rest } = data;
  const houseWords = settings.houseWords.filter((word) => strike(word).count === 0);
  const count = strike(rest).count + strike(settings.sites).count + settings.houseWords.length - houseWords.length;
  if (count === 0) return data;
  const attempt = (how: Strike): LibraryData =>
    v.parse(libraryData, {
      ...how(rest).value,
      arriving,
      settings: { ...settings, houseWords, sites: how(settings.sites).value },
    });
  try {
    return attempt(strike);
  } catch {
    // A series or a site may not be without a name.
    return attempt(marking);
  }
}
