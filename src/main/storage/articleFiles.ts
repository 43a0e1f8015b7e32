import { Low } from 'lowdb';
import type { Article } from '../../core/article/article';
import type { ArticleSummary } from '../../core/article/summary';
import type { QuotedWords } from '../../core/quotes/quotedWords';
import { parseDocument } from '../../core/document/schema';
import { StetError } from '../../core/errors';
import type { ArticleStore, Damaged } from '../../core/ports/articles';
import { articleFile, isArticleId } from './articleFile';
import type { ArticleIndex } from './articleIndex';
import { ArticleReader } from './articleReader';
import type { DurableFile } from './durableFile';
import { errnoOf, type FileSystem } from './fileSystem';
import { FolderLook } from './folderLook';
import { KnownFiles } from './knownFiles';
import { LateSummaries } from './lateSummaries';
import { OutsideVersions } from './outsideVersions';
import { Pool } from './pool';
import { SaveQueue } from './saveQueue';
import { setAsideFrom } from './setAside';
import { storageError } from './storageError';

/** More would only queue up in Node's four file threads. */
const PARALLEL_SAVES = 8;

/** What another program did to the articles. */
export interface OutsideChange {
  ids: readonly string[];
  /** True when its version and the writer's were in each other's way, and both are articles now. */
  kept: boolean;
}

/** One file an article in a folder, with the index beside it. */
export class ArticleFiles implements ArticleStore {
  private readonly saves = new SaveQueue<Article>((article) => this.save(article), new Pool(PARALLEL_SAVES));
  private readonly known = new KnownFiles();
  private readonly late: LateSummaries;
  private readonly outside: OutsideVersions;
  /** Written here, so that a look at the folder tells nothing newer. */
  private readonly written = new Set<string>();
  private readonly reader: ArticleReader;
  private readonly look: FolderLook;

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    private readonly index: ArticleIndex,
    /** Null, or why nothing is written. */
    private readonly readOnly: StetError | null,
    private readonly onOutside: (change: OutsideChange) => void = () => undefined,
  ) {
    this.late = new LateSummaries(index);
    this.reader = new ArticleReader(fs, folder, this.known, readOnly === null, (id) => this.forget(id));
    this.look = new FolderLook(fs, folder, index, this.reader, {
      fileOf: (id) => this.known.identityOf(id),
      handled: () => this.known.ids(),
      settle: () => this.late.settle(),
      isWritten: (id) => this.written.has(id),
      forget: (id) => this.forget(id),
      learnt: (ids) => onOutside({ ids, kept: false }),
    });
    this.outside = new OutsideVersions(fs, folder, this.known, {
      kept: (id, copy, file) => {
        this.wrote(copy, file);
        onOutside({ ids: [id, copy.id], kept: true });
      },
      setAside: (id, name) => {
        this.reader.report(name);
        onOutside({ ids: [id], kept: false });
      },
    });
  }

  /** Compares the index with the folder; `names` is its listing. Without an index that was good, lists wait for it. */
  start(names: readonly string[], waitForLook = !this.index.found): void {
    for (const name of names) if (setAsideFrom(name)) this.reader.report(name);
    this.look.start(names, waitForLook);
  }

  /**
   * Compares the folder with what is known of it once more and tells what another program brought, changed or took away: what is new or
   * gone, and what was at hand; with `all` every file. Errors: `storage/failed`.
   */
  async lookAgain(all: boolean): Promise<void> {
    try {
      const ids = await this.look.again(await this.fs.names(this.folder), all);
      if (ids.length > 0) this.onOutside({ ids, kept: false });
    } catch (error) {
      throw storageError(error);
    }
  }

  async quoted(): Promise<ReadonlyMap<string, readonly QuotedWords[]>> {
    return new Map((await this.all()).map(({ summary, quoted }) => [summary.id, quoted]));
  }

  async list(): Promise<readonly ArticleSummary[]> {
    return (await this.all()).map(({ summary }) => summary);
  }

  async newest(limit: number): Promise<{ articles: readonly ArticleSummary[]; total: number }> {
    await this.look.listable();
    await this.late.settle();
    const { entries } = this.index;
    return { articles: entries.newest(limit).map(({ summary }) => summary), total: entries.size };
  }

  async summaries(ids: readonly string[]): Promise<ReadonlyMap<string, ArticleSummary>> {
    await this.look.listable();
    return this.look.summaries(ids, () => this.late.settle());
  }

  async damaged(): Promise<readonly Damaged[]> {
    await this.look.listable();
    return this.reader.damaged();
  }

  /** Adds a file of the library that was set aside to the list of damage. */
  report(file: string): void {
    this.reader.report(file);
  }

  /** The articles whose files were last written at that time or later, by the disk's clock, and not by this Stet. Asked before anything is written. */
  async savedSince(time: number): Promise<string[]> {
    await this.look.over();
    const { entries } = this.index;
    return entries.ids().filter((id) => (entries.fileOf(id)?.modified ?? -1) >= time && !this.written.has(id));
  }

  async read(id: string): Promise<Article> {
    if (!isArticleId(id)) throw missing();
    await this.saves.settled(id);
    const article = await this.reader.open(id);
    if (article) return article;
    throw this.reader.wasSetAside(id) ? unreadable() : missing();
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
    await this.reader.turns.run(id, () => this.removeNow(id));
  }

  async discard(id: string): Promise<void> {
    if (this.readOnly) throw this.readOnly;
    if (!isArticleId(id)) return;
    await this.saves.settled(id);
    await this.reader.turns.run(id, () => this.unlink(id));
  }

  async compact(): Promise<void> {
    await this.look.readIndex();
    await this.late.settle();
    await this.index.rewrite();
  }

  /** Waits until everything handed over is written and the look at the folder is over. */
  async close(): Promise<void> {
    await this.saves.settled();
    await this.look.over();
    await this.late.settle();
    await this.index.settled();
  }

  private async all() {
    await this.look.listable();
    await this.look.readIndex();
    await this.late.settle();
    return this.index.entries.all();
  }

  private async save(article: Article): Promise<void> {
    const { id } = article;
    if (!this.known.has(id)) await this.reader.open(id).catch(passUnreadable);
    await this.reader.turns.run(id, () => this.replace(article));
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
      this.known.attempt(id, article.revision, file.checksum);
      throw error;
    });
    this.wrote(article, file);
  }

  private wrote(article: Article, file: DurableFile<Article>): void {
    this.known.wrote(article.id, article.revision, file);
    this.written.add(article.id);
    if (file.identity) this.late.put(article, file.identity);
  }

  private async removeNow(id: string): Promise<void> {
    const article = await this.reader.openNow(id);
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
    this.late.forget(id);
    this.index.delete(id);
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
