import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { StetError } from '../../core/errors';
import { limits, type BatchFile } from '../../core/importing/batch';
import type { Io } from './command';
import { readAll } from './source';

/**
 * The files that a command line means: each by itself, those of a folder with all its folders, a zip as one file that is opened
 * later; `-` is standard input. Links inside folders are not followed, and are answered for. Errors: `import/batch-too-large`.
 */
export async function filesAt(paths: readonly string[], io: Io): Promise<BatchFile[]> {
  const files: BatchFile[] = [];
  for (const path of paths) {
    if (path === '-') {
      const bytes = await readAll(io.stdin);
      files.push({ path, size: bytes.length, chosen: true, read: () => Promise.resolve(bytes) });
      continue;
    }
    const full = resolve(io.cwd, path);
    const found = await stat(full).catch(() => null);
    // One that is not there keeps the others out no more than one that cannot be read.
    if (found === null) files.push({ path, size: 0, chosen: true, read: () => Promise.reject(noFile()) });
    else if (found.isDirectory()) await walk(full, basename(full), files);
    // What a zip is called outside says nothing of what is in it.
    else files.push({ ...fileAt(full, /\.zip$/iu.test(path) ? basename(path) : slashes(path), found.size), chosen: true });
  }
  return files;
}

/** A file that lies beside a text, or in a folder there; null where there is none, and where a link on the way leads elsewhere. */
export async function fileBeside(of: string, name: string, io: Io): Promise<BatchFile | null> {
  const [folder, path] = [dirname(resolve(io.cwd, of)), join(dirname(of), name)];
  const full = join(folder, name);
  const found = await lstat(full).catch(() => null);
  return found?.isFile() && (await isInside(full, folder)) ? fileAt(full, slashes(path), found.size) : null;
}

/** True when a file lies in a folder however links lead to it. */
export async function isInside(full: string, folder: string): Promise<boolean> {
  try {
    const [file, home] = [await realpath(full), await realpath(folder)];
    return file.startsWith(home.endsWith(sep) ? home : `${home}${sep}`);
  } catch {
    return false; // it is not there
  }
}

const slashes = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);

function fileAt(full: string, path: string, size: number): BatchFile {
  const read = async (): Promise<Uint8Array> => {
    try {
      return await readFile(full);
    } catch (cause) {
      throw noFile(cause);
    }
  };
  return { path, size, read };
}

const noFile = (cause?: unknown) =>
  new StetError('cli/no-file', 'There is no such file, or Stet may not read it.', {}, { cause });

async function walk(folder: string, path: string, files: BatchFile[], depth = 1): Promise<void> {
  if (depth > limits.depth) return;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const [full, name] = [join(folder, entry.name), `${path}/${entry.name}`];
    if (entry.isDirectory()) await walk(full, name, files, depth + 1);
    else if (entry.isFile()) files.push(fileAt(full, name, (await lstat(full)).size));
    else if (entry.isSymbolicLink()) files.push({ path: name, size: 0, link: true, read: () => Promise.reject(noFile()) });
    if (files.length > limits.files)
      throw new StetError(
        'import/batch-too-large',
        `These are more than ${limits.files} files. Nothing was imported; take one folder after another.`,
      );
  }
}
