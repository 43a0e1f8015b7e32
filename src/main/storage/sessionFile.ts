import { join } from 'node:path';
import { Low } from 'lowdb';
import * as v from 'valibot';
import { sessionData, type SessionData } from '../../core/article/library';
import { StetError } from '../../core/errors';
import type { SessionStore } from '../../core/ports/library';
import { DurableFile, type FileFormat } from './durableFile';
import type { FileSystem } from './fileSystem';
import { Pool } from './pool';
import { SaveQueue } from './saveQueue';
import { setAside } from './setAside';

const SESSION_SCHEMA = 1;
const format: FileFormat<SessionData> = {
  kind: 'session',
  area: 'session',
  schema: SESSION_SCHEMA,
  parse: (data) => v.parse(sessionData, data),
};

/** Where the writer was. Kept in memory only where nothing may be written, or where a newer Stet has left its own. */
export class SessionFile implements SessionStore {
  private readonly file: DurableFile<SessionData>;
  private readonly db: Low<SessionData>;
  private readonly saves = new SaveQueue<SessionData>((data) => this.save(data), new Pool(1));
  private opened: Promise<void> | null = null;
  private locked: boolean;

  constructor(
    private readonly fs: FileSystem,
    folder: string,
    writable: boolean,
  ) {
    this.file = new DurableFile(fs, join(folder, 'session.json'), format);
    this.db = new Low(this.file, v.parse(sessionData, {}));
    this.locked = !writable;
  }

  async read(): Promise<SessionData> {
    await (this.opened ??= this.load());
    return this.db.data;
  }

  async write(data: SessionData): Promise<void> {
    await (this.opened ??= this.load());
    this.db.data = data;
    if (!this.locked) await this.saves.put('session', data);
  }

  /** Waits until the newest place is written or has failed. */
  close(): Promise<void> {
    return this.saves.settled();
  }

  private async save(data: SessionData): Promise<void> {
    await new Low(this.file, data).write();
  }

  private async load(): Promise<void> {
    try {
      await this.db.read();
    } catch (error) {
      // Losing the place in a text does no harm, so a start never fails by it; the file itself is kept.
      const damaged = error instanceof StetError && error.code === 'session/unreadable';
      if (!damaged || this.locked) this.locked = true;
      else await setAside(this.fs, this.file.path).catch(() => (this.locked = true));
    }
  }
}
