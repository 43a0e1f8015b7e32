import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { picturesIn } from '../../core/document/pictures';
import { StetError } from '../../core/errors';
import type { Imported, LeftOut } from '../../core/formats/format';
import { fromBase64 } from '../../core/formats/base64';
import { mediaTypes, readPicture, type PictureFile } from '../../core/pictures/readPicture';
import { withPictures } from '../services/importPictures';
import { isInside } from './batchSource';
import type { Io } from './command';

/** The folder in which a page's pictures lie; null for standard input. */
const beside = (file: string, io: Io): string | null => (file === '-' ? null : dirname(resolve(io.cwd, file)));

/** Pictures in a folder, read by their content and without metadata. What is no picture is refused with its reason; a file that is not there is simply not found. */
async function readPictures(
  names: readonly string[],
  folder: string,
): Promise<{ found: Map<string, PictureFile>; refused: LeftOut[] }> {
  const found = new Map<string, PictureFile>();
  const refused: LeftOut[] = [];
  for (const name of names) {
    // A name of this kind leads only downwards (`isPictureFile`); a link on the way may not.
    const full = join(folder, name);
    const bytes = (await isInside(full, folder)) ? await readFile(full).catch(() => null) : null;
    if (!bytes) continue;
    try {
      const picture = readPicture(bytes);
      if (picture.orientation === 1) found.set(name, picture);
      else
        refused.push({
          line: null,
          text: name,
          why: 'lies on its side in its file; save it upright, or import it in the window',
        });
    } catch (error) {
      if (!(error instanceof StetError)) throw error;
      refused.push({ line: null, text: name, why: error.message });
    }
  }
  return { found, refused };
}

/** An import without a library: its pictures under the names that they will have beside the page. */
export async function placedHere(
  imported: Imported,
  file: string,
  io: Io,
  { stem, kept }: { stem: string; kept: boolean },
): Promise<Omit<Imported, 'pictures'> & { pictures: ReadonlyMap<string, PictureFile> }> {
  const folder = beside(file, io);
  const names = folder === null || !kept ? [] : picturesIn(imported.doc);
  const { found, refused } = await readPictures(names, folder ?? '');
  for (const { name, base64 } of kept ? (imported.pictures ?? []) : []) found.set(name, readPicture(fromBase64(base64)));
  const pictures = new Map<string, PictureFile>();
  const placed = withPictures(
    imported,
    new Map(
      [...found].map(([name, picture], index) => {
        const asset = `${stem}-${index + 1}.${picture.type}`;
        pictures.set(asset, picture);
        return [name, { asset, width: picture.width, height: picture.height }];
      }),
    ),
  );
  return { ...placed, leftOut: [...placed.leftOut, ...refused], pictures };
}

/** Pictures as addresses that hold them (RFC 2397). */
export const insidePage = (pictures: ReadonlyMap<string, PictureFile>): Map<string, string> =>
  new Map(
    [...pictures].map(([name, { type, bytes }]) => [
      name,
      `data:${mediaTypes[type]};base64,${Buffer.from(bytes).toString('base64')}`,
    ]),
  );
