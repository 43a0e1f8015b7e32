/** Where and when a version left the library: what "since I filed" counts from. */
export interface Filed {
  /** Milliseconds since 1970. */
  at: number;
  /** Id of the format that was exported. */
  format: string;
  /** The site, or the folder, as the writer knows it; absent in what was filed before that was kept. */
  where?: string | undefined;
  /** The file in it. */
  file?: string | undefined;
  /** SHA-256 of what was written, in hexadecimal. */
  sha256?: string | undefined;
}

/** What is known of one kept version of an article beside its text. */
export interface Version {
  /** Counts up within the article and is never reused: versions are ordered by it, never by time. */
  version: number;
  /** The article's revision. Grows with `version`, except where a backup brought an older article back. */
  revision: number;
  /** When the article was edited so, in milliseconds since 1970. Only ever shown. */
  savedAt: number;
  /** That day by the writer's clock, `2026-03-01`. */
  day: string;
  /** Counts the sittings of the article from 1; 0 is what stood there before the first that was noticed. */
  sitting: number;
  name: string | null;
  filed: Filed | null;
  /** True for the text as an import brought it. */
  came: boolean;
  /** True for the text that a translation was made from. */
  translated: boolean;
}

/** A version of which somebody has said something: kept whatever its age. */
export const isPinned = ({ name, filed, came, translated }: Version): boolean =>
  name !== null || filed !== null || came || translated;
