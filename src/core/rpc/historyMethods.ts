import * as v from 'valibot';
import { articleId, type FieldName } from '../article/fields';
import type { Version } from '../history/version';
import type { WordChange } from '../history/wordChange';
import type { DocJson } from '../document/json';
import { answers } from './method';
import { index } from './inputs';

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
} as const;
