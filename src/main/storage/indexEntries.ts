import type { FileStamp } from './fileSystem';
import { beginningOf, fileIn, readLine, type Beginning, type Entry } from './indexLine';

/** An entry that nobody has asked for yet: where its line stands, and what it says at first. */
interface Unread extends Beginning {
  from: number;
  to: number;
}

const LINE_FEED = 10;
/** Reading all entries gives others their turn after so long; milliseconds. */
const SLICE_MS = 8;

/**
 * The entries of an index by article. Those that come from its file are read and checked when they are first asked for: the first
 * screen of a large library needs few of them.
 */
export class IndexEntries {
  private readonly known = new Map<string, Entry | Unread>();
  /** Articles whose lines turned out to be damaged: they are to be learnt anew. */
  private readonly damaged = new Set<string>();
  private bytes: Buffer | null = null;
  private reading: Promise<void> | null = null;
  /** True when some line was damaged. */
  bad = false;
  /** Lines that the file had. */
  lines = 0;

  /** Takes in the lines of a file from `start` on. What stands after the last line feed may be torn and is left out. */
  constructor(file?: Uint8Array, start = 0) {
    if (!file) return;
    this.bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
    for (let from = start, to = this.bytes.indexOf(LINE_FEED, from); to >= 0; to = this.bytes.indexOf(LINE_FEED, from)) {
      this.lines++;
      this.takeLine(this.bytes, from, to);
      from = to + 1;
    }
    if (this.bytes.length > 0 && this.bytes.at(-1) !== LINE_FEED) this.bad = true;
  }

  get size(): number {
    return this.known.size;
  }

  ids(): string[] {
    return [...this.known.keys()];
  }

  /** By what the file was known when the entry was made. */
  fileOf(id: string): FileStamp | null | undefined {
    const found = this.known.get(id);
    return found && 'from' in found ? this.bytes && fileIn(this.bytes, found.from) : found?.file;
  }

  get(id: string): Entry | undefined {
    const found = this.known.get(id);
    return found && 'from' in found ? this.read(id, found) : found;
  }

  set(id: string, entry: Entry): void {
    this.damaged.delete(id);
    this.known.set(id, entry);
  }

  delete(id: string): boolean {
    return this.known.delete(id);
  }

  /** The articles outside the trash that were edited last, the newest first. */
  newest(limit: number): Entry[] {
    const live: { id: string; editedAt: number }[] = [];
    for (const [id, found] of this.known) {
      const { editedAt, trashed } = 'from' in found ? found : { ...found.summary, trashed: found.summary.trashedAt !== null };
      if (!trashed) live.push({ id, editedAt });
    }
    // Sorting numbers alone first is much quicker than sorting all of them with what they belong to.
    const least =
      Float64Array.from(live, ({ editedAt }) => editedAt)
        .sort()
        .at(-limit) ?? -Infinity;
    return live
      .filter(({ editedAt }) => editedAt >= least)
      .sort((a, b) => b.editedAt - a.editedAt)
      .slice(0, limit)
      .flatMap(({ id }) => this.get(id) ?? []);
  }

  /** All of them. Waits for `readAll` first, or everything is read at once. */
  all(): Entry[] {
    return this.ids().flatMap((id) => this.get(id) ?? []);
  }

  /** Reads all that is unread, a little at a time, and answers which articles are to be learnt anew because their lines were damaged. */
  async readAll(): Promise<string[]> {
    await (this.reading ??= this.readRest());
    const anew = [...this.damaged];
    this.damaged.clear();
    return anew;
  }

  private async readRest(): Promise<void> {
    let since = performance.now();
    for (const id of this.ids()) {
      this.get(id);
      if (performance.now() - since < SLICE_MS) continue;
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    this.bytes = null;
  }

  private takeLine(bytes: Buffer, from: number, to: number): void {
    const beginning = beginningOf(bytes, from);
    if (beginning) {
      this.known.set(beginning.id, Object.assign(beginning, { from, to }));
      return;
    }
    const found = readLine(bytes.toString('utf8', from, to));
    if (found === null) this.bad = true;
    else if (typeof found === 'string') this.known.delete(found);
    else this.known.set(found.summary.id, found);
  }

  private read(id: string, { from, to }: Unread): Entry | undefined {
    const found = readLine(this.bytes?.toString('utf8', from, to) ?? '');
    if (found !== null && typeof found === 'object' && found.summary.id === id) {
      this.known.set(id, found);
      return found;
    }
    this.bad = true;
    this.damaged.add(id);
    this.known.delete(id);
    return undefined;
  }
}
