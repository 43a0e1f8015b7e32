import type { DocJson } from '../../core/document/json';
import { picturesIn } from '../../core/document/pictures';
import { pictureFiles } from '../../core/formats/pictureFiles';
import { mediaTypeOf } from '../../core/pictures/readPicture';
import type { AssetStore } from '../../core/ports/assets';

/** The files that the pictures of a page become beside `file`, by their names in the library, in the order of the page. */
export const picturesBeside = (file: string, doc: DocJson): Map<string, string> =>
  pictureFiles(file.replace(/\.[^.]*$/u, ''), picturesIn(doc));

/** The pictures of a page as addresses that hold them (RFC 2397), by file name. Errors: `pictures/missing`, `storage/failed`. */
export async function picturesInside(assets: AssetStore, pictures: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const inside = new Map<string, string>();
  for (const [asset, file] of pictures) {
    const bytes = Buffer.from(await assets.read(asset));
    inside.set(file, `data:${mediaTypeOf(asset)};base64,${bytes.toString('base64')}`);
  }
  return inside;
}

/** The same addresses cut short, for a text that a person looks at. */
export const shortened = (inside: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...inside].map(([file, address]) => [file, `${address.slice(0, address.indexOf(',') + 1)}…`]));
