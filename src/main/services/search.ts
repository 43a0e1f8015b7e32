import type { Article } from '../../core/article/article';
import { StetError } from '../../core/errors';
import type { IndexedHits, SearchIndex, SearchRequest, SearchResults } from '../../core/ports/search';
import type { Handlers } from '../../core/rpc/contract';
import type { Events } from './events';
import type { ReadArticles } from './heldFirst';

/** Articles that one step takes in. */
const BATCH = 24;
/** Typing saves several times a second; milliseconds from a save until it is taken in. */
const AFTER_SAVE_MS = 600;
/** An index that has to be begun anew again and again lies on a disk that keeps nothing; then the next start tries again. */
const BEGUN_AT_MOST = 3;
/** So often an answer is looked for again because what it found had changed since it was taken in. */
const LOOKED_AGAIN_AT_MOST = 2;
/** Windows hear of progress at most this often, in milliseconds. */
const SAID_EVERY_MS = 250;

/** Says whether an article is indexed as it is now. */
const stampOf = ({ revision, editedAt, trashedAt }: Pick<Article, 'revision' | 'editedAt' | 'trashedAt'>): string =>
  `${revision}.${editedAt}.${trashedAt ?? ''}`;

interface Indexed {
  article: Article;
  stamp: string;
}

/** An article as it was read, and how often it had been forgotten before. */
type Read = Indexed & { turn: number };

/** Keeps the full-text index up with the articles, in the background: nothing waits for it but whoever asks to. */
export class SearchKeeper {
  readonly #articles: ReadArticles;
  readonly #index: SearchIndex;
  readonly #events: Events;
  readonly #report: (error: unknown) => void;
  /** What still has to be looked at, in order. */
  readonly #waiting = new Set<string>();
  #known: Map<string, string> | null = null;
  #done = 0;
  #inHand = 0;
  #begun = 0;
  /** How often articles were forgotten: one that was read before may not be put into the index afterwards. */
  readonly #forgotten = new Map<string, number>();
  #working: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said = 0;
  #ended = false;

  constructor(articles: ReadArticles, index: SearchIndex, events: Events, report: (error: unknown) => void) {
    this.#articles = articles;
    this.#index = index;
    this.#events = events;
    this.#report = report;
    index.onBegun(() => {
      this.#known = null;
      if (++this.#begun > BEGUN_AT_MOST) this.end();
      else void this.#work();
    });
    events.listen((event) => {
      if (event.type === 'articles') this.#changed(event.ids);
    });
  }

  /** How many articles of those to be read have been read; null when all have. */
  get reading(): { done: number; total: number } | null {
    const left = this.#waiting.size + this.#inHand;
    return this.#known !== null && left === 0 ? null : { done: this.#done, total: this.#done + left };
  }

  /** Compares the index with the library and takes in what is missing or has changed. Resolves when it is done; never rejects. */
  catchUp(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#work();
  }

  /**
   * Answers from the index as it stands, also while it is catching up, but only with articles as they are now: one that has changed
   * since it was taken in is taken in first, and one that is gone is left out. Errors: `search/failed`, `search/closed`.
   */
  async find(request: SearchRequest): Promise<SearchResults> {
    for (let again = 0; ; again++) {
      const { hits, total } = await this.#index.find(request);
      const now = await this.#articles.summaries(hits.map(({ id }) => id));
      const isCurrent = ({ id, stamp }: IndexedHits['hits'][number]): boolean => {
        const summary = now.get(id);
        return summary !== undefined && stampOf(summary) === stamp;
      };
      const old = hits.filter((hit) => !isCurrent(hit)).map(({ id }) => id);
      if (old.length === 0 || again === LOOKED_AGAIN_AT_MOST || this.#ended) {
        const current = hits.filter(isCurrent).map(({ id, passages }) => ({ id, passages }));
        return { hits: current, total: total - old.length };
      }
      await this.#freshen(old);
    }
  }

  /** Removes every trace of articles. What still exists of them is taken in again. Errors: `search/failed`. */
  async forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#forgotten.set(id, (this.#forgotten.get(id) ?? 0) + 1);
    await this.#index.forget(ids);
    for (const id of ids) this.#known?.delete(id);
    this.#changed(ids);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #changed(ids: readonly string[]): void {
    // Before the first comparison everything is still to be looked at.
    if (this.#known === null || this.#ended) return;
    for (const id of ids) this.#waiting.add(id);
    this.#timer ??= setTimeout(() => void this.catchUp(), AFTER_SAVE_MS);
  }

  #work(): Promise<void> {
    this.#working ??= this.#run()
      .catch((error: unknown) => {
        // A closing host ends it; after anything else the next change or start tries again.
        if (!this.#ended) this.#report(error);
      })
      .finally(() => (this.#working = null));
    return this.#working;
  }

  async #run(): Promise<void> {
    while (!this.#ended && (this.#known === null || this.#waiting.size > 0)) {
      if (this.#known === null) await this.#compare();
      await this.#takeIn([...this.#waiting].slice(0, BATCH));
      this.#say();
    }
    this.#done = 0;
    this.#inHand = 0;
  }

  async #compare(): Promise<void> {
    const [known, articles] = [new Map(await this.#index.indexed()), await this.#articles.list()];
    this.#known = known;
    const here = new Set(articles.map(({ id }) => id));
    const newest = articles
      .filter((article) => known.get(article.id) !== stampOf(article))
      .sort((a, b) => b.editedAt - a.editedAt);
    for (const { id } of newest) this.#waiting.add(id);
    for (const id of known.keys()) if (!here.has(id)) this.#waiting.add(id);
    this.#done = articles.length - newest.length;
  }

  async #takeIn(ids: readonly string[]): Promise<void> {
    const read: Read[] = [];
    const gone: string[] = [];
    this.#inHand = ids.length;
    for (const id of ids) {
      // Another turn of the loop for whoever types.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (this.#ended) return;
      // What changes from here on waits anew.
      this.#waiting.delete(id);
      const turn = this.#forgotten.get(id) ?? 0;
      const article = await this.#read(id);
      if (article === null) gone.push(id);
      else if (this.#known?.get(id) !== stampOf(article)) read.push({ article, stamp: stampOf(article), turn });
    }
    if (gone.length > 0) await this.#index.remove(gone);
    const found = await this.#putAll(read);
    for (const id of gone) this.#known?.delete(id);
    for (const { article, stamp } of found) this.#known?.set(article.id, stamp);
    this.#done += ids.length;
    this.#inHand = 0;
  }

  /** Takes articles in out of turn. Their turn may come all the same: what is known of the index stays as it was. */
  async #freshen(ids: readonly string[]): Promise<void> {
    const read: Read[] = [];
    const gone: string[] = [];
    for (const id of ids) {
      const turn = this.#forgotten.get(id) ?? 0;
      const article = await this.#read(id);
      if (article === null) gone.push(id);
      else read.push({ article, stamp: stampOf(article), turn });
    }
    if (gone.length > 0) await this.#index.remove(gone);
    await this.#putAll(read);
  }

  /** Null for one that cannot be read: it cannot be found either. */
  async #read(id: string): Promise<Article | null> {
    try {
      return await this.#articles.read(id);
    } catch (error) {
      if (!(error instanceof StetError)) throw error;
      return null;
    }
  }

  /**
   * Gives those that were put there: all but what was forgotten since it was read, of which nothing may come back. Where a batch
   * fails, each alone: one article that the index cannot take keeps no other out.
   */
  async #putAll(read: readonly Read[]): Promise<readonly Indexed[]> {
    const found = read
      .filter(({ article: { id }, turn }) => turn === (this.#forgotten.get(id) ?? 0))
      .map(({ article, stamp }) => ({ article, stamp }));
    if (found.length === 0) return found;
    try {
      await this.#index.put(found);
    } catch (error) {
      if (this.#ended) throw error;
      for (const one of found) await this.#index.put([one]).catch(this.#report);
    }
    return found;
  }

  #say(): void {
    const reading = this.reading;
    const now = performance.now();
    if (reading !== null && now - this.#said < SAID_EVERY_MS) return;
    this.#said = now;
    this.#events.emit({ type: 'search', reading });
  }
}

/** Searching the library. Without an index (the command line that only reads) there is nothing to search in. */
export function searchHandlers(keeper: SearchKeeper | null) {
  return {
    'search.find': async ({ whole, ...request }) => {
      if (!keeper)
        throw new StetError('search/failed', 'The library cannot be searched from here. Open it in Stet and try again.');
      if (whole) await keeper.catchUp();
      return { ...(await keeper.find(request)), reading: keeper.reading };
    },
  } satisfies Partial<Handlers>;
}
