import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import * as v from 'valibot';

/** Shape of the entries; raised when an older Stet could not read them. */
export const HISTORY_SCHEMA = 1;
/** More than any article may hold, so that a damaged length cannot fill the memory. */
const LARGEST_ENTRY = 256 * 1024 * 1024;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const filed = v.strictObject({
  at: v.number(),
  format: v.string(),
  where: v.optional(v.string()),
  file: v.optional(v.string()),
  sha256: v.optional(v.string()),
});

const versionEntry = v.strictObject({
  version: v.pipe(count, v.minValue(1)),
  revision: count,
  /** Of the article that was written: what its text is migrated from. */
  schema: v.pipe(count, v.minValue(1)),
  createdAt: v.number(),
  savedAt: v.number(),
  day: v.string(),
  sitting: count,
  name: v.nullable(v.string()),
  filed: v.nullable(filed),
  came: v.boolean(),
  translated: v.optional(v.boolean(), false),
  attrs: v.record(v.string(), v.unknown()),
  /** The document's children by number: each run is a first number and how many follow on. */
  runs: v.array(v.tuple([count, count])),
  /** Children that no earlier entry holds. */
  blocks: v.array(v.tuple([count, v.looseObject({ type: v.string() })])),
});
const noteEntry = v.strictObject({
  noted: count,
  name: v.optional(v.nullable(v.string())),
  filed: v.optional(filed),
  translated: v.optional(v.literal(true)),
});

export type VersionEntry = v.InferOutput<typeof versionEntry>;
export type NoteEntry = v.InferOutput<typeof noteEntry>;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
const LINE = /^(\d{1,9}) ([\w-]{22}) ([A-Za-z0-9+/=]+)$/u;
const checksumOf = (payload: string): string => createHash('sha256').update(payload).digest('base64url').slice(0, 22);

/** One entry as a line without its end: schema, checksum, and the JSON compressed (RFC 1951) in base 64. */
export async function writeLine(entry: VersionEntry | NoteEntry): Promise<string> {
  const payload = (await deflate(Buffer.from(JSON.stringify(entry)))).toString('base64');
  return `${HISTORY_SCHEMA} ${checksumOf(payload)} ${payload}`;
}

/** Lines as they stand in a file: a line feed on either side, so that each stands apart from whatever a power cut leaves before or behind it. */
export const asText = (lines: readonly string[]): string => lines.map((line) => `\n${line}\n`).join('');

export type ReadLine = { entry: VersionEntry } | { note: NoteEntry } | 'newer' | 'damaged';

/** The entry in a line. Never rejects: a line that is not whole is `damaged`. */
export async function readLine(line: string): Promise<ReadLine> {
  const [, schema, checksum, payload] = LINE.exec(line) ?? [];
  if (!schema || !payload || checksumOf(payload) !== checksum) return 'damaged';
  if (Number(schema) > HISTORY_SCHEMA) return 'newer';
  try {
    const json: unknown = JSON.parse(
      (await inflate(Buffer.from(payload, 'base64'), { maxOutputLength: LARGEST_ENTRY })).toString('utf8'),
    );
    return v.is(noteEntry, json) ? { note: json } : { entry: v.parse(versionEntry, json) };
  } catch {
    return 'damaged'; // told to the writer as a count; the line stays in the file
  }
}
