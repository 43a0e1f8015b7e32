import { isAssetName } from '../article/picture';

/** How links and pictures of a library are addressed where its articles go. */
export interface Resolver {
  /** The public address of an article of this library, or null when it has none or is not public. */
  addressOf(articleId: string): string | null;
  /** Its headline as the public may read it, or null when there is none or it may not be named. */
  headlineOf(articleId: string): string | null;
  /** The file beside the page that shows a picture, or null when there is none: its caption and credit then stand as words. */
  fileOf(asset: string): string | null;
}

/** No article of a library has an address, no picture of it a file: for texts that stand alone. */
export const nowhere: Resolver = {
  addressOf: () => null,
  headlineOf: () => null,
  fileOf: (asset) => (isAssetName(asset) ? null : asset),
};
