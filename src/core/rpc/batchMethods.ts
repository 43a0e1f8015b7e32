import * as v from 'valibot';
import { articleId } from '../article/fields';
import { isAssetName } from '../article/picture';
import { limits, type BatchReport } from '../importing/batch';
import { answers } from './method';
import { formatId, packed, text } from './sources';

/** The path of a file in a batch; names no place on a disk. */
const batchPath = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

/** Many texts at once; a part of the contract. */
export const batchMethods = {
  /** Begins to take in many texts; nothing is in the library before `import.commit`. With `dryRun` nothing ever is. */
  'import.begin': answers<{ batch: string }>()(v.strictObject({ dryRun: v.boolean() })),
  /** Reads one text of a batch and answers which pictures it has beside it, and where it says that it stands on its site. One that cannot be read is no part of the batch. */
  'import.add': answers<{ pictures: readonly string[]; address: string | null }>()(
    v.strictObject({ batch: articleId, path: batchPath, text, packed, format: v.nullable(formatId) }),
  ),
  /**
   * Makes articles of all texts of a batch, with their pictures, links, translations and series: all of them or, when it fails or
   * is cancelled, none. Progress comes as events.
   */
  'import.commit': answers<BatchReport>()(
    v.strictObject({
      batch: articleId,
      pictures: v.pipe(
        v.array(
          v.strictObject({
            of: batchPath,
            name: v.pipe(v.string(), v.maxLength(500)),
            asset: v.pipe(v.string(), v.check(isAssetName)),
          }),
        ),
        v.maxLength(limits.files),
      ),
    }),
  ),
  /** Ends a batch, also while it is committed; nothing of it is in the library then. */
  'import.cancel': answers<null>()(v.strictObject({ batch: articleId })),
} as const;
