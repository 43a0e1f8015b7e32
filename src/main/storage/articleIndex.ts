import { dirname } from 'node:path';
import type { Article } from '../../core/article/article';
import { summarise } from '../../core/article/summary';
import { quotedIn } from '../../core/quotes/quotedWords';
import { errnoOf, type FileStamp, type FileSystem } from './fileSystem';
import { IndexEntries } from './indexEntries';
import { writtenEntry, writtenGone, type Entry } from './indexLine';
import { storageError } from './storageError';
import { writeDurably } from './writeDurably';

/** Raised whenever `ArticleSummary` or `QuotedWords` changes: an index of another schema is built anew. */
export const INDEX_SCHEMA = 3;

/** What the index keeps of an article. */
export const entryOf = (article: Article, file: FileStamp): Entry => ({
  file,
  summary: summarise(article),
  quoted: quotedIn(article.doc),
});

const HEAD = JSON.stringify({ stet: { kind: 'index', schema: INDEX_SCHEMA } });

/**
 * The summaries of all articles: a map in memory, and beside it a file of lines that only ever grows, so that a save costs
 * one line however many articles there are. The file is a cache: never waited for, never fsynced while saving, and
 * whatever is wrong with it costs only reading the articles again.
 */
export class ArticleIndex {
  /** Resolves when all lines so far have been handed to the file system or given up. */
  private writing: Promise<void> = Promise.resolve();
  private pending: string[] = [];
  private usable = true;

  private constructor(
    private readonly fs: FileSystem,
    private readonly path: string,
    private readonly writable: boolean,
    readonly entries: IndexEntries,
    /** False when there was no index to trust: the articles have to be read before the list is known. */
    readonly found: boolean,
    private wasteful: boolean,
  ) {}

  /** Never fails: an index that cannot be read is an empty one that was not `found`. */
  static async open(fs: FileSystem, path: string, writable: boolean): Promise<ArticleIndex> {
    let bytes: Uint8Array;
    try {
      bytes = await fs.read(path);
    } catch {
      // Missing or unreadable: either way the articles themselves tell.
      return new ArticleIndex(fs, path, writable, new IndexEntries(), false, true);
    }
    const head = Buffer.from(`${HEAD}\n`);
    if (!head.equals(bytes.subarray(0, head.length)))
      return new ArticleIndex(fs, path, writable, new IndexEntries(), false, true);
    const entries = new IndexEntries(bytes, head.length);
    return new ArticleIndex(fs, path, writable, entries, true, entries.lines > 2 * entries.size + 100);
  }

  set(id: string, entry: Entry): void {
    this.entries.set(id, entry);
    this.append(writtenEntry(entry));
  }

  delete(id: string): void {
    if (this.entries.delete(id)) this.append(writtenGone(id));
  }

  /** Writes the file anew, so that nothing of what was deleted stands in it; where that fails the file goes, since it is a cache. Errors: `storage/…` where even that is refused. */
  async rewrite(): Promise<void> {
    if (!this.writable) return;
    this.wasteful = true;
    // What failed before may have left old lines that nobody would write over any more.
    await this.inTurn(() => Promise.resolve(void (this.usable = true)), true);
    await this.compact();
    if (this.usable) return;
    try {
      await this.fs.unlink(this.path);
      await this.fs.syncFolder(dirname(this.path));
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw storageError(error);
    }
  }

  /** Writes the file anew, one line an article, when it holds too much that is superseded or anything bad. */
  async compact(): Promise<void> {
    if (!(this.wasteful || this.entries.bad) || !this.writable) return;
    await this.inTurn(async () => {
      this.wasteful = false;
      this.entries.bad = false;
      this.pending = []; // already in `entries`
      await writeDurably(this.fs, this.path, `${HEAD}\n${this.entries.all().map(writtenEntry).join('')}`);
    });
  }

  /** Waits until the lines so far are written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private append(text: string): void {
    // Before the first compaction a bad file would only get worse; compaction writes all entries.
    if (!this.writable || this.wasteful || this.entries.bad) return;
    this.pending.push(text);
    if (this.pending.length > 1) return;
    void this.inTurn(async () => {
      const bytes = Buffer.from(this.pending.join(''));
      this.pending = [];
      if (bytes.length === 0) return;
      const file = await this.fs.append(this.path);
      try {
        for (let at = 0; at < bytes.length;) at += await file.write(bytes, at);
      } finally {
        await file.close();
      }
    });
  }

  private inTurn(task: () => Promise<void>, inAnyCase = false): Promise<void> {
    this.writing = this.writing.then(async () => {
      if (!this.usable && !inAnyCase) return;
      try {
        await task();
      } catch {
        // The articles are safe. What the file lacks is found by size and time when the library is next opened.
        this.usable = false;
      }
    });
    return this.writing;
  }
}
