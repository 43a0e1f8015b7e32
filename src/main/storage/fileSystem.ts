/** What storage needs of a file system and nothing more, so that tests can put a failing one in its place. Errors carry Node's `code` (`ENOENT`, …). */
export interface FileSystem {
  read(path: string): Promise<Uint8Array>;
  /** Makes a file of mode 0600 for writing; `EEXIST` when the name is taken. */
  create(path: string): Promise<OpenFile>;
  /** Opens a file (mode 0600 when new) whose writes go to its end. */
  append(path: string): Promise<OpenFile>;
  /** Puts a file in the place of another in one step. On Windows a target that is briefly held open is waited for. */
  rename(from: string, to: string): Promise<void>;
  /** Rejects when nothing may take the place of anything any more; asked just before each such step. */
  mayReplace?(): Promise<void>;
  /** Gives a file a second name; `EEXIST` when it is taken. */
  link(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Makes a folder of mode 0700 and the ones above it that are missing; nothing when it is there. */
  makeFolder(path: string): Promise<void>;
  /** Names in a folder, in no particular order. */
  names(path: string): Promise<readonly string[]>;
  stat(path: string): Promise<FileIdentity>;
  /** Makes the names in a folder durable. Nothing on Windows, where no such call exists. */
  syncFolder(path: string): Promise<void>;
}

export interface OpenFile {
  /** Writes from `offset` of `bytes` on and answers how many bytes were taken: perhaps not all. */
  write(bytes: Uint8Array, offset: number): Promise<number>;
  /** May be asked while a sync is under way. */
  stat(): Promise<FileIdentity>;
  /** Makes the content durable. After a failure the file must not be trusted, nor synced again. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** By what a file is taken to be unchanged. `modified` is in milliseconds and only compared for equality. */
export interface FileStamp {
  size: number;
  modified: number;
}

/** By what a file is taken to be the very one that was written or read before. */
export interface FileIdentity extends FileStamp {
  inode: number;
}

/** True when both are the same file with the same content, or neither is there. */
export const isSameFile = (one: FileIdentity | null, other: FileIdentity | null): boolean =>
  one?.inode === other?.inode && one?.size === other?.size && one?.modified === other?.modified;

/** By what the file at a path is known, or null when there is none. */
export async function identityOf(fs: FileSystem, path: string): Promise<FileIdentity | null> {
  try {
    return await fs.stat(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Names in a folder; none where there is no such folder. */
export async function namesIn(fs: Pick<FileSystem, 'names'>, folder: string): Promise<readonly string[]> {
  try {
    return await fs.names(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Node's `code` of an error, or `''`. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
