import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { StetError } from '../core/errors';
import type { SiteFolders } from '../core/ports/folders';
import type { NodePlaces } from './places';
import { errnoOf } from './storage/fileSystem';
import { nodeFileSystem } from './storage/nodeFileSystem';
import { thisComputer } from './storage/thisComputer';
import { writeDurably } from './storage/writeDurably';

const paths = v.record(v.string(), v.record(v.string(), v.string()));

/**
 * The folders of sites, by computer and site, in a file beside the library. A library that is shared by two computers keeps
 * both: on a computer that is not in it, the writer is asked once.
 */
export function createSiteFolders(places: NodePlaces, libraryFolder: string, computer = thisComputer()): SiteFolders {
  const fs = nodeFileSystem();
  const file = join(libraryFolder, 'sites.json');

  async function known(): Promise<Record<string, Record<string, string>>> {
    try {
      return v.parse(paths, JSON.parse(await readFile(file, 'utf8')));
    } catch {
      return {}; // nothing chosen yet, or damaged: the writer is asked again, and nothing is lost by it
    }
  }

  /** Where a file of a site lies. Errors: `sites/refused` where a link on the way could lead out of the folder. */
  async function pathIn(handle: string, path: string): Promise<string> {
    const folder = places.pathOf(handle);
    const steps = path.split('/');
    let at = folder;
    for (const [index, step] of steps.entries()) {
      if (step === '' || step === '.' || step === '..' || /[\\:\u0000-\u001f]/u.test(step)) throw refused();
      at = join(at, step);
      const found = await lstat(at).catch((error: unknown) => {
        if (errnoOf(error) === 'ENOENT') return null;
        throw failed(error);
      });
      if (found && (index < steps.length - 1 ? !found.isDirectory() : !found.isFile())) throw refused();
    }
    return at;
  }

  async function read(handle: string, path: string): Promise<Uint8Array | null> {
    try {
      return await readFile(await pathIn(handle, path));
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null;
      if (error instanceof StetError) throw error;
      throw failed(error);
    }
  }

  const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

  return {
    sha256,
    read,

    async folderOf(site) {
      const path = (await known())[computer]?.[site];
      const there = path === undefined ? null : await stat(path).catch(() => null); // an unplugged disk: asked again
      return path !== undefined && there?.isDirectory() === true ? places.handleFor(path) : null;
    },

    async keep(site, handle) {
      const all = await known();
      const path = places.pathOf(handle);
      await writeDurably(fs, file, `${JSON.stringify({ ...all, [computer]: { ...all[computer], [site]: path } }, null, 1)}\n`);
    },

    async hashes(handle, list) {
      const found = new Map<string, string>();
      for (const path of list) {
        const bytes = await read(handle, path);
        if (bytes !== null) found.set(path, sha256(bytes));
      }
      return found;
    },

    async write(handle, path, content) {
      const to = await pathIn(handle, path);
      try {
        await mkdir(dirname(to), { recursive: true });
        await writeDurably(fs, to, content);
        // Drafts are private to their owner; a site is for others.
        await chmod(to, 0o666 & ~process.umask()).catch((error: unknown) => {
          if (errnoOf(error) !== 'EPERM' && errnoOf(error) !== 'ENOTSUP') throw error; // some disks have no modes
        });
      } catch (error) {
        throw failed(error);
      }
    },

    async remove(handle, path) {
      const at = await pathIn(handle, path);
      try {
        await unlink(at);
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw failed(error);
      }
      await removeEmpty(dirname(at), places.pathOf(handle));
    },
  };
}

/** Removes folders that are empty now, up to that of the site. */
async function removeEmpty(folder: string, top: string): Promise<void> {
  if (folder === top || !folder.startsWith(top)) return;
  try {
    await rmdir(folder);
  } catch {
    return; // something stands in it, or it is gone: either way it is left alone
  }
  await removeEmpty(dirname(folder), top);
}

const refused = () =>
  new StetError(
    'sites/refused',
    'A link, or something that is no plain file or folder, stands where a page of this site should be. Stet does not write through it: move it away.',
  );

const failed = (cause: unknown) =>
  new StetError(
    'sites/failed',
    cause instanceof StetError
      ? cause.message
      : 'A file of the site could not be read or written. Look whether its disk is there and has room.',
    {},
    { cause },
  );
