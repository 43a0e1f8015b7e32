import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate/browser';
import { StetError } from '../../core/errors';
import type { ArchiveRequest } from '../../core/ports';
import { errnoOf, type FileSystem } from './fileSystem';
import { isTemporaryName } from './writeDurably';

/** The shape of an archive; raised when a reader of the one before could not read it. */
export const ARCHIVE_SCHEMA = 1;
export const MANIFEST = 'manifest.json';
/** Inside the archive stands the library's own folder: unpacked by hand it is a library again. */
export const ROOT = 'library/';

/** What an archive says of itself. */
export interface Manifest {
  stet: { kind: 'backup'; schema: number };
  /** The Stet that made it. */
  version: string;
  /** ISO 8601, by the clock of the computer. */
  madeAt: string;
  files: { name: string; size: number; sha256: string }[];
}

/** Folders of a library whose files belong to it; the index is a cache, the session and the lock are of one computer. */
const FOLDERS = ['articles', 'history', 'assets'] as const;
const LIBRARY_FILE = 'library.json';
/** Already as small as they get. */
const PACKED = /\.(?:jpe?g|png|webp|gif|gz|zst)$/iu;

/**
 * The library in `folder` as a zip (PKWARE APPNOTE 6.3), chunk after chunk: every file as it stands on disk, then a manifest with the
 * SHA-256 of each. A file that is replaced meanwhile is there in its old or its new state. Errors:
 * `backup/cancelled`, and those of the file system.
 */
export async function* archiveOf(fs: FileSystem, folder: string, options: ArchiveRequest): AsyncGenerator<Uint8Array> {
  const names = await namesOf(fs, folder, options.only);
  const manifest: Manifest = {
    stet: { kind: 'backup', schema: ARCHIVE_SCHEMA },
    version: options.version,
    madeAt: options.madeAt,
    files: [],
  };
  let chunks: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else chunks.push(chunk);
  });
  const add = (name: string, bytes: Uint8Array): void => {
    const entry = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = options.madeAt;
    zip.add(entry);
    entry.push(bytes, true);
  };
  const taken = function* (): Generator<Uint8Array> {
    if (failure) throw failure;
    const ready = chunks;
    chunks = [];
    yield* ready;
  };
  let done = 0;
  for (const name of names) {
    if (options.cancelled?.()) throw new StetError('backup/cancelled', 'The backup was cancelled. Nothing was kept of it.');
    const bytes = await contentOf(fs, join(folder, name));
    options.progress?.({ done: ++done, total: names.length });
    if (bytes === null) continue;
    manifest.files.push({ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    add(`${ROOT}${name}`, bytes);
    yield* taken();
  }
  add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  zip.end();
  yield* taken();
}

/** The library's files by their names inside its folder, with `/`. */
async function namesOf(fs: FileSystem, folder: string, only: string | undefined): Promise<string[]> {
  const names: string[] = [];
  for (const inside of FOLDERS) {
    for (const name of (await namesIn(fs, join(folder, inside))).toSorted()) {
      if (isTemporaryName(name) || (only !== undefined && inside !== 'assets' && name.split('.')[0] !== only)) continue;
      names.push(`${inside}/${name}`);
    }
  }
  return only === undefined && (await namesIn(fs, folder)).includes(LIBRARY_FILE) ? [LIBRARY_FILE, ...names] : names;
}

async function namesIn(fs: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await fs.names(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Null for a file that has gone since its folder was read, and for a folder. */
async function contentOf(fs: FileSystem, path: string): Promise<Uint8Array | null> {
  try {
    return await fs.read(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'EISDIR') return null;
    throw error;
  }
}
