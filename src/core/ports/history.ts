import type { Article } from '../article/article';
import type { DocJson } from '../document/json';
import type { Filed, Version } from '../history/version';
import type { Strike } from '../words/strike';

/** A version to be kept: the article as it was written, and what is known beside it. */
export type NewVersion = Pick<Version, 'day' | 'sitting' | 'name' | 'filed' | 'came' | 'translated'> & { article: Article };

/** What somebody says of a version afterwards; what is not given stays as it is. */
export interface VersionNote {
  name?: string | null;
  filed?: Filed;
  translated?: true;
}

/** The versions of one article that are kept. */
export interface StoredHistory {
  /** Oldest first. */
  versions: readonly Version[];
  /** How many entries could not be read. The others are there. */
  lost: number;
  /** True when a newer Stet wrote some of it: then nothing is added. */
  newer: boolean;
  /** A version's document as it is stored, sharing its blocks with the others: only to compare. Null where blocks of it are lost. */
  rough(version: number): DocJson | null;
}

/** Versions of articles, outside the articles' own files. */
export interface HistoryStore {
  /** The articles that have versions, in no particular order. Errors: `storage/failed`. */
  articles(): Promise<readonly string[]>;
  /** Never fails because of damage: what cannot be read is counted. Errors: `storage/failed`. */
  versions(id: string): Promise<StoredHistory>;
  /** A version's document, migrated and through the gate. Errors: `history/missing`, `history/unreadable`, `history/newer`, `storage/failed`. */
  document(id: string, version: number): Promise<DocJson>;
  /**
   * Resolves with their numbers when all are durably there. One that is the same as the version before it adds what is said of it to
   * that one. Errors: `history/newer`, `storage/full`, `storage/read-only`, `storage/failed`.
   */
  append(id: string, versions: readonly NewVersion[]): Promise<readonly number[]>;
  /** Errors: `history/missing`, and those of `append`. */
  note(id: string, version: number, note: VersionNote): Promise<void>;
  /** Lets go what `thin` does not keep, where that is worth a rewrite. Errors: those of `append`. */
  thin(id: string): Promise<void>;
  /** How many of an article’s versions hold words that `strike` takes out. Errors: `storage/failed`. */
  holding(id: string, strike: Strike): Promise<number>;
  /**
   * Writes the versions of an article anew without the words; a version that would be no article without them is let go, and so are
   * damaged entries, into which nobody can look. Errors: `history/newer`, and those of writing.
   */
  strike(id: string, strike: Strike): Promise<void>;
  /** Removes all versions of an article, for good and durably; nothing where there are none. Errors: those of writing. */
  remove(id: string): Promise<void>;
}
