import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { FileIdentity, FileSystem, OpenFile } from './fileSystem';
import { storageError } from './storageError';

const TEMPORARY = /^\..+\.[0-9a-f]{16}\.tmp$/u;

/** A name beside `path` that nobody else uses. */
export const temporaryName = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`);

/** True for a file that only a crash can have left behind, once the library is locked. */
export const isTemporaryName = (name: string): boolean => TEMPORARY.test(name);

export interface Steps {
  /** Work for this thread while the disk takes the bytes; when it throws, nothing is replaced. */
  meanwhile?: (() => void) | undefined;
  /** Looked after last of all before the new file takes its place; when it rejects, nothing is replaced. */
  before?: (() => Promise<void>) | undefined;
}

/**
 * Puts `content` in the place of the file in one step and resolves when it outlasts a power cut:
 * unique temporary file, every byte written, fsync, close, rename, fsync of the folder.
 * A failed attempt leaves the old file (or, if only the last step failed, the new one) whole; a retry starts with
 * a new temporary file, because a second fsync of the same file may claim success for lost pages.
 * Answers by what the new file is known again. Errors: `storage/full`, `storage/read-only`, `storage/failed`, and those of `before`.
 */
export async function writeDurably(
  fs: FileSystem,
  path: string,
  content: string | Uint8Array,
  { meanwhile, before }: Steps = {},
): Promise<FileIdentity> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const temporary = temporaryName(path);
  let written: FileIdentity;
  try {
    written = await writeNew(fs, temporary, bytes, {
      meanwhile,
      before: async () => {
        await all([before?.(), fs.mayReplace?.()]);
      },
    });
    await fs.rename(temporary, path);
  } catch (error) {
    // What cannot be removed now is removed when the library is opened again.
    await fs.unlink(temporary).catch(() => undefined);
    throw storageError(error);
  }
  try {
    await fs.syncFolder(dirname(path));
  } catch (error) {
    throw storageError(error);
  }
  return written;
}

/**
 * As `writeDurably`, for content that comes piece by piece. When a piece fails to come, nothing is replaced and its error is thrown.
 */
export async function writeStreamDurably(fs: FileSystem, path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = temporaryName(path);
  try {
    const file = await fs.create(temporary);
    try {
      for await (const piece of pieces) await writeAll(file, piece);
      await file.sync();
    } catch (error) {
      // The first error is the one to report.
      await file.close().catch(() => undefined);
      throw error;
    }
    await file.close();
    await fs.mayReplace?.();
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await fs.syncFolder(dirname(path));
}

async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const taken = await file.write(bytes, written);
    if (taken <= 0) throw Object.assign(new Error('the file takes no more bytes'), { code: 'EIO' });
    written += taken;
  }
}

/** Makes a new file with this content, durable except for its name. Errors are the file system's own, and those of the steps. */
export async function writeNew(
  fs: Pick<FileSystem, 'create'>,
  path: string,
  bytes: Uint8Array,
  { meanwhile, before }: Steps = {},
): Promise<FileIdentity> {
  const file = await fs.create(path);
  let identity: FileIdentity;
  try {
    await writeAll(file, bytes);
    const [stamp] = await all([file.stat(), file.sync(), now(meanwhile)]);
    identity = stamp;
  } catch (error) {
    // The first error is the one to report.
    await file.close().catch(() => undefined);
    throw error;
  }
  await all([file.close(), before?.()]);
  return identity;
}

const now = async (work: (() => void) | undefined): Promise<void> => work?.();

/** As `Promise.all`, but waits for all of them also when one fails: a file is not closed in the middle of its sync. */
async function all<const T extends readonly unknown[]>(steps: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(steps);
  return Promise.all(steps);
}
