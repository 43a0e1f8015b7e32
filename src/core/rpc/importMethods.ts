import * as v from 'valibot';
import { articleId, languageTag } from '../article/fields';
import { isAssetName } from '../article/picture';
import type { Imported, LeftOut } from '../formats/format';
import type { BlockJson } from '../document/json';
import type { ReturnedCopy } from '../returned/material';
import { answers } from './method';
import { formatId, packed, text } from './sources';

/** Pictures that lie beside a page: as the page names them, and in the library. */
const picturesBeside = v.optional(
  v.pipe(
    v.array(v.strictObject({ name: v.pipe(v.string(), v.maxLength(500)), asset: v.pipe(v.string(), v.check(isAssetName)) })),
    v.maxLength(1000),
  ),
);

/** Text from elsewhere: pages, pasted words, and copies that come back from a desk. */
export const importMethods = {
  /** Reads a page without making an article: for a paste or a drop into an empty one. */
  'import.page': answers<Imported>()(
    v.strictObject({
      text,
      packed,
      name: v.nullable(v.pipe(v.string(), v.maxLength(500))),
      format: v.nullable(formatId),
      pictures: picturesBeside,
    }),
  ),

  /** Reads pasted text without making an article: the blocks to insert. */
  'import.fragment': answers<{ blocks: readonly BlockJson[]; leftOut: readonly LeftOut[] }>()(
    v.strictObject({ text, format: formatId, language: languageTag }),
  ),

  /**
   * A copy that came back from a desk, beside the version of the article that it was made of (the filed one that it differs least
   * from, else the article as it stands). The copy becomes no article. Errors: `returned/format`, those of reading a file.
   */
  'returned.compare': answers<ReturnedCopy>()(
    v.strictObject({
      id: articleId,
      text,
      packed,
      name: v.nullable(v.pipe(v.string(), v.maxLength(500))),
      format: v.nullable(formatId),
    }),
  ),
} as const;
