import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate/browser';
import { StetError } from '../../core/errors';
import type { ArchiveRequest } from '../../core/ports/backups';
import { archiveFiles, contentOf } from './archiveFiles';
import type { FileSystem } from './fileSystem';
import { LIBRARY_FILE } from './libraryFile';

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

/** Already as small as they get. */
const PACKED = /\.(?:jpe?g|png|webp|gif|gz|zst)$/iu;

/**
 * The library in `folder` as a zip (PKWARE APPNOTE 6.3), chunk after chunk: every file as it stands on disk, then a manifest with the
 * SHA-256 of each. A file that is replaced meanwhile is there in its old or its new state, and an import under way as a whole or not
 * at all. Errors:
 * `backup/cancelled`, and those of the file system.
 */
export async function* archiveOf(fs: FileSystem, folder: string, options: ArchiveRequest): AsyncGenerator<Uint8Array> {
  const { names, library } = await archiveFiles(fs, folder, options.only);
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
  const keep = (name: string, bytes: Uint8Array): void => {
    manifest.files.push({ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    add(`${ROOT}${name}`, bytes);
  };
  if (library) keep(LIBRARY_FILE, library);
  for (const [at, name] of names.entries()) {
    if (options.cancelled?.()) throw new StetError('backup/cancelled', 'The backup was cancelled. Nothing was kept of it.');
    const bytes = await contentOf(fs, join(folder, name));
    options.progress?.({ done: at + 1, total: names.length });
    if (bytes === null) continue;
    keep(name, bytes);
    yield* taken();
  }
  add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  zip.end();
  yield* taken();
}
