import type { Article } from './article/article';
import type { Examination } from './checks/examine';
import type { Finding } from './checks/finding';
import type { ArticleSummary } from './article/summary';
import type { LibraryData, SessionData } from './article/library';
import type { DocJson } from './document/json';
import type { Imported } from './formats/format';
import type { Filed, Version } from './history/version';
import type { QuotedWords } from './quotes/quotedWords';
import type { Passage } from './search/passages';
import type { Strike } from './words/strike';

/** What the core and the services need from a host. Implementations live in `main/storage`, `main/workers` and the host rooms. */

export interface Clock {
  /** Milliseconds since 1970. May jump; nothing is ordered by it. */
  now(): number;
}

export interface Ids {
  /** A random id of 26 lower-case letters and digits (at least 128 bits). */
  next(): string;
}

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
  /** Writes what is kept beside the articles anew, so that nothing of removed ones stands in it. Never rejects: it is a cache. */
  compact(): Promise<void>;
}

/** A picture in the library: its name there, and its size in pixels. */
export interface StoredAsset {
  asset: string;
  width: number;
  height: number;
}

/** Pictures, each once, named by their content (`isAssetName`). */
export interface AssetStore {
  /**
   * Keeps a picture without its metadata and resolves when it is durable; one that is there already is not written again.
   * Errors: those of `readPicture`, `pictures/turned` for one that is not upright, and those of writing.
   */
  put(bytes: Uint8Array): Promise<StoredAsset>;
  /** Errors: `pictures/missing`, `storage/failed`. */
  read(asset: string): Promise<Uint8Array>;
  /** All of them, and when they were stored, in milliseconds since 1970. */
  list(): Promise<readonly { asset: string; storedAt: number }[]>;
  /** Nothing when it is not there. */
  remove(asset: string): Promise<void>;
}

/**
 * Something that may need pictures (articles, history): the names of all that it needs, or null while it cannot tell, and then
 * nothing is removed. Each is asked before a picture is removed; see `collectAssets`.
 */
export type NeededAssets = () => Promise<ReadonlySet<string> | null>;

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

/**
 * A place beside articles, versions, series and settings that may hold words of them. Whatever keeps a copy of a text offers one, or
 * “Remove these words everywhere” would not reach it.
 */
export interface WordPlace {
  readonly kind: 'backups' | 'set-aside';
  /** How many things here hold words that `strike` takes out, or may hold them because nobody can look into them. Errors: `storage/failed`. */
  holding(strike: Strike): Promise<number>;
  /** Sees to it that none does, and answers how many still do. Errors: those of writing. */
  strike(strike: Strike): Promise<number>;
}

export interface LibraryStore {
  /** Series and settings. Errors: `library/unreadable`, `library/newer`. */
  read(): Promise<LibraryData>;
  /** Applies `change` to the newest data, one change at a time, and resolves when it is durable. A throwing `change` leaves everything as it was. */
  update(change: (data: LibraryData) => LibraryData): Promise<LibraryData>;
}

/** Where the writer was: small, lost without harm. */
export interface SessionStore {
  read(): Promise<SessionData>;
  write(data: SessionData): Promise<void>;
}

/** A folder that the writer chose. The handle crosses the wire, the path does not. */
export interface FolderHandle {
  handle: string;
  /** The folder's name as the writer knows it. */
  label: string;
}

export interface FolderListing extends FolderHandle {
  parent: FolderHandle | null;
  folders: FolderHandle[];
}

export interface Places {
  /** The platform's own chooser; null when the writer cancelled. Errors: `places/no-dialog` where the host has none. */
  choose(): Promise<FolderHandle | null>;
  /** Where a chooser drawn by Stet starts, and what is in a folder. Errors: `places/unknown`, `places/unreadable`. */
  list(handle: string | null): Promise<FolderListing>;
  /** Makes a folder. Errors: `places/unknown`, `places/exists`, `places/failed`. */
  make(parent: string, name: string): Promise<FolderHandle>;
  /** Names of the files in a folder, so that nothing is overwritten unseen. */
  names(handle: string): Promise<readonly string[]>;
  /** Writes a file durably, replacing one of that name. Errors: `places/unknown`, `places/failed`. */
  write(handle: string, name: string, content: string | Uint8Array): Promise<void>;
  /** As `write`, for content that comes piece by piece; readable by its owner only, as drafts are. Errors: as `write`, and those of the pieces. */
  writePieces(handle: string, name: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** A file of a folder, whole. Errors: `places/unknown`, `places/unreadable`. */
  read(handle: string, name: string): Promise<Uint8Array>;
}

/** The folders that sites are exported to, and the files in them. Paths of files are relative and joined by `/`. */
export interface SiteFolders {
  /** Where a site lies on this computer; null where none was chosen here, or it is not there. */
  folderOf(site: string): Promise<FolderHandle | null>;
  /** Keeps that for the next export. Errors: `places/unknown`, those of writing. */
  keep(site: string, folder: string): Promise<void>;
  /** SHA-256 in hexadecimal. */
  sha256(content: string | Uint8Array): string;
  /** A file, whole; null where there is none. Errors: `sites/refused` through a link, `sites/failed`. */
  read(folder: string, path: string): Promise<Uint8Array | null>;
  /** The SHA-256 of each of these files that is there. Errors: as `read`. */
  hashes(folder: string, paths: readonly string[]): Promise<Map<string, string>>;
  /** Writes a file durably, in one step, and makes the folders that it needs. Errors: as `read`. */
  write(folder: string, path: string, content: string | Uint8Array): Promise<void>;
  /** Removes a file, and the folders that are empty then. Errors: as `read`. */
  remove(folder: string, path: string): Promise<void>;
}

/** Prints pages on the host. */
export interface Printer {
  /** A page of Stet's as a PDF: tagged, with an outline of its headings. Errors: `pdf/no-browser`, `pdf/failed`. */
  print(html: string): Promise<Uint8Array>;
}

/** Foreign text in a worker that is killed when it takes too long. */
export interface Parser {
  /** Errors: `import/too-large`, `import/too-slow` (after 5 s), `import/unreadable`, and those of the importer. */
  parse(request: ParseRequest): Promise<Imported>;
}

export interface ParseRequest {
  text: string;
  /** The file, where it is not a text (a Word document); `text` is then empty. */
  bytes?: Uint8Array | undefined;
  /** An importer's id; null to tell by `name` and content. */
  format: string | null;
  /** The file's name, if it came from one. */
  name: string | null;
  /** Language to assume where the text does not say. */
  language: string;
  /** As in `ImportContext`. */
  part: 'page' | 'fragment';
  beside?: boolean | undefined;
}

/** The checks in a worker that is killed when it takes too long, so that neither window nor host stands still or loads word lists. */
export interface Examiner {
  /** Errors: `checks/too-slow` (after 10 s), `checks/failed`, `checks/busy`. */
  examine(request: ExamineRequest): Promise<readonly Finding[]>;
}

/** A document and what `examine` needs beside the words of its language. */
export type ExamineRequest = { doc: DocJson } & Omit<Examination, 'lexicon' | 'lines'>;

/** Opens an address in the system's browser. Errors: `links/refused`, `links/failed`. */
export interface Opener {
  open(url: string): Promise<void>;
}

/** Pages waiting to be shown in the preview frame; each host serves `get` as a document of its own with its own policy. */
export interface Previews {
  put(html: string): string;
  get(key: string): string | null;
}

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

export interface SearchRequest {
  /** As typed; see `parseQuery`. */
  query: string;
  /** At most so many hits. */
  limit: number;
  /** Looks in the trash instead. */
  trashed: boolean;
}

/** Articles that fit, the best first, each with words in context. `total` counts those beyond the limit too. */
export interface SearchResults {
  hits: readonly { id: string; passages: readonly Passage[] }[];
  total: number;
}

/** What the index knows: `stamp` is the one that the article was taken in with. */
export interface IndexedHits extends SearchResults {
  hits: readonly { id: string; stamp: string; passages: readonly Passage[] }[];
}

/** The words of all articles, private ones included: derived from them, never trusted over them, and never leaving the library. */
export interface SearchIndex {
  /** By article, the stamp that it was indexed with. */
  indexed(): Promise<ReadonlyMap<string, string>>;
  /** Takes articles in, in place of what was known of them. Errors: `search/failed`. */
  put(articles: readonly { article: Article; stamp: string }[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes articles so that no word of them is left in any index of the library, on whichever computer it was made. */
  forget(ids: readonly string[]): Promise<void>;
  find(request: SearchRequest): Promise<IndexedHits>;
  /** Makes ready for the first question, in the background, which otherwise does that itself. */
  warm(): void;
  /** Calls the listener when the index had to be begun anew, so that everything is missing in it. */
  onBegun(listener: () => void): void;
  close(): Promise<void>;
}
