import { join } from 'node:path';
import { StetError } from '../../core/errors';
import type { Backups, OpenedBackup } from '../../core/ports/backups';
import { archiveOf } from './archive';
import { errnoOf, identityOf, type FileSystem } from './fileSystem';
import { OpenArchive } from './openArchive';
import { storageError } from './storageError';
import { writeDurably, writeStreamDurably } from './writeDurably';

/** The folder of automatic backups inside a library. */
export const AUTOMATIC = 'backups';

/** Archives of the library in `folder`, and those that Stet makes by itself in a folder inside it. */
export function backupFiles(fs: FileSystem, folder: string): Backups {
  const own = join(folder, AUTOMATIC);
  const failing = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw storageError(error);
    });
  return {
    archive: (request) => archiveOf(fs, folder, request),
    open: (bytes) => Promise.resolve(opened(OpenArchive.from(bytes), fs, folder)),
    automatic: {
      async names() {
        try {
          return (await fs.names(own)).filter((name) => name.endsWith('.zip')).toSorted();
        } catch (error) {
          if (errnoOf(error) === 'ENOENT') return [];
          throw storageError(error);
        }
      },
      async write(name, chunks) {
        await failing(fs.makeFolder(own));
        await failing(writeStreamDurably(fs, join(own, name), chunks));
      },
      read: (name) => failing(fs.read(join(own, name))),
      remove: (name) => failing(fs.unlink(join(own, name))),
    },
  };
}

function opened(archive: OpenArchive, fs: FileSystem, folder: string): OpenedBackup {
  const { madeAt, version } = archive.manifest;
  return {
    madeAt,
    version,
    damaged: () => archive.damaged(),
    library: () => archive.library(),
    eachArticle: (visit) => archive.eachArticle(visit),
    async addRest() {
      let added = 0;
      for (const inside of ['history', 'assets'] as const) {
        const missing: string[] = [];
        for (const name of archive.namesIn(inside)) if ((await identityOf(fs, join(folder, name))) === null) missing.push(name);
        if (missing.length > 0) await fs.makeFolder(join(folder, inside));
        await archive.each(missing, async (name, bytes) => {
          if (bytes !== null && (await addNew(fs, join(folder, name), bytes))) added++;
        });
      }
      return added;
    },
  };
}

/** False where a file of that name has come meanwhile (an article that is written on begins its history): it stays. Errors: those of `writeDurably`. */
async function addNew(fs: FileSystem, path: string, bytes: Uint8Array): Promise<boolean> {
  const there = new StetError('backup/there', 'This file is there already.');
  try {
    await writeDurably(fs, path, bytes, {
      before: async () => {
        if ((await identityOf(fs, path)) !== null) throw there;
      },
    });
    return true;
  } catch (error) {
    if (error === there) return false;
    throw error;
  }
}
