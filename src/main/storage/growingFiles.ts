import { dirname } from 'node:path';
import { errnoOf, type FileIdentity, type FileSystem } from './fileSystem';
import { storageError } from './storageError';
import { writeDurably } from './writeDurably';

/** Files of one folder that only ever grow at their ends. */
export class GrowingFiles {
  /** Whose last write failed: a second sync of the same file may claim success for what is lost, so the next write makes a new one. */
  private readonly doubtful = new Set<string>();

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
  ) {}

  /**
   * Adds text to the end of a file, which is made when it is new; durable when it resolves. Resolves with what the file then is. Errors:
   * those of `storageError`.
   */
  async add(path: string, text: string, isNew: boolean): Promise<FileIdentity> {
    const doubted = this.doubtful.has(path);
    this.doubtful.add(path);
    let identity: FileIdentity;
    if (doubted) {
      if (isNew) await this.makeFolder();
      const before = isNew ? new Uint8Array() : await this.fs.read(path);
      identity = await writeDurably(this.fs, path, Buffer.concat([before, Buffer.from(text)]));
    } else identity = await this.grow(path, text, isNew);
    this.doubtful.delete(path);
    return identity;
  }

  private async grow(path: string, text: string, isNew: boolean): Promise<FileIdentity> {
    try {
      await this.fs.mayReplace?.();
      if (isNew) await this.makeFolder();
      const file = await this.fs.append(path);
      const bytes = Buffer.from(text);
      let identity: FileIdentity;
      try {
        for (let written = 0; written < bytes.length;) {
          const taken = await file.write(bytes, written);
          if (taken <= 0) throw Object.assign(new Error('the file takes no more bytes'), { code: 'EIO' });
          written += taken;
        }
        await file.sync();
        identity = await file.stat();
      } finally {
        await file.close();
      }
      if (isNew) await this.fs.syncFolder(this.folder);
      return identity;
    } catch (error) {
      throw storageError(error);
    }
  }

  private async makeFolder(): Promise<void> {
    try {
      await this.fs.names(this.folder);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
      await this.fs.makeFolder(this.folder);
      await this.fs.syncFolder(dirname(this.folder));
    }
  }

  /** A file that has gone leaves no doubt behind. */
  trust(path: string): void {
    this.doubtful.delete(path);
  }
}
