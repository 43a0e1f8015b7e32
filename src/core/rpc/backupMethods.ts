import * as v from 'valibot';
import { articleId } from '../article/fields';
import { answers } from './method';
import { nothing, handle } from './inputs';

const backupSource = v.strictObject({ folder: v.nullable(handle), name: v.pipe(v.string(), v.maxLength(255)) });

/** How the articles of a backup stand to those of the library, in numbers, and its series that the library can take. */
export interface BackupContents {
  /** ISO 8601. */
  madeAt: string;
  /** Not in the library. */
  missing: number;
  /** In the library, but in an earlier revision. */
  older: number;
  /** In the library as they are in the backup. */
  same: number;
  /** In the library in the same or a later revision, with other words: left as they are. */
  newer: number;
  series: number;
  /** Files of the backup that are damaged and left out. */
  damaged: number;
}

/** Archives of the library. */
export const backupMethods = {
  /**
   * Writes the library, or one article with its versions, into a folder as an archive, and reads it back before it says so.
   * Progress comes as events; `backup.cancel` ends it and leaves nothing behind.
   */
  'backup.make': answers<{ name: string; articles: number }>()(
    v.strictObject({ folder: handle, article: v.nullable(articleId) }),
  ),

  'backup.cancel': answers<null>()(nothing),

  /** The archives in a folder; without one, those that Stet made by itself. Newest first. */
  'backup.list': answers<readonly string[]>()(v.strictObject({ folder: v.nullable(handle) })),

  /** What restoring would do. */
  'backup.examine': answers<BackupContents>()(backupSource),

  /** Adds what the library lacks, brings older articles up to date, and replaces nothing that is newer here. */
  'backup.restore': answers<BackupContents>()(backupSource),
} as const;
