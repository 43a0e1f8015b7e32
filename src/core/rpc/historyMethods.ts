import * as v from 'valibot';
import { articleId, type FieldName } from '../article/fields';
import type { Version } from '../history/version';
import type { WordChange } from '../history/wordChange';
import type { DocJson } from '../document/json';
import { answers } from './method';
import { index } from './inputs';
import { formatId } from './sources';

/** How many exported articles are noted at once. */
export const FILINGS = 500;

/** What left the library, and in which revision of its article. */
const filing = v.strictObject({
  article: articleId,
  revision: index,
  filed: v.strictObject({
    at: v.number(),
    format: formatId,
    where: v.optional(v.pipe(v.string(), v.maxLength(1000))),
    file: v.optional(v.pipe(v.string(), v.maxLength(1000))),
    sha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))),
  }),
});

export type Filing = v.InferOutput<typeof filing>;

const versionName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** A version as the timeline shows it. */
export interface ListedVersion extends Version {
  /** Words that came and went since the version before it in the list; null for the first, and where blocks are lost. */
  words: WordChange | null;
  /** The same since the sitting before it. */
  sittingWords: WordChange | null;
  /** Fields that changed since the version before it. */
  fields: readonly FieldName[];
  /** False when it is damaged on the disk. */
  readable: boolean;
}

export interface ListedHistory {
  /** Those that a timeline shows, oldest first. */
  versions: readonly ListedVersion[];
  /** How many entries could not be read at all. */
  lost: number;
  /** True when a newer Stet wrote some of it: then nothing is added. */
  newer: boolean;
}

/** Kept versions of an article. */
export const historyMethods = {
  'history.list': answers<ListedHistory>()(v.strictObject({ id: articleId })),

  'history.read': answers<{ version: number; doc: DocJson }>()(v.strictObject({ id: articleId, version: index })),

  /** Names a version, or takes its name away. */
  'history.name': answers<null>()(v.strictObject({ id: articleId, version: index, name: v.nullable(versionName) })),

  /** Makes a version of the article as it stands, and names it if there is a name; durable when answered. */
  'history.keep': answers<{ version: number }>()(v.strictObject({ id: articleId, name: v.nullable(versionName) })),

  /**
   * Notes what was exported by a host that only read the library (the command line). Durable when answered; `unknown` are the articles
   * that are gone, or whose text of that revision is kept no more.
   */
  'history.filed': answers<{ unknown: readonly string[] }>()(
    v.strictObject({ filings: v.pipe(v.array(filing), v.maxLength(FILINGS)) }),
  ),
} as const;
