import type { Article } from '../article/article';
import type { LibraryData } from '../article/library';

/** How far an archive is, in files. */
export interface BackupProgress {
  done: number;
  total: number;
}

export interface ArchiveRequest {
  /** Of this Stet. */
  version: string;
  /** ISO 8601. */
  madeAt: string;
  /** Only this article and its versions, without series and settings. */
  only?: string | undefined;
  progress?: (progress: BackupProgress) => void;
  /** Asked between files; once true, the archive ends with `backup/cancelled`. */
  cancelled?: () => boolean;
}

/** A backup that has been opened; nothing of it is in the library yet. */
export interface OpenedBackup {
  madeAt: string;
  /** The Stet that made it. */
  version: string;
  /** Names of files that are missing or not what the archive says of them; empty when it is whole. */
  damaged(): Promise<string[]>;
  /** Series and settings; null where it has none. */
  library(): Promise<LibraryData | null>;
  /** Every article in turn, through the gate; null stands for one that cannot be read. */
  eachArticle(visit: (article: Article | null, name: string) => Promise<void>): Promise<void>;
  /** Puts versions and pictures into the library that it lacks, replaces nothing, and answers how many. Errors: those of storage. */
  addRest(): Promise<number>;
}

/** Archives of the whole library: an open format, a zip of the library's own folder with a manifest. */
export interface Backups {
  /** The archive, piece by piece. Errors: those of storage. */
  archive(request: ArchiveRequest): AsyncIterable<Uint8Array>;
  /** Errors: `backup/unreadable`, `backup/newer`. */
  open(bytes: Uint8Array): Promise<OpenedBackup>;
  /** Those that Stet makes by itself, in a folder inside the library. */
  automatic: {
    names(): Promise<readonly string[]>;
    write(name: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
    read(name: string): Promise<Uint8Array>;
    remove(name: string): Promise<void>;
  };
}
