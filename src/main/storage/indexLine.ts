import * as v from 'valibot';
import { articleId, statuses } from '../../core/article/fields';
import type { ArticleSummary } from '../../core/article/summary';
import type { QuotedWords } from '../../core/quotes/quotedWords';
import { checkStates } from '../../core/quotes/wording';
import type { FileStamp } from './fileSystem';

/** What is known of one article, and of the file when that was learnt. */
export interface Entry {
  file: FileStamp;
  summary: ArticleSummary;
  quoted: readonly QuotedWords[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const summary: v.GenericSchema<ArticleSummary> = v.strictObject({
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
const entry: v.GenericSchema<Entry> = v.strictObject({
  file: v.strictObject({ size: v.number(), modified: v.number() }),
  summary,
  quoted,
});
const gone = v.strictObject({ gone: articleId });

/** An entry's line, with its line feed. */
export const writtenEntry = (entry: Entry): string => `${JSON.stringify(entry)}\n`;
/** The line that takes an entry away. */
export const writtenGone = (id: string): string => `${JSON.stringify({ gone: id })}\n`;

/** The entry, or the id of one that is gone, that a line holds; null for a damaged line. */
export function readLine(text: string): Entry | string | null {
  const parsed = parsedJson(text);
  if (v.is(gone, parsed)) return parsed.gone;
  // What JSON made is kept, not the copy that a parse would make: it takes half the room.
  return v.is(entry, parsed) ? parsed : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a damaged line, which the caller counts
  }
}

/** What the first characters of an entry's line say. */
export interface Beginning {
  id: string;
  editedAt: number;
  trashed: boolean;
}

/** How every line begins that `writtenEntry` makes. */
const BEGINNING =
  /^\{"file":\{"size":\d+,"modified":[\d.]+\},"summary":\{"id":"([a-z0-9]+)","revision":\d+,"createdAt":[-\d.]+,"editedAt":([-\d.]+),"trashedAt":(null)?/u;
/** Longer than any such beginning; bytes. */
const LONGEST = 220;
const FILE = /^\{"file":(\{[^}]*\})/u;

const beginning = (bytes: Buffer, from: number): string => bytes.toString('latin1', from, from + LONGEST);

/**
 * What the line of an entry that begins at `from` says at first; null where it does not begin as `writtenEntry` writes. As little as
 * can be: the first screen of a library waits for this of all lines.
 */
export function beginningOf(bytes: Buffer, from: number): Beginning | null {
  const found = BEGINNING.exec(beginning(bytes, from));
  return found && { id: found[1] ?? '', editedAt: Number(found[2]), trashed: found[3] === undefined };
}

/** By what the file was known, out of a line of which `beginningOf` gave something. */
export const fileIn = (bytes: Buffer, from: number): FileStamp | null =>
  parsedJson(FILE.exec(beginning(bytes, from))?.[1] ?? '') as FileStamp | null;
