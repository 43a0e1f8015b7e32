import { createHash } from 'node:crypto';
import type { Article } from '../../core/article/article';
import { thin } from '../../core/history/thin';
import type { Version } from '../../core/history/version';
import type { DocJson } from '../../core/document/json';
import type { NewVersion, StoredHistory } from '../../core/ports/history';
import type { Strike } from '../../core/words/strike';
import { asText, readLine, writeLine, type NoteEntry, type VersionEntry } from './historyLine';

type Block = VersionEntry['blocks'][number][1];

/** Milliseconds. */
const SLICE_MS = 8;

interface Kept {
  entry: VersionEntry;
  /** As it stands in the file; null where a note has changed it since. */
  line: string | null;
}

// Blocks are not changed in place, so each is hashed once.
const hashes = new WeakMap<object, string>();

function hashOf(block: object): string {
  let hash = hashes.get(block);
  if (hash === undefined) hashes.set(block, (hash = createHash('sha256').update(JSON.stringify(block)).digest('base64')));
  return hash;
}

/** The history of one article as read from its lines; each block is stored once, however many versions have it. */
export class HistoryRecord implements StoredHistory {
  newer = false;
  /** Lines that could not be read, kept as they are. */
  readonly damaged: string[] = [];
  private readonly kept = new Map<number, Kept>();
  private readonly blocks = new Map<number, Block>();
  private readonly numbers = new Map<string, number>();
  /** Saves replace only what changed: a block that was seen before is the same object. */
  private readonly seen = new WeakMap<object, number>();
  private nextBlock = 0;
  private nextVersion = 1;

  /** Reads the lines of a file. What is damaged hides only itself and the versions that need its blocks. */
  static async read(text: string): Promise<HistoryRecord> {
    const record = new HistoryRecord();
    const lines = text.split('\n').filter((line) => line !== '');
    const entries = await Promise.all(lines.map(async (line) => ({ line, read: await readLine(line) })));
    for (const { line, read } of entries) {
      if (read === 'newer') record.newer = true;
      if (read === 'newer' || read === 'damaged') record.damaged.push(line);
      else if ('note' in read) record.note(read.note);
      else record.add(read.entry, line);
    }
    return record;
  }

  get lost(): number {
    return this.damaged.length;
  }

  get versions(): readonly Version[] {
    return this.entries.map(({ version, revision, savedAt, day, sitting, name, filed, came, translated }) => ({
      version,
      revision,
      savedAt,
      day,
      sitting,
      name,
      filed,
      came,
      translated,
    }));
  }

  /** The stored entry of a version. */
  entry(version: number): VersionEntry | null {
    return this.kept.get(version)?.entry ?? null;
  }

  rough(version: number): DocJson | null {
    const entry = this.entry(version);
    if (!entry) return null;
    const content: Block[] = [];
    for (const [first, length] of entry.runs) {
      for (let number = first; number < first + length; number++) {
        const block = this.blocks.get(number);
        if (!block) return null;
        content.push(block);
      }
    }
    return { type: 'doc', attrs: entry.attrs, content } as unknown as DocJson;
  }

  /** Does ahead what is long about taking a long article in, and gives others their turn every few milliseconds. */
  async readAhead(article: Article): Promise<void> {
    let since = performance.now();
    for (const block of article.doc.content) {
      if (this.seen.has(block) || hashes.has(block)) continue;
      hashOf(block);
      if (performance.now() - since < SLICE_MS) continue;
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
  }

  /** Takes an article in as its next version and gives the entry to write; null when it is the same as the newest. */
  next({ article, ...facts }: NewVersion): VersionEntry | null {
    const blocks: VersionEntry['blocks'] = [];
    const runs: [number, number][] = [];
    for (const block of article.doc.content as unknown as Block[]) {
      const number = this.numberOf(block, blocks);
      const run = runs.at(-1);
      if (run && run[0] + run[1] === number) run[1]++;
      else runs.push([number, 1]);
    }
    const last = this.entries.at(-1);
    const attrs = article.doc.attrs as unknown as VersionEntry['attrs'];
    if (last && blocks.length === 0 && isEqual(last.runs, runs) && isEqual(last.attrs, attrs)) return null;
    return { version: this.nextVersion, ...envelopeOf(article), ...facts, attrs, runs, blocks };
  }

  /** The newest version's number; 0 for none. */
  get newest(): number {
    return this.entries.at(-1)?.version ?? 0;
  }

  add(entry: VersionEntry, line: string): void {
    this.kept.set(entry.version, { entry, line });
    this.nextVersion = Math.max(this.nextVersion, entry.version + 1);
    for (const [number, block] of entry.blocks) {
      this.blocks.set(number, block);
      this.numbers.set(hashOf(block), number);
      this.seen.set(block, number);
      this.nextBlock = Math.max(this.nextBlock, number + 1);
    }
  }

  note({ noted, ...note }: NoteEntry): void {
    const kept = this.kept.get(noted);
    if (kept) this.kept.set(noted, { entry: { ...kept.entry, ...note }, line: null });
  }

  /** The file without the versions that are let go; null when that is not worth a rewrite. Blocks keep their numbers, so damaged lines keep their meaning. */
  async thinned(worth: number): Promise<string | null> {
    const { versions } = this;
    const keep = thin(versions);
    if (versions.length - keep.length < worth) return null;
    return asText([...(await this.linesOf(keep)), ...this.damaged]);
  }

  /** How many versions hold words that `strike` takes out. */
  holding(strike: Strike): number {
    const blocks = new Set([...this.blocks].flatMap(([number, block]) => (strike(block).count > 0 ? [number] : [])));
    return this.entries.filter(
      ({ attrs, name, filed, runs }) =>
        strike([attrs, name, filed]).count > 0 ||
        [...blocks].some((number) => runs.some(([first, length]) => number >= first && number < first + length)),
    ).length;
  }

  /** The file with the words taken out, without what is damaged and without the versions that `isWhole` does not know as articles then. */
  async struck(strike: Strike, isWhole: (version: number, record: HistoryRecord) => boolean): Promise<string> {
    const clean = new HistoryRecord();
    for (const entry of this.entries) {
      const blocks = entry.blocks.map(([number, block]): VersionEntry['blocks'][number] => [number, strike(block).value]);
      const [attrs, name, filed] = strike([entry.attrs, entry.name, entry.filed] as const).value;
      clean.add({ ...entry, attrs, name, filed, blocks }, '');
    }
    for (const kept of clean.kept.values()) kept.line = null;
    return asText(await clean.linesOf(clean.versions.filter(({ version }) => isWhole(version, clean))));
  }

  /** These versions as lines; each block in the first that needs it, under its number. */
  private async linesOf(keep: readonly Version[]): Promise<string[]> {
    const written = new Set<number>();
    const lines: string[] = [];
    for (const { version } of keep) {
      const kept = this.kept.get(version);
      if (!kept) continue;
      const blocks: VersionEntry['blocks'] = [];
      for (const [first, length] of kept.entry.runs) {
        for (let number = first; number < first + length; number++) {
          const block = this.blocks.get(number);
          if (!block || written.has(number)) continue;
          written.add(number);
          blocks.push([number, block]);
        }
      }
      const same = kept.line !== null && isEqual(numbersOf(kept.entry.blocks), numbersOf(blocks));
      lines.push(same && kept.line !== null ? kept.line : await writeLine({ ...kept.entry, blocks }));
    }
    return lines;
  }

  private get entries(): VersionEntry[] {
    return [...this.kept.values()].map(({ entry }) => entry).sort((one, other) => one.version - other.version);
  }

  private numberOf(block: Block, fresh: VersionEntry['blocks']): number {
    const seen = this.seen.get(block);
    if (seen !== undefined) return seen;
    const hash = hashOf(block);
    let number = this.numbers.get(hash);
    if (number === undefined) {
      number = this.nextBlock++;
      fresh.push([number, block]);
      this.numbers.set(hash, number);
    }
    this.seen.set(block, number);
    return number;
  }
}

const envelopeOf = ({ revision, schema, createdAt, editedAt }: Article) => ({ revision, schema, createdAt, savedAt: editedAt });
const numbersOf = (blocks: VersionEntry['blocks']): number[] => blocks.map(([number]) => number);
const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
