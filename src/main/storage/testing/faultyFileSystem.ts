import { basename } from 'node:path';
import type { FileSystem, OpenFile } from '../fileSystem';

/** What goes wrong at one call, counted from 1 over everything that changes or syncs. */
export interface Fault {
  at: number;
  /** An errno such as `EIO`; `short`: a write takes one byte; `crash`: this call and all later ones fail, as when the process dies. */
  how: string;
}

export interface FaultyFileSystem extends FileSystem {
  /** Calls that change or sync, in order, temporary names as `*`: `create *`, `write *`, `sync *`, … */
  readonly calls: string[];
  /** Makes the next calls fail so, counted anew. */
  arm(fault: Fault | null): void;
}

const shown = (path: string) => (path.endsWith('.tmp') ? '*' : basename(path));
export const failure = (code: string) => Object.assign(new Error(`injected ${code}`), { code });

/** Passes everything to `inner`, notes the order of calls and fails where it is told to. */
export function faultyFileSystem(inner: FileSystem): FaultyFileSystem {
  const calls: string[] = [];
  let fault: Fault | null = null;
  let count = 0;

  function step(call: string): 'short' | null {
    calls.push(call);
    count++;
    if (!fault || count < fault.at) return null;
    if (fault.how === 'crash') throw failure('ECRASHED');
    if (count > fault.at) return null;
    if (fault.how !== 'short') throw failure(fault.how);
    return 'short';
  }
  const wrap = (file: OpenFile, path: string): OpenFile => ({
    write: async (bytes, offset) =>
      step(`write ${shown(path)}`) === 'short' ? file.write(bytes.subarray(0, offset + 1), offset) : file.write(bytes, offset),
    stat: () => file.stat(),
    sync: async () => {
      step(`sync ${shown(path)}`);
      await file.sync();
    },
    close: async () => {
      // The descriptor is given back even when close reports an error.
      await file.close();
      step(`close ${shown(path)}`);
    },
  });
  return {
    calls,
    arm: (next) => {
      fault = next;
      count = 0;
      calls.length = 0;
    },
    read: (path) => inner.read(path),
    names: (path) => inner.names(path),
    stat: (path) => inner.stat(path),
    create: async (path) => {
      step(`create ${shown(path)}`);
      return wrap(await inner.create(path), path);
    },
    append: async (path) => {
      step(`append ${shown(path)}`);
      return wrap(await inner.append(path), path);
    },
    rename: async (from, to) => {
      step(`rename ${shown(from)} ${shown(to)}`);
      await inner.rename(from, to);
    },
    link: async (from, to) => {
      step(`link ${shown(from)} ${shown(to)}`);
      await inner.link(from, to);
    },
    unlink: async (path) => {
      step(`unlink ${shown(path)}`);
      await inner.unlink(path);
    },
    makeFolder: async (path) => {
      step(`makeFolder ${shown(path)}`);
      await inner.makeFolder(path);
    },
    syncFolder: async (path) => {
      step(`syncFolder ${basename(path)}`);
      await inner.syncFolder(path);
    },
  };
}
