import type { Article } from '../article/article';
import type { ArticleSummary } from '../article/summary';
import type { QuotedWords } from '../quotes/quotedWords';

/** A file that could not be opened as an article: set aside or locked, never overwritten. */
export interface Damaged {
  /** A label that the writer can find the file by; no folder. */
  file: string;
  code: 'articles/unreadable' | 'articles/newer';
}

export interface ArticleStore {
  /** Every article known to the index, trashed ones included, in no particular order. */
  list(): Promise<readonly ArticleSummary[]>;
  /** The first screen: those outside the trash that were edited last, the newest first, and how many articles there are in all. */
  newest(limit: number): Promise<{ articles: readonly ArticleSummary[]; total: number }>;
  /** Those of these that are there, by id, after a look at the file of each: also before the look at the whole library is over. */
  summaries(ids: readonly string[]): Promise<ReadonlyMap<string, ArticleSummary>>;
  /** The quotations that name a speaker, by article, from the index: nothing is read for it. Trashed articles included. */
  quoted(): Promise<ReadonlyMap<string, readonly QuotedWords[]>>;
  /** Files that could not be read at the last look. */
  damaged(): Promise<readonly Damaged[]>;
  /** Errors: `articles/missing`, `articles/unreadable`, `articles/newer`. */
  read(id: string): Promise<Article>;
  /** Resolves when the whole article is durably on disk. Errors: `storage/full`, `storage/read-only`, `storage/failed`. */
  write(article: Article): Promise<void>;
  /** Removes an article that lies in the trash, for good and durably. Errors: `articles/missing`, `articles/not-in-trash`, and those of writing. */
  remove(id: string): Promise<void>;
  /** Removes an article that nobody has seen yet (an import that was not finished), for good and durably; nothing where it is not there. Errors: those of writing. */
  discard(id: string): Promise<void>;
  /** Writes what is kept beside the articles anew, so that nothing of removed ones stands in it. Errors: those of writing, where old words may still stand there. */
  compact(): Promise<void>;
}
