import { ARTICLE_SCHEMA } from '../../core/article/article';
import { migrateArticle } from '../../core/article/articleMigrations';
import type { DocJson } from '../../core/document/json';
import { StetError } from '../../core/errors';
import { parseArticle } from './articleFile';
import type { HistoryRecord } from './historyRecord';

/** A version's document, migrated and through the gate. Errors: those of `HistoryStore.document`. */
export function documentOf(id: string, version: number, record: HistoryRecord): DocJson {
  const entry = record.entry(version);
  if (!entry) throw missing();
  if (entry.schema > ARTICLE_SCHEMA) throw newer();
  const doc = record.rough(version);
  if (!doc) throw unreadable();
  const { revision, schema, createdAt, savedAt } = entry;
  const envelope = { id, revision, schema, createdAt, editedAt: savedAt, trashedAt: null };
  try {
    return parseArticle(migrateArticle({ ...envelope, doc: structuredClone(doc) }, schema)).doc;
  } catch (cause) {
    throw unreadable(cause);
  }
}

export const missing = () =>
  new StetError('history/missing', 'This version is not in the history any more. Look at the ones beside it.');
const unreadable = (cause?: unknown) =>
  new StetError(
    'history/unreadable',
    'This version is damaged on the disk and cannot be shown. The article and its other versions are not touched by that.',
    {},
    { cause },
  );
export const newer = () =>
  new StetError('history/newer', 'This history was written by a newer Stet. Open it with that one; nothing in it was changed.');
