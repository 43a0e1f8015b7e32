import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import * as v from 'valibot';
import { blankLibrary, LIBRARY_SCHEMA, libraryData, type LibraryData } from '../../core/article/library';
import { StetError } from '../../core/errors';
import type { LibraryStore } from '../../core/ports/library';
import { DurableFile, type FileFormat } from './durableFile';
import { identityOf, isSameFile, type FileSystem } from './fileSystem';
import { setAside } from './setAside';

export const LIBRARY_FILE = 'library.json';
export const LIBRARY_BACKUP = 'library.json.bak';

const format: FileFormat<LibraryData> = {
  kind: 'library',
  area: 'library',
  schema: LIBRARY_SCHEMA,
  parse: (data) => v.parse(libraryData, data),
};

/** The library file, and beside it the version before, which was read back or written whole in its time. */
export class LibraryFile implements LibraryStore {
  private readonly file: DurableFile<LibraryData>;
  private readonly backup: DurableFile<LibraryData>;
  private readonly db: Low<LibraryData>;
  private opened: Promise<void> | null = null;
  private last: Promise<unknown> = Promise.resolve();
  /** Hears the new name of a damaged file. */
  onSetAside: (name: string) => void = () => undefined;
  /** False while the data in memory is no file's: then there is nothing to keep a copy of. */
  private stored = false;

  constructor(
    private readonly fs: FileSystem,
    folder: string,
    /** Null, or why nothing is written. */
    private readonly readOnly: StetError | null,
    /** This computer, as an import under way names it. */
    private readonly computer: string,
  ) {
    this.file = new DurableFile(fs, join(folder, LIBRARY_FILE), format);
    this.backup = new DurableFile(fs, join(folder, LIBRARY_BACKUP), format);
    this.db = new Low(this.file, blankLibrary());
  }

  async read(): Promise<LibraryData> {
    await this.open();
    return this.db.data;
  }

  update(change: (data: LibraryData) => LibraryData): Promise<LibraryData> {
    const turn = this.last.then(() => this.apply(change));
    // The caller hears of a failure; the next change starts from what stands.
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Waits until every change so far is written or has failed. */
  async close(): Promise<void> {
    await this.last;
  }

  private async apply(change: (data: LibraryData) => LibraryData): Promise<LibraryData> {
    await this.open();
    if (!this.readOnly) await this.takeOutsideVersion();
    const before = this.db.data;
    const changed = change(before);
    if (changed === before) return before;
    const after = v.parse(libraryData, changed);
    if (this.readOnly) throw this.readOnly;
    if (this.stored) {
      this.backup.revision = this.file.revision - 1;
      await this.backup.write(before);
    }
    this.db.data = after;
    try {
      await this.db.write();
    } catch (error) {
      this.db.data = before;
      throw error;
    }
    this.stored = true;
    return after;
  }

  /** What another program put there is what the change is made upon; what stood here is kept in a file beside it. */
  private async takeOutsideVersion(): Promise<void> {
    if (isSameFile(await identityOf(this.fs, this.file.path), this.file.identity)) return;
    const { checksum } = this.file;
    const outside = await this.readOrSetAside(this.file);
    if (outside === null || this.file.checksum === checksum) return;
    const kept = new DurableFile(this.fs, `${this.file.path}.kept-${randomBytes(4).toString('hex')}`, format);
    await kept.write(this.db.data);
    // Each computer knows best what arrives there: an older file that was put back would hide what has come since.
    const ours = this.db.data.arriving.filter(({ by }) => by === this.computer);
    this.db.data = { ...outside, arriving: [...ours, ...outside.arriving.filter(({ by }) => by !== this.computer)] };
  }

  private open(): Promise<void> {
    this.opened ??= this.load().catch((error: unknown) => {
      // Asked again, a disk may answer; damage has been set aside by then.
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  private async load(): Promise<void> {
    const found = await this.readOrSetAside(this.file);
    const data = found ?? (await this.readOrSetAside(this.backup));
    if (found === null) this.file.revision = this.backup.revision;
    // The copy is one write behind: what it calls arriving may have come since, and nothing is hidden on its word.
    this.db.data = data === null ? blankLibrary() : found ? data : { ...data, arriving: [] };
    this.stored = found !== null;
  }

  /** Null when there is no such file, or none any more because it was damaged. */
  private async readOrSetAside(file: DurableFile<LibraryData>): Promise<LibraryData | null> {
    try {
      return await file.read();
    } catch (error) {
      if (!(error instanceof StetError) || error.code !== 'library/unreadable') throw error;
      // Where nothing may be moved the damaged file is safe: nothing is written either.
      if (!this.readOnly) this.onSetAside(await setAside(this.fs, file.path));
      return null;
    }
  }
}
