import * as v from 'valibot';
import { line } from './text';

/** One step of a relative path: no dot in front (so no `..`), nothing that a file system or an address gives a meaning to. */
const NAME =
  /^(?:[^\s./\\:*?"<>|#%\p{C}][^/\\:*?"<>|#%\p{C}]*\/)*[^\s./\\:*?"<>|#%\p{C}][^/\\:*?"<>|#%\p{C}]*\.(?:jpe?g|png|webp|gif)$/iu;
const STORED = /^[0-9a-f]{64}\.(?:jpg|png|webp|gif)$/u;

/** True for the name of a picture in the library: the SHA-256 of its bytes in hexadecimal, and what it is. */
export const isAssetName = (name: string): boolean => STORED.test(name);

/** True for a picture's file as a page may name it: relative, downwards only. */
export const isPictureFile = (name: string): boolean => name.length <= 250 && name.isWellFormed() && NAME.test(name);

/** The longest words of a picture, in UTF-16 units. */
export const MAX_ALT = 1000;
export const MAX_CAPTION = 2000;
export const MAX_CREDIT = 300;

const pixels = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)));

/**
 * A picture in an article. `asset` names its file: in the library by content (`isAssetName`), in a public view and in an
 * import that is not stored yet by the file beside the page. Width and height are the file's own, in pixels.
 */
export const pictureSpecs = {
  asset: v.pipe(v.string(), v.check(isPictureFile, 'must be the name of a picture file')),
  alt: line(MAX_ALT),
  caption: line(MAX_CAPTION),
  credit: line(MAX_CREDIT),
  width: pixels,
  height: pixels,
} as const;

export const picture = v.strictObject(pictureSpecs);
export type Picture = v.InferOutput<typeof picture>;
