import { rmSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder that only this user can look into, for the launch file and the browser's profile. */
export interface PrivateFolder {
  readonly path: string;
  /** Writes a new file, 0600; rejects when there is one of that name. Answers its path. */
  write(name: string, content: string): Promise<string>;
  /** Removes a file of it, if it is still there. */
  discard(name: string): Promise<void>;
  /** Makes a folder in it, 0700. Answers its path. */
  make(name: string): Promise<string>;
  /** Removes it with all that is in it; a browser that is just ending may still write, so it tries for about two seconds. */
  remove(): Promise<void>;
  /** The same when the process is ending and cannot wait. */
  removeNow(): void;
}

/** Makes one in `base`, with the number of this process and something random for a name. */
export async function createPrivateFolder(base: string): Promise<PrivateFolder> {
  await mkdir(base, { recursive: true, mode: 0o700 });
  const path = await mkdtemp(join(base, `stet-${process.pid}-`));
  await chmod(path, 0o700); // mkdtemp promises it on POSIX only by habit
  return {
    path,
    async write(name, content) {
      const file = join(path, name);
      await writeFile(file, content, { flag: 'wx', mode: 0o600 });
      return file;
    },
    discard: (name) => rm(join(path, name), { force: true }),
    async make(name) {
      const folder = join(path, name);
      await mkdir(folder, { mode: 0o700 });
      return folder;
    },
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 40 }),
    removeNow: () => rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 }),
  };
}

/**
 * Removes what hosts that were killed left in `base`: a profile may hold what was typed in a field. A folder whose host still runs
 * stays, and so does one whose browser does, because the writer may be copying the text from that window. Never rejects.
 */
export async function removeAbandoned(base: string): Promise<void> {
  for (const name of await readdir(base).catch(() => [])) {
    const pid = /^stet-(\d+)-[A-Za-z0-9]{6}$/u.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const path = join(base, name);
    try {
      const found = await lstat(path);
      const isOurs = found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
      if (isOurs && !(await hasBrowser(path))) await rm(path, { recursive: true, force: true });
    } catch {
      // Gone already, or in use by a browser (Windows): the next start tries again.
    }
  }
}

/** Chromium marks a profile in use with a link to `<machine>-<process>`. */
async function hasBrowser(path: string): Promise<boolean> {
  const mark = await readlink(join(path, 'profile', 'SingletonLock')).catch(() => '');
  const pid = /-(\d+)$/u.exec(mark)?.[1];
  return pid !== undefined && isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // there, and somebody else's
  }
}
