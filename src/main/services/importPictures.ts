import { placePictures, type FoundPicture } from '../../core/document/pictures';
import { StetError } from '../../core/errors';
import { fromBase64 } from '../../core/formats/base64';
import { shownPicture } from '../../core/formats/beside';
import type { Imported, LeftOut } from '../../core/formats/format';
import { leadsOut } from '../../core/importing/pictureMap';
import { readPicture } from '../../core/pictures/readPicture';
import type { AssetStore } from '../../core/ports/assets';

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

/** The pictures that came inside a file, kept in the library; one that cannot be is refused with its reason. Errors: those of storage. */
export async function storedFromInside(
  assets: AssetStore,
  pictures: NonNullable<Imported['pictures']>,
): Promise<{ found: Map<string, FoundPicture>; refused: LeftOut[] }> {
  const found = new Map<string, FoundPicture>();
  const refused: LeftOut[] = [];
  for (const { name, base64 } of pictures) {
    try {
      found.set(name, await assets.put(fromBase64(base64)));
    } catch (error) {
      if (!(error instanceof StetError) || error.code.startsWith('storage/')) throw error;
      refused.push({ line: null, text: name, why: error.message });
    }
  }
  return { found, refused };
}

const NOT_THERE = 'a picture whose file did not come with the page; caption and credit stay as words';
const OUTSIDE = 'a picture outside of what was chosen, where Stet does not look; caption and credit stay as words';

/** What was read, with the pictures that are at hand; of the others the writer is told. `of` is its path among the files of a batch. */
export function withPictures(imported: Imported, found: ReadonlyMap<string, FoundPicture>, of = ''): Imported {
  const leftOut = [...imported.leftOut];
  // A window knows the files that it was given by their last name only.
  const find = (name: string) => found.get(name) ?? found.get(name.slice(name.lastIndexOf('/') + 1)) ?? null;
  const doc = placePictures(imported.doc, find, ({ alt, asset }) =>
    leftOut.push({
      line: null,
      text: alt.trim() === '' ? shownPicture(asset) : alt,
      why: leadsOut(of, asset) ? OUTSIDE : NOT_THERE,
    }),
  );
  return { ...imported, doc, leftOut };
}
