import type { Article } from '../../core/article/article';
import { picturesIn } from '../../core/document/pictures';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import type { HistoryRecorder } from './historyRecorder';

/** Articles kept in memory beside those whose last edit is not on disk yet. */
const LIMIT = 8;

interface Held {
  /** The newest version that is durably on disk. */
  durable: Article;
  /** A later version whose write failed: kept until a write succeeds. */
  unsaved: Article | null;
  /** True once another program has changed the file: whoever opens the article anew is to see that. */
  stale?: boolean;
}

/**
 * The newest version of the articles that somebody works on. Everything that reads or changes an article goes through `change`
 * or `read`, one after the other for each article.
 */
export class OpenArticles {
  readonly #held = new Map<string, Held>();
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #store: ArticleStore;
  readonly #pictures = new Map<string, Set<string>>();
  readonly #history: Pick<HistoryRecorder, 'before' | 'saved' | 'forget'>;

  constructor(store: ArticleStore, history: Pick<HistoryRecorder, 'before' | 'saved' | 'forget'>) {
    this.#store = store;
    this.#history = history;
  }

  /** Pictures of everything that was opened since the start: an undo may want them back. */
  get pictures(): ReadonlySet<string> {
    return new Set([...this.#pictures.values()].flatMap((names) => [...names]));
  }

  /** The newest version, also when it could not be written yet. Errors: those of `ArticleStore.read`. */
  read(id: string): Promise<Article> {
    return this.#inTurn(id, async () => {
      const held = await this.#hold(id);
      return held.unsaved ?? held.durable;
    });
  }

  /** What is held of an article as it was last written or read here; null when it is not held. Another program may have changed the file. */
  durable(id: string): Article | null {
    return this.#held.get(id)?.durable ?? null;
  }

  /** As `read`, but with what another program has put there since, unless words of the writer are not on disk yet. */
  opened(id: string): Promise<Article> {
    return this.#inTurn(id, async () => {
      const before = this.#held.get(id);
      if (!before?.stale || before.unsaved) {
        const held = await this.#hold(id);
        return held.unsaved ?? held.durable;
      }
      this.#held.delete(id);
      const { durable } = await this.#hold(id);
      // In the history of a sitting that goes on, as any version that it is made of.
      if (durable.revision !== before.durable.revision) this.#history.saved(durable);
      return durable;
    });
  }

  /** Another program has changed the files of these articles. What is at hand stays: a save upon it keeps both. */
  changedOutside(ids: readonly string[]): void {
    for (const id of ids) {
      const held = this.#held.get(id);
      if (held) held.stale = true;
    }
  }

  /** Writes an article that did not exist. Errors: those of `ArticleStore.write`. */
  create(article: Article): Promise<void> {
    return this.#inTurn(article.id, async () => {
      await this.#store.write(article);
      this.#keep(article.id, { durable: article, unsaved: null });
    });
  }

  /**
   * Writes what `step` makes of the newest version and gives it once it is durable; `null` leaves everything as it was.
   * `step` hears of the version on disk too, where that is an older one. When the write fails, the change is kept in memory
   * and the error is thrown: the caller may repeat it upon either version.
   */
  change(id: string, step: (newest: Article, durable: Article) => Article | null): Promise<Article | null> {
    return this.#inTurn(id, async () => {
      const held = await this.#hold(id);
      const changed = step(held.unsaved ?? held.durable, held.durable);
      if (changed) await this.#write(held, changed);
      return changed;
    });
  }

  /** Removes an article that lies in the trash; `before` does what has to be done before it is gone. Errors: those of `before` and of `ArticleStore.remove`. */
  remove(id: string, before: () => Promise<void>): Promise<void> {
    return this.#inTurn(id, async () => {
      const { durable, unsaved } = await this.#hold(id);
      if ((unsaved ?? durable).trashedAt === null || durable.trashedAt === null) throw notInTrash();
      await this.#history.forget(id);
      await before();
      await this.#store.remove(id);
      this.#held.delete(id);
      this.#pictures.delete(id);
    });
  }

  /** Removes an article that nobody has seen yet. Errors: those of `ArticleStore.discard`. */
  discard(id: string): Promise<void> {
    return this.#inTurn(id, async () => {
      await this.#history.forget(id);
      await this.#store.discard(id);
      this.#held.delete(id);
      this.#pictures.delete(id);
    });
  }

  /**
   * Waits for the changes under way and tries once more to write what could not be written.
   * Rejects with the first error; the rest is tried all the same.
   */
  async flush(): Promise<void> {
    const tries = [...new Set([...this.#queues.keys(), ...this.#held.keys()])].map((id) =>
      this.#inTurn(id, async () => {
        const held = this.#held.get(id);
        if (held?.unsaved) await this.#write(held, held.unsaved);
      }),
    );
    const failed = (await Promise.allSettled(tries)).find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  async #write(held: Held, article: Article): Promise<void> {
    held.unsaved = article;
    const edited = article.doc !== held.durable.doc;
    if (edited) await this.#history.before(held.durable);
    await this.#store.write(article);
    held.durable = article;
    held.unsaved = null;
    if (edited) this.#history.saved(article);
  }

  async #hold(id: string): Promise<Held> {
    const held = this.#held.get(id) ?? { durable: await this.#store.read(id), unsaved: null };
    const pictures = this.#pictures.get(id) ?? new Set();
    for (const asset of picturesIn(held.durable.doc)) pictures.add(asset);
    this.#pictures.set(id, pictures);
    this.#keep(id, held);
    return held;
  }

  #keep(id: string, held: Held): void {
    this.#held.delete(id);
    this.#held.set(id, held);
    for (const [other, { unsaved }] of this.#held) {
      if (this.#held.size <= LIMIT) return;
      // In its turn means that it may be about to change; what is unsaved is nowhere else.
      if (!unsaved && !this.#queues.has(other)) this.#held.delete(other);
    }
  }

  #inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(id) ?? Promise.resolve();
    // A failure was told to whoever asked; the next in the queue starts all the same.
    const mine = before.then(work, work);
    this.#queues.set(id, mine);
    const done = () => {
      if (this.#queues.get(id) === mine) this.#queues.delete(id);
    };
    mine.then(done, done);
    return mine;
  }
}

const notInTrash = () =>
  new StetError('articles/not-in-trash', 'This article is not in the trash, so it was not deleted. Move it there first.');
