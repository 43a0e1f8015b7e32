import { placePictures, type FoundPicture } from '../../core/document/pictures';
import type { Imported } from '../../core/formats/format';
import { readPicture } from '../../core/pictures/readPicture';
import type { AssetStore } from '../../core/ports';

/** The pictures that came with a page, by the names that the page may have for them. Errors: those of `AssetStore.read`. */
export async function foundBeside(
  assets: AssetStore,
  pictures: readonly { name: string; asset: string }[],
): Promise<ReadonlyMap<string, FoundPicture>> {
  const found = new Map<string, FoundPicture>();
  for (const { name, asset } of pictures) {
    const { width, height } = readPicture(await assets.read(asset));
    found.set(name, { asset, width, height });
  }
  return found;
}

/** What was read, with the pictures that are at hand; of the others the writer is told. */
export function withPictures(imported: Imported, found: ReadonlyMap<string, FoundPicture>): Imported {
  const leftOut = [...imported.leftOut];
  // A window knows the files that it was given by their last name only.
  const find = (name: string) => found.get(name) ?? found.get(name.slice(name.lastIndexOf('/') + 1)) ?? null;
  const doc = placePictures(imported.doc, find, ({ alt, asset }) =>
    leftOut.push({
      line: null,
      text: alt.trim() === '' ? asset : alt,
      why: 'a picture whose file did not come with the page; caption and credit stay as words',
    }),
  );
  return { ...imported, doc, leftOut };
}
