import type { Article } from '../../core/article/article';
import { StetError } from '../../core/errors';
import type { Filed } from '../../core/history/version';
import type { Clock } from '../../core/ports/clock';
import type { HistoryStore, NewVersion } from '../../core/ports/history';

/** Without a save for so long, the next one begins another sitting; in milliseconds, by either clock. */
const PAUSE_MS = 30 * 60_000;
/** Versions are written together, this long after the first of them was saved, in milliseconds. */
const GATHER_MS = 1_000;
/** After so many new versions the old ones are thinned. */
const THIN_AFTER = 128;
/** Versions kept in memory while the disk takes none; the first is what stood there before the sitting. */
const MOST_WAITING = 256;

interface Sitting {
  number: number;
  lastWall: number;
  lastSteady: number;
  /** Saved, but not in the history yet. */
  waiting: NewVersion[];
  timer: NodeJS.Timeout | null;
  sinceThinned: number;
}

export interface RecorderOptions {
  store: HistoryStore;
  clock: Clock;
  /** Hears once that versions cannot be kept, until they can again. */
  onTrouble(message: string): void;
  /** Milliseconds that never jump. */
  steady?: () => number;
}

/** What is said of a version when it is made. */
export type Marks = Partial<Pick<NewVersion, 'name' | 'filed' | 'came' | 'translated'>>;

/**
 * Keeps versions of the articles that are worked on. What stood there before the first edit of a sitting is durable before it is
 * overwritten; everything later is written after the save was acknowledged, and never stands in its way.
 */
export class HistoryRecorder {
  readonly #sittings = new Map<string, Sitting>();
  readonly #writing = new Map<string, Promise<void>>();
  readonly #options: Required<RecorderOptions>;
  #told = false;

  constructor(options: RecorderOptions) {
    this.#options = { steady: () => performance.now(), ...options };
  }

  /** Before `durable` is overwritten: keeps it, if this is the first edit of a sitting. Never rejects: what the disk does not take waits in memory. */
  async before(durable: Article): Promise<void> {
    const { clock, steady, store } = this.#options;
    const sitting = this.#sittings.get(durable.id);
    const [wall, now] = [clock.now(), steady()];
    if (sitting && now - sitting.lastSteady <= PAUSE_MS && Math.abs(wall - sitting.lastWall) <= PAUSE_MS) return;
    await this.flush(durable.id);
    const { versions } = await store.versions(durable.id).catch(() => ({ versions: [] }));
    const newest = versions.at(-1);
    const left = sitting?.waiting ?? [];
    const number = Math.max(newest?.sitting ?? 0, sitting?.number ?? 0);
    this.#sittings.set(durable.id, {
      number: number + 1,
      lastWall: wall,
      lastSteady: now,
      waiting: [...left, versionOf(durable, number)],
      timer: null,
      // Whatever the last sitting left is thinned in this one.
      sinceThinned: THIN_AFTER,
    });
    await this.flush(durable.id);
  }

  /** After an article was saved: its version follows when nobody waits. */
  saved(article: Article): void {
    const sitting = this.#sittings.get(article.id);
    if (!sitting) return;
    sitting.lastWall = this.#options.clock.now();
    sitting.lastSteady = this.#options.steady();
    this.#wait(article.id, sitting, versionOf(article, sitting.number));
  }

  /** Makes a version of the article as it stands, with what is said of it, and gives its number once it is durable. Errors: those of `HistoryStore.append`. */
  async keep(article: Article, marks: Marks = {}): Promise<number> {
    await this.flush(article.id);
    const sitting = this.#sittings.get(article.id)?.number ?? (await this.#lastSitting(article.id));
    const [number = 0] = await this.#options.store.append(article.id, [{ ...versionOf(article, sitting), ...marks }]);
    return number;
  }

  /** As `keep`, for a moment when nobody asked for a version: a failure is told, and stops nothing. */
  async mark(article: Article, marks: { filed: Filed } | { came: true } | { translated: true }): Promise<void> {
    await this.keep(article, marks).catch((error: unknown) => this.#failed(error));
  }

  /** Writes the versions that wait, of one article or all. Never rejects: what the disk does not take goes on waiting. */
  async flush(id?: string): Promise<void> {
    const ids = id === undefined ? [...this.#sittings.keys()] : [id];
    await Promise.all(
      ids.map((one) => {
        const turn = (this.#writing.get(one) ?? Promise.resolve()).then(() => this.#write(one));
        this.#writing.set(one, turn);
        return turn;
      }),
    );
  }

  /** True while versions of an article wait in memory, because the disk does not take them. */
  waits(id: string): boolean {
    return (this.#sittings.get(id)?.waiting.length ?? 0) > 0;
  }

  /** Lets go of everything that is remembered of an article, before its versions are removed. */
  async forget(id: string): Promise<void> {
    const sitting = this.#sittings.get(id);
    if (sitting?.timer) clearTimeout(sitting.timer);
    this.#sittings.delete(id);
    await this.#writing.get(id);
    this.#writing.delete(id);
  }

  async #lastSitting(id: string): Promise<number> {
    return (await this.#options.store.versions(id)).versions.at(-1)?.sitting ?? 0;
  }

  #wait(id: string, sitting: Sitting, version: NewVersion): void {
    sitting.waiting.push(version);
    // Of what cannot be written, what stood there before and the newest tell most.
    if (sitting.waiting.length > MOST_WAITING) sitting.waiting.splice(1, 1);
    sitting.timer ??= setTimeout(() => void this.flush(id), GATHER_MS);
  }

  async #write(id: string): Promise<void> {
    const sitting = this.#sittings.get(id);
    if (!sitting) return;
    if (sitting.timer) clearTimeout(sitting.timer);
    sitting.timer = null;
    const { waiting } = sitting;
    if (waiting.length === 0) return;
    const batch = [...waiting];
    try {
      await this.#options.store.append(id, batch);
      sitting.waiting = sitting.waiting.filter((version) => !batch.includes(version));
      sitting.sinceThinned += batch.length;
      this.#told = false;
      if (sitting.sinceThinned < THIN_AFTER) return;
      sitting.sinceThinned = 0;
      // Nobody waits for room that is saved.
      void this.#options.store.thin(id).catch((error: unknown) => this.#failed(error));
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    const code = error instanceof StetError ? error.code : '';
    // A library open for reading keeps no versions, and has said so.
    if (this.#told || code === 'storage/read-only') return;
    this.#told = true;
    this.#options.onTrouble(
      code === 'history/newer'
        ? 'Your text is saved. A newer Stet has written this article’s history, so this one adds nothing to it.'
        : code === 'storage/full'
          ? 'Your text is saved, but the disk has no room for its history. Make room: until then earlier versions are only kept while Stet runs.'
          : 'Your text is saved, but its history could not be written. Until that works again earlier versions are only kept while Stet runs.',
    );
  }
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A day by the writer's clock. */
function dayOf(time: number): string {
  const at = new Date(time);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

const versionOf = (article: Article, sitting: number): NewVersion => ({
  article,
  day: dayOf(article.editedAt),
  sitting,
  name: null,
  filed: null,
  came: false,
  translated: false,
});
