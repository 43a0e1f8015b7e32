import type { LibraryData, SessionData } from '../article/library';
import type { Strike } from '../words/strike';

export interface LibraryStore {
  /** Series and settings. Errors: `library/unreadable`, `library/newer`. */
  read(): Promise<LibraryData>;
  /**
   * Applies `change` to the newest data, one change at a time, and resolves when it is durable. A throwing `change` leaves everything as it
   * was; one that gives the very same data writes nothing.
   */
  update(change: (data: LibraryData) => LibraryData): Promise<LibraryData>;
}

/** Where the writer was: small, lost without harm. */
export interface SessionStore {
  read(): Promise<SessionData>;
  write(data: SessionData): Promise<void>;
}

/**
 * A place beside articles, versions, series and settings that may hold words of them. Whatever keeps a copy of a text offers one, or
 * “Remove these words everywhere” would not reach it.
 */
export interface WordPlace {
  readonly kind: 'backups' | 'set-aside' | 'foreign';
  /** How many things here hold words that `strike` takes out, or may hold them because nobody can look into them. Errors: `storage/failed`. */
  holding(strike: Strike): Promise<number>;
  /** Sees to it that none does, as far as these are Stet’s own, and answers how many still do. Errors: those of writing. */
  strike(strike: Strike): Promise<number>;
}
