import { fromWire } from '../../core/errors';
import { readPicture } from '../../core/pictures/readPicture';
import type { StoredAsset } from '../../core/ports/assets';
import type { Connection } from '../rpc/connection';

/** What a file chooser offers first; what a file is, its content says. */
export const offeredPictures = 'image/jpeg,image/png,image/webp,image/gif';

/** True for a file that the platform takes for a picture of a kind that Stet may know. */
export const looksLikePicture = ({ type }: { type: string }): boolean => type.startsWith('image/') && !type.includes('svg');

/** The quality of a picture that is drawn anew because it lay on its side: no difference can be seen. */
const QUALITY = 0.92;

/**
 * Keeps a picture in the library: turned upright where its file says so, and without metadata.
 * Errors: those of `readPicture` and `AssetStore.put`, `host/gone`.
 */
export async function uploadPicture(connection: Pick<Connection, 'putPicture'>, file: Blob): Promise<StoredAsset> {
  const answer = await connection.putPicture(await prepared(file));
  if (!answer.ok) throw fromWire(answer.error);
  return answer.value as StoredAsset;
}

async function prepared(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, type, orientation } = readPicture(new Uint8Array(await file.arrayBuffer()));
  if (orientation === 1) return Uint8Array.from(bytes);
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  image.close();
  const drawn = await canvas.convertToBlob({
    type: type === 'png' ? 'image/png' : `image/${type === 'webp' ? 'webp' : 'jpeg'}`,
    quality: QUALITY,
  });
  return Uint8Array.from(readPicture(new Uint8Array(await drawn.arrayBuffer())).bytes);
}
