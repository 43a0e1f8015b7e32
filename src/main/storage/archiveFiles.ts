import { join } from 'node:path';
import * as v from 'valibot';
import { arrivingIn, LIBRARY_SCHEMA, libraryData } from '../../core/article/library';
import { unseal } from './envelope';
import { errnoOf, namesIn, type FileSystem } from './fileSystem';
import { LIBRARY_FILE } from './libraryFile';
import { isTemporaryName } from './writeDurably';

/** Folders of a library whose files belong to it; the index is a cache, the session and the lock are of one computer. */
const FOLDERS = ['articles', 'history', 'assets'] as const;

/** The files that an archive holds, as the library stood at one moment. */
export interface ArchiveFiles {
  /** Inside the library's folder, with `/`. */
  names: readonly string[];
  /** Series and settings as they stood then; null where the archive is of one article, or there are none. */
  library: Uint8Array | null;
}

/**
 * The files of a library, or of one article of it. What an import under way has written so far is left out, with its versions: it is
 * in the archive as a whole or not at all. Errors: those of the file system.
 */
export async function archiveFiles(fs: FileSystem, folder: string, only: string | undefined): Promise<ArchiveFiles> {
  for (;;) {
    const before = await contentOf(fs, join(folder, LIBRARY_FILE));
    const names = await namesOf(fs, folder, only);
    const library = await contentOf(fs, join(folder, LIBRARY_FILE));
    // An import that began or ended while the folders were read: what was read may be half of it.
    if (!isSame(before, library)) continue;
    const arriving = hiddenIn(library);
    return {
      names: names.filter((name) => !arriving.has(idOf(name))),
      library: only === undefined ? library : null,
    };
  }
}

/** Null for a file that has gone since its folder was read, and for a folder. */
export async function contentOf(fs: FileSystem, path: string): Promise<Uint8Array | null> {
  try {
    return await fs.read(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'EISDIR') return null;
    throw error;
  }
}

async function namesOf(fs: FileSystem, folder: string, only: string | undefined): Promise<string[]> {
  const names: string[] = [];
  for (const inside of FOLDERS) {
    for (const name of (await namesIn(fs, join(folder, inside))).toSorted()) {
      if (!isTemporaryName(name)) names.push(`${inside}/${name}`);
    }
  }
  return only === undefined ? names : names.filter((name) => name.startsWith('assets/') || idOf(name) === only);
}

/** The id of the article that a file in `articles` or `history` belongs to. */
const idOf = (name: string): string => /^(?:articles|history)\/([^.]+)/u.exec(name)?.[1] ?? '';

/** None where the file cannot be read: that is told where it is opened. */
function hiddenIn(library: Uint8Array | null): ReadonlySet<string> {
  if (library === null) return new Set();
  try {
    const opened = unseal(library, 'library', LIBRARY_SCHEMA);
    return 'newer' in opened ? new Set() : arrivingIn(v.parse(libraryData, opened.data));
  } catch {
    return new Set();
  }
}

const isSame = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === null || other === null ? one === other : Buffer.compare(one, other) === 0;
