/** An article that holds another version of one. */
export interface KeptCopy {
  id: string;
  of: string;
}

/** What the host tells every window. Never documents: a window that cares asks again. */
export type StetEvent =
  | { type: 'articles'; ids: readonly string[]; revision: number | null }
  | { type: 'series' }
  | { type: 'settings' }
  /** A backup is being made: so many of its files are done. */
  | { type: 'backup'; done: number; total: number }
  /** Articles are being exported: so many are looked through, then so many written. */
  | { type: 'export'; doing: 'reading' | 'writing'; done: number; total: number }
  /** An export to a site is under way: so many of its pages are made. */
  | { type: 'site'; done: number; total: number }
  /** A batch of texts becomes articles: so many are written. */
  | { type: 'import'; batch: string; done: number; total: number }
  /** How far the library has been read for searching; null when all of it. */
  | { type: 'search'; reading: { done: number; total: number } | null }
  /** Words are looked for or removed: so many articles are done. */
  | { type: 'words'; done: number; total: number }
  /** Somebody started Stet again on this library: the window comes to the front. */
  | { type: 'focus' }
  /** The host is about to end: the window sends what it has not sent, at once. */
  | { type: 'closing' }
  /** Another version of an article was kept as an article of its own: which, and what is to be said of it. */
  | { type: 'copies'; copies: readonly KeptCopy[]; message: string }
  /** Something in the host failed outside a call, in the writer's words. */
  | { type: 'trouble'; message: string };

/** Numbered from 1 a connection; a gap means that events were lost and everything shown is fetched again. */
export type NumberedEvent = StetEvent & { sequence: number };
