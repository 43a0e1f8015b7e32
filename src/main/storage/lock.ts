import { access, realpath, utimes } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { StetError } from '../../core/errors';
import type { Answer } from '../../core/rpc/transport';
import { errnoOf, identityOf, isSameFile, type FileIdentity, type FileSystem } from './fileSystem';
import { lockNumbers, lockPath, makeLock, markReleased, readLock, removeLock, type LockData } from './lockFile';
import { isRunning, thisProcess } from './ownerProcess';
import { askOver, connectTo, listen, notAnswering, type OwnerRequest } from './ownerSocket';
import { isOurAddress, makeFolderOf, newSocketAddress } from './socketAddress';
import { isReadOnly } from './storageError';

/**
 * Who owns a library. `lock.<n>` names the owner's socket. An owner whose socket accepts a connection is alive; one whose
 * socket refuses is dead; where the socket is not there at all (a program that clears temporary folders may have taken it)
 * the very process that made the lock decides, told by its number together with its start. A lock of a dead owner is never
 * replaced, only succeeded by `lock.<n+1>`, which one contender makes. The highest number is never deleted, so a number once
 * passed is never handed out again, and an owner whose lock is gone writes nothing more.
 */
export interface Lock {
  /** When the owner before took the library, by the disk's clock in milliseconds, if it ended without letting go; else null. */
  readonly unclean: number | null;
  /** Rejects with `library/taken-over` once another Stet owns the library: asked before anything is put in its place. */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

const PING_PATIENCE_MS = 1000;
/** How often an owner looks whether its socket is still there, and how long others wait for that. */
const LOOK_MS = 2000;
const RETURN_MS = 3000;
const FRESHEN_MS = 3_600_000;
const AGAIN_MS = 50;

/** The library is ours; null when its folder cannot be written. Errors: `library/in-use`, `library/cannot-lock`, those of the file system. */
export async function acquireLock(
  fs: FileSystem,
  folder: string,
  answer: (request: OwnerRequest) => Promise<Answer>,
): Promise<Lock | null> {
  const address = newSocketAddress(await realpath(folder));
  const stopListening = await keepListening(address, answer);
  const data = { address, process: thisProcess(), released: false };
  try {
    for (;;) {
      const highest = await highestLock(fs, folder);
      if (await isAlive(fs, folder, highest)) throw await inUse(fs, folder);
      const own = highest + 1;
      if (!(await makeLock(fs, folder, own, data))) continue;
      // Somebody slower than two owners may have made a number that was already passed and cleared away. And the one below
      // may have been filled in only now: whoever makes a lock looks at the others afterwards, so two never both go on.
      if ((await settledHighest(fs, folder)) === own && !(await isAlive(fs, folder, highest))) {
        const unclean = await neverReleased(fs, folder, highest);
        for (const number of await lockNumbers(fs, folder)) if (number < own) await removeLock(fs, folder, number);
        return new OwnLock(fs, folder, own, data, stopListening, unclean);
      }
      await removeLock(fs, folder, own);
      await wait(Math.random() * AGAIN_MS);
    }
  } catch (error) {
    await stopListening();
    if (isReadOnly(error)) return null;
    throw error;
  }
}

/** Asks the owner of a library; null when nobody owns it. Errors: `library/not-answering`, `library/in-use`. */
export async function askOwnerOf(fs: FileSystem, folder: string, asked: OwnerRequest, patience: number): Promise<Answer | null> {
  for (const started = Date.now(); ;) {
    const highest = await highestLock(fs, folder);
    const owner = await ownerOf(fs, folder, highest);
    if (typeof owner === 'object') return askOver(owner, asked, patience);
    if (owner === 'dead' && (await highestLock(fs, folder)) === highest) return null;
    if (owner === 'out of reach') {
      // A clock that jumps only shortens or lengthens the wait.
      if (Math.abs(Date.now() - started) >= Math.min(patience, RETURN_MS)) throw notAnswering();
      await wait(AGAIN_MS);
    }
  }
}

async function keepListening(address: string, answer: (request: OwnerRequest) => Promise<Answer>): Promise<() => Promise<void>> {
  const listener = await listen(address, answer);
  if (process.platform === 'win32') return () => listener.close();
  let looks = 0;
  let looking = Promise.resolve();
  const look = async () => {
    try {
      await access(address);
      // Programs that clear folders for temporary files go by age.
      if (looks++ % (FRESHEN_MS / LOOK_MS) === 0) await utimes(address, new Date(), new Date());
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') return;
      makeFolderOf(address);
      await listener.renew().catch(() => undefined); // tried again at the next look
    }
  };
  const timer = setInterval(() => (looking = looking.then(look)), LOOK_MS).unref();
  return async () => {
    clearInterval(timer);
    await looking;
    await listener.close();
  };
}

class OwnLock implements Lock {
  /** By what the file is known, so that confirming it costs one look at it. */
  private file: FileIdentity | null = null;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    private readonly number: number,
    private readonly data: LockData,
    private readonly stopListening: () => Promise<void>,
    readonly unclean: number | null,
  ) {}

  async confirm(): Promise<void> {
    const found = await identityOf(this.fs, lockPath(this.folder, this.number));
    if (found && isSameFile(found, this.file)) return;
    await (this.looking ??= this.look(found).finally(() => (this.looking = null)));
  }

  async release(): Promise<void> {
    try {
      // First, so that nobody finds a process that lives on without its socket. Never in the place of another's lock.
      await this.confirm();
      await markReleased(this.fs, this.folder, this.number, this.data.address);
    } catch {
      // Another's library by now, or a disk that takes nothing: the end of this process says the same.
    }
    await this.stopListening();
  }

  private async look(found: FileIdentity | null): Promise<void> {
    const { fs, folder, number, data } = this;
    const ours = found && (await readLock(fs, folder, number))?.address === data.address;
    if (!ours) await this.makeAgain();
    this.file = ours ? found : await identityOf(fs, lockPath(folder, number));
  }

  /** A lock that somebody has merely deleted is made again, with the look around that follows the making of any lock. */
  private async makeAgain(): Promise<void> {
    const { fs, folder, number, data } = this;
    if ((await lockNumbers(fs, folder)).length === 0 && (await makeLock(fs, folder, number, data))) {
      const all = await lockNumbers(fs, folder);
      if (all.length === 1 && all[0] === number) return;
      await removeLock(fs, folder, number);
    }
    throw new StetError(
      'library/taken-over',
      'Another Stet has taken this library over, so nothing is written from here any more. Copy your last words over to its window, then close this one.',
    );
  }
}

/** A dead owner that ended as it should has said so in its lock: what it leaves otherwise was a crash, a kill or a power cut. */
async function neverReleased(fs: FileSystem, folder: string, number: number): Promise<number | null> {
  const lock = number > 0 ? await readLock(fs, folder, number) : null;
  if (!lock || lock.released) return null;
  return (await identityOf(fs, lockPath(folder, number)))?.modified ?? null;
}

async function highestLock(fs: FileSystem, folder: string): Promise<number> {
  return Math.max(0, ...(await lockNumbers(fs, folder)));
}

// A listing may miss a name that is made while an earlier one is taken away; two that agree do not.
async function settledHighest(fs: FileSystem, folder: string): Promise<number> {
  for (let before = await highestLock(fs, folder); ;) {
    const now = await highestLock(fs, folder);
    if (now === before) return now;
    before = now;
  }
}

/** A connection to who made a lock, or why there is none. */
async function ownerOf(fs: FileSystem, folder: string, number: number): Promise<Socket | 'dead' | 'out of reach'> {
  const lock = number > 0 ? await readLock(fs, folder, number) : null;
  if (!lock) return 'dead';
  try {
    const socket = isOurAddress(lock.address) ? await connectTo(lock.address) : null;
    if (socket) return socket;
  } catch (cause) {
    throw new StetError('library/in-use', IN_USE, {}, { cause });
  }
  return lock.process && isRunning(lock.process) ? 'out of reach' : 'dead';
}

async function isAlive(fs: FileSystem, folder: string, number: number): Promise<boolean> {
  const owner = await ownerOf(fs, folder, number);
  if (typeof owner === 'object') owner.destroy();
  return owner !== 'dead';
}

const IN_USE = 'This library is already open in another Stet. Go on working there.';

async function inUse(fs: FileSystem, folder: string): Promise<StetError> {
  try {
    await askOwnerOf(fs, folder, { ping: true }, PING_PATIENCE_MS);
    return new StetError('library/in-use', IN_USE, { answers: true });
  } catch (cause) {
    const silent =
      'Another Stet has this library open but does not answer: it may be asleep or stuck. Close it, then start Stet again.';
    return new StetError('library/in-use', silent, { answers: false }, { cause });
  }
}
