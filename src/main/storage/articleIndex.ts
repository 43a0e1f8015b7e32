import * as v from 'valibot';
import { articleId, statuses } from '../../core/article/fields';
import type { Article } from '../../core/article/article';
import { summarise, type ArticleSummary } from '../../core/article/summary';
import { quotedIn, type QuotedWords } from '../../core/quotes/quotedWords';
import { checkStates } from '../../core/quotes/wording';
import type { FileStamp, FileSystem } from './fileSystem';
import { writeDurably } from './writeDurably';

/** Raised whenever `ArticleSummary` or `QuotedWords` changes: an index of another schema is built anew. */
export const INDEX_SCHEMA = 3;

/** What is known of one article, and of the file when that was learnt. */
export interface Entry {
  file: FileStamp;
  summary: ArticleSummary;
  quoted: readonly QuotedWords[];
}

/** What the index keeps of an article. */
export const entryOf = (article: Article, file: FileStamp): Entry => ({
  file,
  summary: summarise(article),
  quoted: quotedIn(article.doc),
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const summary: v.GenericSchema<unknown, ArticleSummary> = v.strictObject({
  id: articleId,
  revision: count,
  createdAt: v.number(),
  editedAt: v.number(),
  trashedAt: v.nullable(v.number()),
  slug: v.string(),
  kicker: v.string(),
  headline: v.string(),
  opening: v.string(),
  section: v.array(v.string()),
  tags: v.array(v.string()),
  language: v.string(),
  status: v.picklist(statuses),
  words: count,
  people: v.array(v.strictObject({ name: v.string(), role: v.nullable(v.string()) })),
});
const quoted = v.array(
  v.strictObject({ name: v.string(), role: v.nullable(v.string()), words: v.string(), state: v.picklist(checkStates) }),
);
const line = v.union([
  v.strictObject({ file: v.strictObject({ size: v.number(), modified: v.number() }), summary, quoted }),
  v.strictObject({ gone: articleId }),
]);

const HEAD = JSON.stringify({ stet: { kind: 'index', schema: INDEX_SCHEMA } });
const written = (entry: Entry): string => `${JSON.stringify(entry)}\n`;

/**
 * The summaries of all articles: a map in memory, and beside it a file of lines that only ever grows, so that a save costs
 * one line however many articles there are. The file is a cache: never waited for, never fsynced while saving, and
 * whatever is wrong with it costs only reading the articles again.
 */
export class ArticleIndex {
  /** Resolves when all lines so far have been handed to the file system or given up. */
  private writing: Promise<void> = Promise.resolve();
  private pending: string[] = [];
  private usable = true;

  private constructor(
    private readonly fs: FileSystem,
    private readonly path: string,
    private readonly writable: boolean,
    readonly entries: Map<string, Entry>,
    /** False when there was no index to trust: the articles have to be read before the list is known. */
    readonly found: boolean,
    private wasteful: boolean,
  ) {}

  /** Never fails: an index that cannot be read is an empty one that was not `found`. */
  static async open(fs: FileSystem, path: string, writable: boolean): Promise<ArticleIndex> {
    let text: string;
    try {
      text = new TextDecoder().decode(await fs.read(path));
    } catch {
      // Missing or unreadable: either way the articles themselves tell.
      return new ArticleIndex(fs, path, writable, new Map(), false, true);
    }
    const lines = text.split('\n');
    if (lines.shift() !== HEAD) return new ArticleIndex(fs, path, writable, new Map(), false, true);
    // Without its line feed the last line may be torn.
    const torn = lines.pop() !== '';
    const { entries, bad } = replay(lines);
    return new ArticleIndex(fs, path, writable, entries, true, torn || bad || lines.length > 2 * entries.size + 100);
  }

  set(id: string, entry: Entry): void {
    this.entries.set(id, entry);
    this.append(written(entry));
  }

  delete(id: string): void {
    if (this.entries.delete(id)) this.append(`${JSON.stringify({ gone: id })}\n`);
  }

  /** Writes the file anew, so that nothing of what was deleted stands in it. */
  async rewrite(): Promise<void> {
    this.wasteful = true;
    await this.compact();
  }

  /** Writes the file anew, one line an article, when it holds too much that is superseded or anything bad. */
  async compact(): Promise<void> {
    if (!this.wasteful || !this.writable) return;
    this.wasteful = false;
    await this.inTurn(async () => {
      this.pending = []; // already in `entries`
      await writeDurably(this.fs, this.path, `${HEAD}\n${[...this.entries.values()].map(written).join('')}`);
    });
  }

  /** Waits until the lines so far are written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private append(text: string): void {
    // Before the first compaction a bad file would only get worse; compaction writes all entries.
    if (!this.writable || this.wasteful) return;
    this.pending.push(text);
    if (this.pending.length > 1) return;
    void this.inTurn(async () => {
      const bytes = Buffer.from(this.pending.join(''));
      this.pending = [];
      if (bytes.length === 0) return;
      const file = await this.fs.append(this.path);
      try {
        for (let at = 0; at < bytes.length;) at += await file.write(bytes, at);
      } finally {
        await file.close();
      }
    });
  }

  private inTurn(task: () => Promise<void>): Promise<void> {
    this.writing = this.writing.then(async () => {
      if (!this.usable) return;
      try {
        await task();
      } catch {
        // The articles are safe. What the file lacks is found by size and time when the library is next opened.
        this.usable = false;
      }
    });
    return this.writing;
  }
}

function replay(lines: readonly string[]): { entries: Map<string, Entry>; bad: boolean } {
  const entries = new Map<string, Entry>();
  let bad = false;
  for (const text of lines) {
    const parsed = v.safeParse(line, parseLine(text));
    if (!parsed.success) bad = true;
    else if ('gone' in parsed.output) entries.delete(parsed.output.gone);
    else entries.set(parsed.output.summary.id, parsed.output);
  }
  return { entries, bad };
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a damaged line, which the caller counts
  }
}
