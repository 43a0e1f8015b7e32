import { hash } from 'node:crypto';
import * as v from 'valibot';

export type Kind = 'article' | 'library' | 'session';

/** What stands before the data of a stored file. */
export interface Header {
  kind: Kind;
  /** Shape of the data. */
  schema: number;
  revision: number;
}

export type Opened =
  | {
      header: Header;
      data: unknown;
      /** True when the data is not what Stet wrote last: edited by another program. */
      edited: boolean;
      /** Of the data as it stands there. */
      checksum: string;
    }
  | { newer: number };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const header = v.strictObject({
  kind: v.picklist(['article', 'library', 'session']),
  schema: v.pipe(count, v.minValue(1)),
  revision: count,
  checksum: v.pipe(v.string(), v.regex(/^sha256-[A-Za-z0-9+/]{43}=$/u)),
});
const envelope = v.strictObject({ stet: header, data: v.unknown() });
/** All that a newer Stet has to keep so that this one knows to leave its file alone. */
const anyVersion = v.object({ stet: v.object({ kind: v.string(), schema: count }) });

export interface Sealed {
  bytes: Uint8Array;
  checksum: string;
}

const DATA = ',"data":';
const checksumOf = (text: string): string => `sha256-${hash('sha256', text, 'base64')}`;

/** A file's text: `{"stet":{kind,schema,revision,checksum},"data":…}`. The checksum is over the JSON text of the data. No line feed follows, so that every shorter text is no JSON. */
export function seal(head: Header, data: unknown): Sealed {
  const json = JSON.stringify(data);
  const checksum = checksumOf(json);
  const { kind, schema, revision } = head;
  return { bytes: Buffer.from(`{"stet":${JSON.stringify({ kind, schema, revision, checksum })}${DATA}${json}}`), checksum };
}

/** Reads a file's bytes. `newer` is its schema when that is above `schema`. Throws any error when it is not such a file. */
export function unseal(bytes: Uint8Array, kind: Kind, schema: number): Opened {
  // Fatal, or damaged bytes would become U+FFFD without a word.
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const json: unknown = JSON.parse(text);
  const found = v.parse(anyVersion, json).stet;
  if (found.kind !== kind) throw new TypeError('another kind of file');
  if (found.schema > schema) return { newer: found.schema };
  const { stet, data } = v.parse(envelope, json);
  const checksum = checksumOf(text.slice(text.indexOf(DATA) + DATA.length, -1));
  return { header: stet, data, edited: stet.checksum !== checksum, checksum };
}
