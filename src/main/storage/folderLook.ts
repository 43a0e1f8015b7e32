import type { ArticleSummary } from '../../core/article/summary';
import { StetError } from '../../core/errors';
import { articleFile, idOfFile } from './articleFile';
import { entryOf, type ArticleIndex } from './articleIndex';
import type { ArticleReader } from './articleReader';
import { errnoOf, identityOf, type FileStamp, type FileSystem } from './fileSystem';
import { Pool } from './pool';

const PARALLEL_LOOKS = 16;
/** Milliseconds. */
const LOOK_AFTER_MS = 700;

/** What the look has to know of the articles, and tells. */
export interface Looked {
  /** The file that this Stet last read or wrote; undefined where it has done neither. */
  fileOf(id: string): FileStamp | null | undefined;
  /** Whose files this Stet has read or written. */
  handled(): Iterable<string>;
  /** Takes what was written meanwhile into the index. */
  settle(): Promise<void>;
  /** True for an article written by this Stet: no look tells anything newer. */
  isWritten(id: string): boolean;
  forget(id: string): void;
  /** Articles of which the list says something else now, learnt after the list was shown. */
  learnt(ids: readonly string[]): void;
}

/** Compares the index with the folder of articles. */
export class FolderLook {
  private readonly looks = new Pool(PARALLEL_LOOKS);
  private listed: Promise<void> = Promise.resolve();
  private looking: Promise<void> = Promise.resolve();
  private lookNow: () => void = () => undefined;
  private indexRead: Promise<void> | null = null;
  /** Files that were others than known at the last look of `again`. */
  private otherBefore = new Map<string, string>();

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    private readonly index: ArticleIndex,
    private readonly reader: ArticleReader,
    private readonly articles: Looked,
  ) {}

  /**
   * Begins; `names` is the folder's listing. Where nobody has to wait for it, it happens in the background, a moment later: the
   * first screen needs the disk and this thread, and is told what was learnt.
   */
  start(names: readonly string[], waitForIt: boolean): void {
    const first = waitForIt ? Promise.resolve() : this.afterTheFirstScreen();
    this.looking = first.then(async () => {
      const changed = await this.look(names);
      await this.readIndex();
      await this.index.compact();
      // Whoever waited for the look has seen all of it.
      if (!waitForIt && changed.length > 0) this.articles.learnt(changed);
    });
    if (waitForIt) this.listed = this.looking;
  }

  /**
   * Looks once more, while articles are read and written: `names` is the folder's listing. New and missing files are seen, and those of
   * articles that were at hand; with `all` every file. A file counts when two looks have found it the same: until then it may still be
   * on its way. Answers the articles of which the list says something else now.
   */
  async again(names: readonly string[], all: boolean): Promise<string[]> {
    await this.over();
    await this.readIndex();
    await this.articles.settle();
    const there = new Set(names.map(idOfFile).filter((id) => id !== null));
    const known = new Set(this.index.entries.ids());
    const moved = [...[...there].filter((id) => !known.has(id)), ...[...known].filter((id) => !there.has(id))];
    const learnt: string[] = [];
    const before = this.otherBefore;
    this.otherBefore = new Map();
    const left = new Set([...moved, ...before.keys(), ...this.articles.handled(), ...(all ? known : [])]).values();
    const lookOn = async () => {
      for (const id of left) if (await this.reader.turns.run(id, () => this.lookAgainAt(id, before.get(id)))) learnt.push(id);
    };
    await Promise.all(Array.from({ length: PARALLEL_LOOKS }, lookOn));
    return learnt;
  }

  /** Resolves when the index may be shown. */
  listable(): Promise<void> {
    return this.listed;
  }

  /** Resolves when the look is over, and makes it begin now. */
  over(): Promise<void> {
    this.lookNow();
    return this.looking;
  }

  /** Reads the whole index. An article whose line in it is damaged is read itself. */
  readIndex(): Promise<void> {
    return (this.indexRead ??= this.index.entries.readAll().then(async (damaged) => {
      for (const id of damaged) await this.lookAt(id);
    }));
  }

  /** What the index says of these articles after a look at each; those without a file are not in it. */
  async summaries(ids: readonly string[], settle: () => Promise<void>): Promise<ReadonlyMap<string, ArticleSummary>> {
    const looked = await Promise.all(ids.map((id) => this.looks.run(() => this.asItIs(id))));
    await settle();
    return new Map(
      looked.flatMap((id) => {
        const entry = id === null ? undefined : this.index.entries.get(id);
        return entry ? [[entry.summary.id, entry.summary] as const] : [];
      }),
    );
  }

  private afterTheFirstScreen(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_AFTER_MS);
      this.lookNow = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Answers the articles of which the list says something else now. */
  private async look(names: readonly string[]): Promise<string[]> {
    const ids = new Set(names.map(idOfFile).filter((id) => id !== null));
    const gone = this.index.entries.ids().filter((id) => !ids.has(id) && !this.articles.isWritten(id));
    for (const id of gone) this.articles.forget(id);
    const [learnt, left] = [[...gone], ids.values()];
    const lookOn = async () => {
      for (const id of left) if (await this.lookAt(id)) learnt.push(id);
    };
    await Promise.all(Array.from({ length: PARALLEL_LOOKS }, lookOn));
    return learnt;
  }

  /** The id, with the index as its file is; null when there is no file, or nobody can look. Windows hear of what was learnt. */
  private async asItIs(id: string): Promise<string | null> {
    const before = this.index.entries.get(id);
    await this.lookAt(id);
    if (this.index.entries.get(id) !== before) this.articles.learnt([id]);
    try {
      return (await identityOf(this.fs, articleFile(this.fs, this.folder, id).path)) && id;
    } catch {
      return null; // an answer without it, and the next one looks again
    }
  }

  /** For whoever has the article's turn: nothing is written meanwhile. True when something was learnt. */
  private async lookAgainAt(id: string, before: string | undefined): Promise<boolean> {
    try {
      const found = await identityOf(this.fs, articleFile(this.fs, this.folder, id).path);
      const handled = this.articles.fileOf(id);
      const known = handled === undefined ? (this.index.entries.fileOf(id) ?? null) : handled;
      if (found?.size === known?.size && found?.modified === known?.modified) return false;
      const stamp = JSON.stringify(found);
      if (stamp !== before) {
        this.otherBefore.set(id, stamp);
        return false;
      }
      if (!found) {
        const was = this.index.entries.get(id) !== undefined;
        this.articles.forget(id);
        return was;
      }
      const article = await this.reader.openNow(id);
      await this.articles.settle();
      if (article) this.index.set(id, entryOf(article, found));
      return true;
    } catch (error) {
      // The reader has put damage on its list; a disk that does not answer is asked again.
      return error instanceof StetError && error.code === 'articles/unreadable';
    }
  }

  /** True when something was learnt. */
  private async lookAt(id: string): Promise<boolean> {
    const { path } = articleFile(this.fs, this.folder, id);
    try {
      const { size, modified } = await this.fs.stat(path);
      const known = this.index.entries.fileOf(id);
      if (this.articles.isWritten(id) || (known && known.size === size && known.modified === modified)) return false;
      const article = await this.reader.open(id);
      // Written meanwhile: then the index knows better than this look.
      if (!article || this.articles.isWritten(id)) return false;
      this.index.set(id, entryOf(article, { size, modified }));
    } catch (error) {
      // One bad article never stops the others; the reader has put the typed ones on the list of damage.
      const known = error instanceof StetError && error.code.startsWith('articles/');
      if (errnoOf(error) === 'ENOENT') {
        if (!this.articles.isWritten(id)) this.articles.forget(id);
      } else if (!known) this.reader.report(`${id}.json`);
    }
    return true;
  }
}
