import { Low } from 'lowdb';
import type { Article } from '../../core/article/article';
import type { ArticleSummary } from '../../core/article/summary';
import type { QuotedWords } from '../../core/quotes/quotedWords';
import { parseDocument } from '../../core/document/schema';
import { StetError } from '../../core/errors';
import type { ArticleStore, Damaged } from '../../core/ports';
import { articleFile, idOfFile, isArticleId } from './articleFile';
import { entryOf, type ArticleIndex } from './articleIndex';
import type { DurableFile } from './durableFile';
import { errnoOf, identityOf, type FileSystem } from './fileSystem';
import { KnownFiles } from './knownFiles';
import { LateSummaries } from './lateSummaries';
import { OutsideVersions } from './outsideVersions';
import { Pool } from './pool';
import { SaveQueue } from './saveQueue';
import { setAside, setAsideFrom } from './setAside';
import { storageError } from './storageError';
import { Turns } from './turns';

/** More would only queue up in Node's four file threads. */
const PARALLEL_SAVES = 8;
const PARALLEL_LOOKS = 16;
/** Milliseconds. */
const LOOK_AFTER_MS = 700;

/** What another program did to the articles. */
export interface OutsideChange {
  ids: readonly string[];
  /** True when its version and the writer's were in each other's way, and both are articles now. */
  kept: boolean;
}

/** One file an article in a folder, with the index beside it. */
export class ArticleFiles implements ArticleStore {
  private readonly bad = new Map<string, Damaged['code']>();
  private readonly saves = new SaveQueue<Article>((article) => this.save(article), new Pool(PARALLEL_SAVES));
  private readonly looks = new Pool(PARALLEL_LOOKS);
  private readonly known = new KnownFiles();
  private readonly late: LateSummaries;
  private readonly outside: OutsideVersions;
  /** Written here, so that a look at the folder tells nothing newer. */
  private readonly written = new Set<string>();
  private readonly turns = new Turns();
  private listed: Promise<void> = Promise.resolve();
  private looking: Promise<void> = Promise.resolve();
  private lookNow: () => void = () => undefined;
  private indexRead: Promise<void> | null = null;

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    private readonly index: ArticleIndex,
    /** Null, or why nothing is written. */
    private readonly readOnly: StetError | null,
    private readonly onOutside: (change: OutsideChange) => void = () => undefined,
  ) {
    this.late = new LateSummaries(index);
    this.outside = new OutsideVersions(fs, folder, this.known, {
      kept: (id, copy, file) => {
        this.wrote(copy, file);
        onOutside({ ids: [id, copy.id], kept: true });
      },
      setAside: (id, name) => {
        this.bad.set(name, 'articles/unreadable');
        onOutside({ ids: [id], kept: false });
      },
    });
  }

  /**
   * Compares the index with the folder; `names` is the folder's listing. Where the index was good that happens in the background, a
   * moment later: the first screen needs the disk and this thread, and is told what was learnt.
   */
  start(names: readonly string[], waitForLook = !this.index.found): void {
    for (const name of names) if (setAsideFrom(name)) this.bad.set(name, 'articles/unreadable');
    const first = waitForLook ? Promise.resolve() : this.afterTheFirstScreen();
    this.looking = first.then(async () => {
      const changed = await this.look(names);
      await this.readIndex();
      await this.index.compact();
      // Whoever waited for the look has seen all of it.
      if (!waitForLook && changed.length > 0) this.onOutside({ ids: changed, kept: false });
    });
    if (waitForLook) this.listed = this.looking;
  }

  async quoted(): Promise<ReadonlyMap<string, readonly QuotedWords[]>> {
    return new Map((await this.all()).map(({ summary, quoted }) => [summary.id, quoted]));
  }

  async list(): Promise<readonly ArticleSummary[]> {
    return (await this.all()).map(({ summary }) => summary);
  }

  async newest(limit: number): Promise<{ articles: readonly ArticleSummary[]; total: number }> {
    await this.listed;
    this.late.settle();
    const { entries } = this.index;
    return { articles: entries.newest(limit).map(({ summary }) => summary), total: entries.size };
  }

  async summaries(ids: readonly string[]): Promise<ReadonlyMap<string, ArticleSummary>> {
    await this.listed;
    const looked = await Promise.all(ids.map((id) => this.looks.run(() => this.asItIs(id))));
    this.late.settle();
    return new Map(
      looked.flatMap((id) => {
        const entry = id === null ? undefined : this.index.entries.get(id);
        return entry ? [[entry.summary.id, entry.summary] as const] : [];
      }),
    );
  }

  async damaged(): Promise<readonly Damaged[]> {
    await this.listed;
    return [...this.bad].map(([file, code]) => ({ file, code }));
  }

  /** Adds a file of the library that was set aside to the list of damage. */
  report(file: string): void {
    this.bad.set(file, 'articles/unreadable');
  }

  /** The articles whose files were last written at that time or later, by the disk's clock, and not by this Stet. Asked before anything is written. */
  async savedSince(time: number): Promise<string[]> {
    await this.looked();
    const { entries } = this.index;
    return entries.ids().filter((id) => (entries.fileOf(id)?.modified ?? -1) >= time && !this.written.has(id));
  }

  async read(id: string): Promise<Article> {
    if (!isArticleId(id)) throw missing();
    await this.saves.settled(id);
    const article = await this.open(id);
    if (article) return article;
    const wasThere = [...this.bad.keys()].some((name) => setAsideFrom(name) === `${id}.json`);
    throw wasThere ? unreadable() : missing();
  }

  async write(article: Article): Promise<void> {
    if (this.readOnly) throw this.readOnly;
    if (!isArticleId(article.id))
      throw new StetError('articles/invalid', 'This article has no proper name inside Stet and was not saved.');
    await this.saves.put(article.id, article);
  }

  async remove(id: string): Promise<void> {
    if (this.readOnly) throw this.readOnly;
    if (!isArticleId(id)) throw missing();
    await this.saves.settled(id);
    await this.turns.run(id, () => this.removeNow(id));
  }

  async discard(id: string): Promise<void> {
    if (this.readOnly) throw this.readOnly;
    if (!isArticleId(id)) return;
    await this.saves.settled(id);
    await this.turns.run(id, () => this.unlink(id));
  }

  async compact(): Promise<void> {
    await this.readIndex();
    this.late.settle();
    await this.index.rewrite();
  }

  /** Waits until everything handed over is written and the look at the folder is over. */
  async close(): Promise<void> {
    await this.saves.settled();
    await this.looked();
    this.late.settle();
    await this.index.settled();
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

  /** For whoever needs what the look tells. */
  private looked(): Promise<void> {
    this.lookNow();
    return this.looking;
  }

  private async all() {
    await this.listed;
    await this.readIndex();
    this.late.settle();
    return this.index.entries.all();
  }

  /** Reads the whole index. An article whose line in it is damaged is read itself. */
  private readIndex(): Promise<void> {
    return (this.indexRead ??= this.index.entries.readAll().then(async (damaged) => {
      for (const id of damaged) await this.lookAt(id);
    }));
  }

  private async save(article: Article): Promise<void> {
    const { id } = article;
    if (!this.known.has(id)) await this.open(id).catch(passUnreadable);
    await this.turns.run(id, () => this.replace(article));
  }

  private async replace(article: Article): Promise<void> {
    const { id } = article;
    const file = articleFile(this.fs, this.folder, id, {
      // What could not be read back is refused here, alone, while all others are saved.
      meanwhile: () => parseDocument(article.doc),
      before: () => this.outside.makeWay(article),
    });
    await new Low(file, article).write().catch((error: unknown) => {
      // A document too deep to be written at all fails before the gate has seen it, and the gate can say why.
      if (error instanceof RangeError) parseDocument(article.doc);
      // The last step may have failed with the new version in place: it is ours all the same.
      this.known.attempt(id, file.checksum);
      throw error;
    });
    this.wrote(article, file);
  }

  private wrote(article: Article, file: DurableFile<Article>): void {
    this.known.wrote(article.id, article.revision, file);
    this.written.add(article.id);
    if (file.identity) this.late.put(article, file.identity);
  }

  /** Null when there is no file. A damaged one is set aside before the error. In turn, or two would set it aside at once, and a look would take an older version for the newest. */
  private open(id: string): Promise<Article | null> {
    return this.turns.run(id, () => this.openNow(id));
  }

  private async openNow(id: string): Promise<Article | null> {
    const file = articleFile(this.fs, this.folder, id);
    try {
      const db = new Low<Article | null>(file as DurableFile<Article | null>, null);
      await db.read();
      return db.data && this.known.read(db.data, file);
    } catch (error) {
      if (!(error instanceof StetError)) throw error;
      if (error.code === 'articles/newer') this.bad.set(`${id}.json`, 'articles/newer');
      if (error.code === 'articles/unreadable') {
        this.known.forget(id);
        this.bad.set(this.readOnly ? `${id}.json` : await setAside(this.fs, file.path), 'articles/unreadable');
      }
      if (error.code !== 'storage/failed') this.forget(id);
      throw error;
    }
  }

  private async removeNow(id: string): Promise<void> {
    const article = await this.openNow(id);
    if (!article) throw missing();
    // Another program may have taken it out meanwhile.
    if (article.trashedAt === null)
      throw new StetError('articles/not-in-trash', 'This article is not in the trash any more, so it was not deleted.');
    await this.unlink(id);
  }

  private async unlink(id: string): Promise<void> {
    try {
      await this.fs.mayReplace?.();
      await this.fs.unlink(articleFile(this.fs, this.folder, id).path).catch((error: unknown) => {
        if (errnoOf(error) !== 'ENOENT') throw error;
      });
      await this.fs.syncFolder(this.folder);
    } catch (error) {
      throw storageError(error);
    }
    this.known.forget(id);
    this.written.delete(id);
    this.forget(id);
  }

  private forget(id: string): void {
    this.late.settle();
    this.index.delete(id);
  }

  /** Answers the articles of which the list says something else now. */
  private async look(names: readonly string[]): Promise<string[]> {
    const ids = new Set(names.map(idOfFile).filter((id) => id !== null));
    const gone = this.index.entries.ids().filter((id) => !ids.has(id) && !this.written.has(id));
    for (const id of gone) this.forget(id);
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
    if (this.index.entries.get(id) !== before) this.onOutside({ ids: [id], kept: false });
    try {
      return (await identityOf(this.fs, articleFile(this.fs, this.folder, id).path)) && id;
    } catch {
      return null; // an answer without it, and the next one looks again
    }
  }

  /** True when something was learnt. */
  private async lookAt(id: string): Promise<boolean> {
    const { path } = articleFile(this.fs, this.folder, id);
    try {
      const { size, modified } = await this.fs.stat(path);
      const known = this.index.entries.fileOf(id);
      if (this.written.has(id) || (known && known.size === size && known.modified === modified)) return false;
      const article = await this.open(id);
      // Written meanwhile: then the index knows better than this look.
      if (!article || this.written.has(id)) return false;
      this.index.set(id, entryOf(article, { size, modified }));
    } catch (error) {
      // One bad article never stops the others; `open` has put the typed ones on the list of damage.
      const known = error instanceof StetError && error.code.startsWith('articles/');
      if (errnoOf(error) === 'ENOENT') {
        if (!this.written.has(id)) this.forget(id);
      } else if (!known) this.bad.set(`${id}.json`, 'articles/unreadable');
    }
    return true;
  }
}

const missing = () => new StetError('articles/missing', 'This article is not in the library any more.');
const unreadable = () =>
  new StetError(
    'articles/unreadable',
    'This article’s file is damaged. It was set aside in the library’s folder; nothing in it was changed.',
  );

/** A damaged file is out of the way by now; any other reason stops the write. */
function passUnreadable(error: unknown): void {
  if (!(error instanceof StetError) || error.code !== 'articles/unreadable') throw storageError(error);
}
