import type { Stats } from 'node:fs';
import { link, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { errnoOf, type FileIdentity, type FileSystem, type OpenFile } from './fileSystem';

/** How long a virus scanner or an indexer may hold a file open on Windows before a rename gives up. */
const RENAME_PATIENCE_MS = [10, 20, 40, 80, 160, 320, 640];
const HELD_OPEN: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** The files of this computer. */
export function nodeFileSystem(platform: NodeJS.Platform = process.platform): FileSystem {
  const windows = platform === 'win32';
  return {
    read,
    create: async (path) => openFile(await open(path, 'wx', 0o600)),
    append: async (path) => openFile(await open(path, 'a', 0o600)),
    rename: windows ? (from, to) => patiently(() => rename(from, to)) : rename,
    link,
    unlink,
    makeFolder,
    names: (path) => readdir(path),
    stat: async (path) => identity(await stat(path)),
    syncFolder: windows ? () => Promise.resolve() : syncFolder,
  };
}

/** Repeats `action` while another program holds the file open, for about a second. */
export async function patiently(action: () => Promise<void>, pauses: readonly number[] = RENAME_PATIENCE_MS): Promise<void> {
  for (const pause of pauses) {
    try {
      return await action();
    } catch (error) {
      if (!HELD_OPEN.has(errnoOf(error))) throw error;
      await wait(pause);
    }
  }
  return action();
}

/** In one step, where Node's own takes half a megabyte a step. */
async function read(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = Buffer.allocUnsafeSlow(size);
    let at = 0;
    for (let taken = -1; at < size && taken !== 0; at += taken) taken = (await file.read(bytes, at, size - at)).bytesRead;
    return bytes.subarray(0, at);
  } finally {
    // Nothing was written through it, so its end tells nothing worth waiting for.
    void file.close().catch(() => undefined);
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    // On a read-only disk Node 20 says ENOENT for the whole chain; one step alone gives the true reason.
    if (errnoOf(error) === 'ENOENT') await mkdir(path, { mode: 0o700 });
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    // Nothing was written through it, so its end tells nothing worth waiting for.
    void folder.close().catch(() => undefined);
  }
}

const identity = ({ size, mtimeMs, ino }: Stats): FileIdentity => ({ size, modified: mtimeMs, inode: ino });

function openFile(handle: FileHandle): OpenFile {
  return {
    write: async (bytes, offset) => (await handle.write(bytes, offset, bytes.length - offset)).bytesWritten,
    stat: async () => identity(await handle.stat()),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}
