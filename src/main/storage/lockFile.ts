import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { StetError } from '../../core/errors';
import { errnoOf, type FileSystem } from './fileSystem';
import { ownerProcess, type OwnerProcess } from './ownerProcess';
import { temporaryName, writeDurably, writeNew } from './writeDurably';

/** Where an owner listens, which process it is, and whether it has said that it let go. */
export interface LockData {
  address: string;
  process: OwnerProcess | null;
  released: boolean;
}

const lockFile = v.strictObject({
  stet: v.strictObject({
    kind: v.literal('lock'),
    address: v.string(),
    process: v.optional(v.nullable(ownerProcess), null),
    released: v.optional(v.boolean(), false),
  }),
});
const NUMBERED = /^lock\.([1-9]\d{0,14})$/u;
/** What file systems without a second name for a file answer (Windows says EISDIR). */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EISDIR', 'EMLINK']);
/** How long somebody may take between making a lock and filling it, in milliseconds. */
const TORN_PATIENCE_MS = 500;
const TORN_PAUSE_MS = 20;

/** The file of a lock. */
export const lockPath = (folder: string, number: number): string => join(folder, `lock.${number}`);
const bytesOf = ({ address, process, released }: LockData): Uint8Array =>
  Buffer.from(JSON.stringify({ stet: { kind: 'lock', address, process, ...(released ? { released } : {}) } }));

/** The numbers of the locks in a folder; none where there is no folder. */
export async function lockNumbers(fs: FileSystem, folder: string): Promise<readonly number[]> {
  try {
    return (await fs.names(folder)).flatMap((name) => NUMBERED.exec(name)?.slice(1).map(Number) ?? []);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The content of a lock; null when it is gone, or when nobody fills it in. */
export async function readLock(fs: FileSystem, folder: string, number: number): Promise<LockData | null> {
  for (let waited = 0; ; waited += TORN_PAUSE_MS) {
    try {
      const text = new TextDecoder().decode(await fs.read(lockPath(folder, number)));
      return v.parse(lockFile, JSON.parse(text)).stet;
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null;
      if (!(error instanceof SyntaxError) && !v.isValiError(error)) throw error;
      if (waited >= TORN_PATIENCE_MS) return null;
      await wait(TORN_PAUSE_MS);
    }
  }
}

/**
 * Makes a lock that nobody has made; false when somebody else was first. Where the disk knows no hard links it exists for
 * a moment before it is filled: whoever succeeds it has to read it once more afterwards.
 */
export async function makeLock(fs: FileSystem, folder: string, number: number, data: LockData): Promise<boolean> {
  const path = lockPath(folder, number);
  const temporary = temporaryName(path);
  let made = false;
  try {
    await writeNew(fs, temporary, bytesOf(data));
    made = true;
    await fs.link(temporary, path);
    return true;
  } catch (error) {
    // Missing when the winner has cleared away temporary files, ours among them.
    if (errnoOf(error) === 'EEXIST' || (made && errnoOf(error) === 'ENOENT')) return false;
    if (made && NO_LINKS.has(errnoOf(error))) return makeWithoutLink(fs, path, data);
    if (made) throw cannotLock(error);
    throw error;
  } finally {
    await removeQuietly(fs, temporary);
  }
}

async function makeWithoutLink(fs: FileSystem, path: string, data: LockData): Promise<boolean> {
  let exists = false;
  try {
    await writeNew(
      {
        create: async (name) => {
          const file = await fs.create(name);
          exists = true;
          return file;
        },
      },
      path,
      bytesOf(data),
    );
    return true;
  } catch (error) {
    if (!exists && errnoOf(error) === 'EEXIST') return false;
    if (exists) await removeQuietly(fs, path);
    throw cannotLock(error);
  }
}

/** Says in a lock of ours that its owner has let go. */
export async function markReleased(fs: FileSystem, folder: string, number: number, address: string): Promise<void> {
  await writeDurably(fs, lockPath(folder, number), bytesOf({ address, process: null, released: true }));
}

/** Removes a lock of ours, or one that was succeeded; it does no harm if it stays. */
export const removeLock = (fs: FileSystem, folder: string, number: number): Promise<void> =>
  removeQuietly(fs, lockPath(folder, number));

const removeQuietly = (fs: FileSystem, path: string): Promise<void> => fs.unlink(path).catch(() => undefined);

const cannotLock = (cause: unknown) =>
  new StetError(
    'library/cannot-lock',
    'This disk cannot keep a library safe from two programs. Move the library to a disk of this computer.',
    {},
    { cause },
  );
