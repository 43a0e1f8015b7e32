import { join } from 'node:path';
import type { DocJson } from '../../core/document/json';
import type { StetError } from '../../core/errors';
import type { HistoryStore, NewVersion, StoredHistory, VersionNote } from '../../core/ports/history';
import type { Strike } from '../../core/words/strike';
import { errnoOf, identityOf, isSameFile, type FileIdentity, type FileSystem } from './fileSystem';
import { GrowingFiles } from './growingFiles';
import { documentOf, missing, newer } from './historyDocument';
import { asText, writeLine, type NoteEntry, type VersionEntry } from './historyLine';
import { HistoryRecord } from './historyRecord';
import { storageError } from './storageError';
import { Turns } from './turns';
import { writeDurably } from './writeDurably';

/** Fewer are not worth writing a file anew. */
const WORTH = 16;
/** How the file of a history is called after its article's id. */
const END = '.history';
/** Histories that stay in memory. */
const REMEMBERED = 4;

interface Opened {
  record: HistoryRecord;
  /** Of the file that the record was read from; null when there is none. */
  identity: FileIdentity | null;
}

/**
 * One file of versions an article, in a folder beside the articles. It grows by whole lines, each with its checksum, so that a power
 * cut takes at most the last; thinning writes it anew in one step.
 */
export class HistoryFiles implements HistoryStore {
  private readonly opened = new Map<string, Opened>();
  private readonly turns = new Turns();
  private readonly growing: GrowingFiles;

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    /** Null, or why nothing is written. */
    private readonly readOnly: StetError | null,
  ) {
    this.growing = new GrowingFiles(fs, folder);
  }

  async articles(): Promise<readonly string[]> {
    try {
      return (await this.fs.names(this.folder)).filter((name) => name.endsWith(END)).map((name) => name.slice(0, -END.length));
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return [];
      throw storageError(error);
    }
  }

  versions(id: string): Promise<StoredHistory> {
    return this.turns.run(id, async () => (await this.open(id)).record);
  }

  document(id: string, version: number): Promise<DocJson> {
    return this.turns.run(id, async () => documentOf(id, version, (await this.open(id)).record));
  }

  holding(id: string, strike: Strike): Promise<number> {
    return this.turns.run(id, async () => {
      const { record } = await this.open(id);
      return record.holding(strike) + record.lost;
    });
  }

  strike(id: string, strike: Strike): Promise<void> {
    return this.turns.run(id, async () => {
      if (this.readOnly) throw this.readOnly;
      const { record } = await this.open(id);
      if (record.newer) throw newer();
      if (record.holding(strike) + record.lost === 0) return;
      this.opened.delete(id);
      const text = await record.struck(strike, (version, clean) => isWhole(id, version, clean));
      await writeDurably(this.fs, this.path(id), text);
    });
  }

  append(id: string, versions: readonly NewVersion[]): Promise<readonly number[]> {
    return this.write(id, async ({ record }) => {
      for (const { article } of versions) await record.readAhead(article);
      const entries: (VersionEntry | NoteEntry)[] = [];
      const numbers = versions.map((version) => {
        const entry = record.next(version);
        const { name, filed, translated } = version;
        const noted = record.newest;
        if (entry) record.add(entry, '');
        if (entry) entries.push(entry);
        else if (name !== null || filed !== null || translated)
          entries.push({
            noted,
            ...(name === null ? {} : { name }),
            ...(filed === null ? {} : { filed }),
            ...(translated ? { translated } : {}),
          });
        return entry?.version ?? noted;
      });
      return { entries, answer: numbers };
    });
  }

  async note(id: string, version: number, note: VersionNote): Promise<void> {
    await this.write(id, ({ record }) => {
      if (!record.entry(version)) throw missing();
      return Promise.resolve({ entries: [{ noted: version, ...note }], answer: null });
    });
  }

  thin(id: string): Promise<void> {
    return this.turns.run(id, async () => {
      const { record } = await this.open(id);
      if (this.readOnly || record.newer) return;
      const text = await record.thinned(WORTH);
      if (text === null) return;
      this.opened.delete(id);
      await writeDurably(this.fs, this.path(id), text);
    });
  }

  remove(id: string): Promise<void> {
    return this.turns.run(id, async () => {
      if (this.readOnly) throw this.readOnly;
      this.opened.delete(id);
      try {
        if ((await identityOf(this.fs, this.path(id))) === null) return;
        await this.fs.mayReplace?.();
        await this.fs.unlink(this.path(id));
        await this.fs.syncFolder(this.folder);
        this.growing.trust(this.path(id));
      } catch (error) {
        throw storageError(error);
      }
    });
  }

  /** Waits for what is under way. */
  close(): Promise<void> {
    return this.turns.settled();
  }

  /** Adds lines durably. After a failure nothing of the record is trusted: the next look reads the file. */
  private write<T>(
    id: string,
    make: (opened: Opened) => Promise<{ entries: (VersionEntry | NoteEntry)[]; answer: T }>,
  ): Promise<T> {
    return this.turns.run(id, async () => {
      if (this.readOnly) throw this.readOnly;
      const opened = await this.open(id);
      if (opened.record.newer) throw newer();
      // A record that is being changed is nobody's until its lines are on disk.
      this.opened.delete(id);
      const { entries, answer } = await make(opened);
      if (entries.length > 0) {
        const lines = await Promise.all(entries.map(writeLine));
        entries.forEach((entry, at) => {
          if ('noted' in entry) opened.record.note(entry);
          else opened.record.add(entry, lines[at] ?? '');
        });
        opened.identity = await this.growing.add(this.path(id), asText(lines), opened.identity === null);
      }
      this.remember(id, opened);
      return answer;
    });
  }

  private async open(id: string): Promise<Opened> {
    const path = this.path(id);
    try {
      const identity = await identityOf(this.fs, path);
      const known = this.opened.get(id);
      if (known && isSameFile(known.identity, identity)) return known;
      const text = identity === null ? '' : Buffer.from(await this.fs.read(path)).toString('latin1');
      const opened = { record: await HistoryRecord.read(text), identity };
      this.remember(id, opened);
      return opened;
    } catch (error) {
      throw storageError(error);
    }
  }

  private remember(id: string, opened: Opened): void {
    this.opened.delete(id);
    this.opened.set(id, opened);
    for (const [other] of this.opened) {
      if (this.opened.size <= REMEMBERED) return;
      this.opened.delete(other);
    }
  }

  private readonly path = (id: string): string => join(this.folder, `${id}${END}`);
}

function isWhole(id: string, version: number, record: HistoryRecord): boolean {
  try {
    documentOf(id, version, record);
    return true;
  } catch {
    return false; // let go, as the writer is told before
  }
}
