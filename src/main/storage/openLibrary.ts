import { basename, dirname, join, resolve } from 'node:path';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import type { AssetStore } from '../../core/ports/assets';
import type { Backups } from '../../core/ports/backups';
import type { HistoryStore } from '../../core/ports/history';
import type { LibraryStore, SessionStore, WordPlace } from '../../core/ports/library';
import type { Recovery } from '../../core/recovery';
import type { Answer } from '../../core/rpc/transport';
import { ArticleFiles, type OutsideChange } from './articleFiles';
import { ArticleIndex } from './articleIndex';
import { AssetFiles } from './assetFiles';
import { AUTOMATIC, backupFiles } from './backupFiles';
import { takeConflictCopies } from './conflictCopies';
import { finishWrites, removeCutOff } from './cutOffWrites';
import { namesIn, type FileSystem } from './fileSystem';
import { HistoryFiles } from './historyFiles';
import { LibraryFile } from './libraryFile';
import { acquireLock, askOwnerOf, type Lock } from './lock';
import { nodeFileSystem } from './nodeFileSystem';
import type { OwnerRequest } from './ownerSocket';
import { SessionFile } from './sessionFile';
import { setAsideFrom } from './setAside';
import { storageError } from './storageError';
import { thisComputer } from './thisComputer';
import { wordPlaces } from './wordPlaces';

export interface OpenedLibrary {
  articles: ArticleStore;
  assets: AssetStore;
  backups: Backups;
  history: HistoryStore;
  library: LibraryStore;
  session: SessionStore;
  /** Takes in what a synchronised folder has left beside the articles; see `takeConflictCopies`. */
  takeConflictCopies(): Promise<readonly string[]>;
  /** Notices what another program did to the articles since; see `ArticleFiles.lookAgain`. */
  lookAgain(all: boolean): Promise<void>;
  /** Where else words of the articles may stand. */
  wordPlaces: readonly WordPlace[];
  /** What was found after an unclean end of the owner before; null where it closed as it should. */
  recovered: Promise<Recovery | null>;
  /** The folder's name as the writer knows it. */
  label: string;
  /** Why nothing can be written, in the writer's words; null when it can. */
  readOnly: string | null;
  /** Who executes calls that other processes forward to this one. */
  setForward(forward: Forward): void;
  /** Waits for writes, then lets the library go. A failed write was reported to whoever asked for it. */
  close(): Promise<void>;
}

export type Forward = (name: string, input: unknown) => Promise<Answer>;

export interface OpenOptions {
  /** Executes a call forwarded by another process over the library's socket; may be given later with `setForward`. */
  forward?: Forward;
  /** Stet was started again on this library: its window comes to the front. */
  onFocus?: () => void;
  /** Another program has changed articles of the library. */
  onOutside?: (change: OutsideChange) => void;
  fs?: FileSystem;
}

const FOCUS_PATIENCE_MS = 3000;
const CALL_PATIENCE_MS = 120_000;

/**
 * Opens the library in `folder`, making it when it is missing, and owns it until `close`.
 * Errors: `library/in-use` while another live Stet owns it, `library/cannot-lock`, `storage/full`, `storage/read-only` (there is none and none can be made), `storage/failed`.
 */
export async function openLibrary(folder: string, options: OpenOptions = {}): Promise<OpenedLibrary> {
  const fs = options.fs ?? nodeFileSystem();
  let forward = options.forward;
  const answer = async (asked: OwnerRequest): Promise<Answer> => {
    if ('name' in asked) return forward ? forward(asked.name, asked.input) : { ok: false, error: starting };
    if ('focus' in asked) options.onFocus?.();
    return { ok: true, value: null };
  };
  try {
    await makeLibraryFolder(fs, folder);
    const lock = await acquireLock(fs, folder, answer);
    try {
      const files = await openFiles(
        lock ? confirming(fs, lock) : fs,
        folder,
        lock ? null : cannotWrite(),
        lock ? 'tidy' : 'look',
        options.onOutside,
        lock?.unclean,
      );
      return { ...files, setForward: (next) => (forward = next), close: () => files.close().finally(() => lock?.release()) };
    } catch (error) {
      await lock?.release();
      throw error;
    }
  } catch (error) {
    throw storageError(error);
  }
}

/** Opens a library without owning it: everything can be read, also while another Stet writes; every write rejects `storage/read-only`. Errors: `library/missing`, `storage/failed`. */
export async function openForReading(folder: string, fs: FileSystem = nodeFileSystem()): Promise<OpenedLibrary> {
  try {
    const files = await openFiles(fs, folder, onlyReading(), 'look first');
    return { ...files, setForward: () => undefined };
  } catch (error) {
    throw storageError(error);
  }
}

/**
 * Asks the Stet that owns the library to come to the front or to execute a call; null when none does.
 * Errors: `library/not-answering`, `storage/failed`.
 */
export async function askOwner(
  folder: string,
  request: { focus: true } | { name: string; input: unknown },
  fs: FileSystem = nodeFileSystem(),
): Promise<Answer | null> {
  try {
    return await askOwnerOf(fs, folder, request, 'focus' in request ? FOCUS_PATIENCE_MS : CALL_PATIENCE_MS);
  } catch (error) {
    throw storageError(error);
  }
}

/**
 * The pictures of a library that another Stet may have open: they are named by content and never replaced, so that adding
 * one needs no lock.
 */
export const assetsIn = (folder: string, fs: FileSystem = nodeFileSystem()): AssetStore =>
  new AssetFiles(fs, join(folder, 'assets'), null);

/** The same files, where nothing takes the place of anything once the library is another's. */
const confirming = (fs: FileSystem, lock: Lock): FileSystem =>
  Object.assign(Object.create(fs) as FileSystem, { mayReplace: () => lock.confirm() });

type Files = Omit<OpenedLibrary, 'setForward'>;

/** `tidy`: removes what a crash left. `look first`: a list waits until the folder has been compared with the index. */
async function openFiles(
  fs: FileSystem,
  folder: string,
  readOnly: StetError | null,
  how: 'tidy' | 'look' | 'look first',
  onOutside?: (change: OutsideChange) => void,
  /** When the owner before took the library, if it never let go. */
  unclean: number | null = null,
): Promise<Files> {
  const [articlesFolder, historyFolder] = [join(folder, 'articles'), join(folder, 'history')];
  const indexed = ArticleIndex.open(fs, join(folder, 'index.jsonl'), readOnly === null); // never rejects
  const inLibrary = await namesIn(fs, folder);
  let names = await namesIn(fs, articlesFolder);
  if (readOnly && inLibrary.length === 0) throw missingLibrary();
  let [finished, cutOff]: [string[], number] = [[], 0];
  if (how === 'tidy') {
    finished = await finishWrites(fs, articlesFolder, names);
    cutOff = (await removeCutOff(fs, articlesFolder, names)) + (await removeCutOff(fs, folder, inLibrary)) - finished.length;
    for (const inside of [join(folder, AUTOMATIC), historyFolder]) {
      cutOff += await removeCutOff(fs, inside, await namesIn(fs, inside));
    }
  }
  const index = await indexed;
  const library = new LibraryFile(fs, folder, readOnly, thisComputer());
  const session = new SessionFile(fs, folder, readOnly === null);
  const articles = new ArticleFiles(fs, articlesFolder, index, readOnly, onOutside);
  const history = new HistoryFiles(fs, historyFolder, readOnly);
  if (finished.length > 0) names = await namesIn(fs, articlesFolder);
  articles.start([...names, ...inLibrary.filter((name) => setAsideFrom(name))], how === 'look first' || !index.found);
  library.onSetAside = (name) => articles.report(name);
  const assets = new AssetFiles(fs, join(folder, 'assets'), readOnly);
  if (how === 'tidy') await assets.tidy(Date.now());
  return {
    articles,
    assets,
    backups: backupFiles(fs, folder),
    history,
    library,
    session,
    takeConflictCopies: () => takeConflictCopies(fs, folder, articles),
    lookAgain: (all) => articles.lookAgain(all),
    wordPlaces: wordPlaces(fs, folder),
    recovered: recoveredSince(articles, unclean, finished, cutOff),
    label: basename(resolve(folder)),
    readOnly: readOnly?.message ?? null,
    close: async () => {
      await Promise.all([articles.close(), history.close(), library.close(), session.close()]);
    },
  };
}

async function makeLibraryFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.makeFolder(join(folder, 'articles'));
    await fs.syncFolder(folder);
    await fs.syncFolder(dirname(resolve(folder)));
  } catch (error) {
    // A folder that is there already can still be opened for reading.
    if ((await namesIn(fs, folder)).length === 0) throw error;
  }
}

async function recoveredSince(
  articles: ArticleFiles,
  unclean: number | null,
  finished: readonly string[],
  cutOff: number,
): Promise<Recovery | null> {
  if (unclean === null) return null;
  return { articles: await articles.savedSince(unclean), finished, cutOff };
}

const starting = { code: 'library/starting', message: 'Stet is just starting. Try again in a moment.', details: {} } as const;
const cannotWrite = () =>
  new StetError(
    'storage/read-only',
    'This library’s folder cannot be written, so it is open for reading only. Export a copy elsewhere to go on working.',
  );
const onlyReading = () => new StetError('storage/read-only', 'The library was opened for reading only. Nothing was changed.');
const missingLibrary = () =>
  new StetError('library/missing', 'There is no library in this folder yet. Start Stet on it once, or give another folder.');
