import type { Stats } from 'node:fs';
import { chmod, lstat, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { StetError } from '../core/errors';
import type { Ids } from '../core/ports/clock';
import type { FolderHandle, Places } from '../core/ports/folders';
import { nodeFileSystem } from './storage/nodeFileSystem';
import { storageError } from './storage/storageError';
import { writeDurably, writeStreamDurably } from './storage/writeDurably';
import { systemIds } from './systemPorts';

/** Folders of this computer behind random handles: a path never crosses the wire. */
export interface NodePlaces extends Places {
  /** The handle of a folder that the writer has named in some other way: a platform dialog, a command line. */
  handleFor(path: string): FolderHandle;
  /** The folder behind a handle, for the host alone. Errors: `places/unknown`. */
  pathOf(handle: string): string;
}

/** Where people keep what they make; shown first in the home folder. */
const first = ['Documents', 'Desktop'];

/** A host that has the platform's chooser replaces `choose`; here it rejects with `places/no-dialog`. */
export function createNodePlaces({ home = homedir(), ids = systemIds }: { home?: string; ids?: Ids } = {}): NodePlaces {
  const paths = new Map<string, string>();
  const handles = new Map<string, string>();
  const fs = nodeFileSystem();

  function handleFor(path: string): FolderHandle {
    const whole = resolve(path);
    let handle = handles.get(whole);
    if (handle === undefined) {
      handle = ids.next();
      handles.set(whole, handle);
      paths.set(handle, whole);
    }
    return { handle, label: basename(whole) || whole };
  }

  function pathOf(handle: string): string {
    const path = paths.get(handle);
    if (path === undefined) throw new StetError('places/unknown', 'Stet no longer knows this folder. Choose it again.');
    return path;
  }

  async function entriesOf(path: string) {
    try {
      return await readdir(path, { withFileTypes: true });
    } catch (cause) {
      throw new StetError('places/unreadable', 'Stet cannot look into this folder. Choose another one.', {}, { cause });
    }
  }

  /** What stands at a path. A link could lead out of the folder that the writer chose, so nothing is written in its place or through it. */
  async function inTheWay(path: string): Promise<Stats | null> {
    const there = await lstat(path).catch((cause: unknown) => {
      if (codeOf(cause) === 'ENOENT') return null;
      throw failed(cause, 'The file could not be written here. Choose another folder.');
    });
    if (there && !there.isFile())
      throw failed(null, 'A folder or a link of this name stands in the way. Rename it, or choose another folder.');
    return there;
  }

  return {
    handleFor,
    pathOf,

    choose: () =>
      Promise.reject(new StetError('places/no-dialog', 'There is no folder dialog here. Choose the folder from the list.')),

    async list(handle) {
      const path = handle === null ? resolve(home) : pathOf(handle);
      const names: string[] = [];
      for (const entry of await entriesOf(path)) {
        if (entry.name.startsWith('.')) continue;
        if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(join(path, entry.name))))) names.push(entry.name);
      }
      const rank = (name: string) => (path === resolve(home) && first.includes(name) ? first.indexOf(name) : first.length);
      names.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, undefined, { numeric: true }));
      return {
        ...handleFor(path),
        parent: dirname(path) === path ? null : handleFor(dirname(path)),
        folders: names.map((name) => handleFor(join(path, name))),
      };
    },

    async make(parent, name) {
      const path = inside(pathOf(parent), name);
      try {
        await mkdir(path);
      } catch (cause) {
        throw codeOf(cause) === 'EEXIST'
          ? new StetError('places/exists', 'There is something of this name already. Choose another name.', {}, { cause })
          : failed(cause, 'The folder could not be made here. Choose another place.');
      }
      return handleFor(path);
    },

    names: async (handle) => (await entriesOf(pathOf(handle))).map((entry) => entry.name),

    async write(handle, name, content) {
      const path = inside(pathOf(handle), name);
      const there = await inTheWay(path);
      await writeDurably(fs, path, content).catch((cause: unknown) => {
        throw failed(
          cause,
          cause instanceof StetError ? cause.message : 'The file could not be written here. Choose another folder.',
        );
      });
      // Drafts are private to their owner; an export is for others, as any other file that the writer makes.
      await chmod(path, there ? there.mode & 0o777 : 0o666 & ~process.umask()).catch((cause: unknown) => {
        // Some file systems have no modes; the text is safely there.
        if (codeOf(cause) !== 'EPERM' && codeOf(cause) !== 'ENOTSUP')
          throw failed(cause, 'The file was written, but others may not be able to read it.');
      });
    },

    async writePieces(handle, name, pieces) {
      const path = inside(pathOf(handle), name);
      await inTheWay(path);
      await writeStreamDurably(fs, path, pieces).catch((cause: unknown) => {
        if (cause instanceof StetError) throw cause;
        throw failed(cause, storageError(cause).message);
      });
    },

    async read(handle, name) {
      const path = inside(pathOf(handle), name);
      await inTheWay(path);
      return readFile(path).catch((cause: unknown) => {
        throw new StetError('places/unreadable', 'This file cannot be read. Choose another one.', {}, { cause });
      });
    },
  };
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const failed = (cause: unknown, message: string) => new StetError('places/failed', message, {}, { cause });

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false; // a link that leads nowhere is no folder
  }
}

/** Windows reserves devices' names, with any extension, and drops dots and spaces at the end (Microsoft, "Naming Files, Paths, and Namespaces"). */
const UNPORTABLE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[. ]$|[<>"|?*]/iu;

/** The path of `name` in a folder; never elsewhere. Errors: `places/failed`. */
function inside(folder: string, name: string): string {
  const path = join(folder, name);
  if (
    /[/\\:\u0000-\u001f]/u.test(name) ||
    UNPORTABLE.test(name) ||
    name === '.' ||
    name === '..' ||
    dirname(path) !== folder ||
    name.length > 255
  ) {
    throw failed(null, 'This name cannot be used for a file or folder. Use letters, digits and hyphens.');
  }
  return path;
}
