import { StetError } from '../errors';
import { parseGif } from './gif';
import { parseJpeg } from './jpeg';
import { DamagedPicture, type ParsedPicture } from './parsedPicture';
import { parsePng } from './png';
import { parseWebp } from './webp';

/** Largest picture taken, in bytes. */
export const MAX_PICTURE_BYTES = 20_000_000;
/** More would not be decoded by every browser, and needs hundreds of megabytes while it is. */
const MAX_PIXELS = 120_000_000;

export type PictureType = 'jpg' | 'png' | 'webp' | 'gif';
export const mediaTypes: Readonly<Record<PictureType, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
};

/** The media type of a picture by its name in the library. */
export const mediaTypeOf = (asset: string): string => mediaTypes[asset.split('.').at(-1) as PictureType];

/** A picture as it may be kept. */
export interface PictureFile {
  type: PictureType;
  /** In pixels, before it is turned. */
  width: number;
  height: number;
  /** 1 when it is upright; 2 to 8 as in EXIF. */
  orientation: number;
  /** The same picture, bit for bit, without anything that does not draw it: metadata, thumbnails, comments, hidden pictures. */
  bytes: Uint8Array;
}

const readers: readonly [PictureType, readonly (number | null)[], (bytes: Uint8Array) => ParsedPicture][] = [
  ['jpg', [0xff, 0xd8, 0xff], parseJpeg],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], parsePng],
  ['webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50], parseWebp],
  ['gif', [0x47, 0x49, 0x46, 0x38], parseGif],
];

/**
 * Reads a picture by its content, whatever it is called. Decodes nothing.
 * Errors: `pictures/unknown-type`, `pictures/damaged`, `pictures/too-large`.
 */
export function readPicture(bytes: Uint8Array): PictureFile {
  if (bytes.length > MAX_PICTURE_BYTES) throw tooLarge();
  const found = readers.find(([, magic]) => magic.every((byte, index) => byte === null || bytes[index] === byte));
  if (!found)
    throw new StetError(
      'pictures/unknown-type',
      'This is no picture that every browser shows. Stet takes JPEG, PNG, WebP and GIF; save it as one of these first.',
    );
  const [type, , parse] = found;
  const { width, height, orientation, kept } = parsed(bytes, parse);
  if (width === 0 || height === 0) throw damaged();
  if (width * height > MAX_PIXELS) throw tooLarge();
  return { type, width, height, orientation, bytes: joined(kept) };
}

function parsed(bytes: Uint8Array, parse: (bytes: Uint8Array) => ParsedPicture): ParsedPicture {
  try {
    return parse(bytes);
  } catch (error) {
    if (error instanceof DamagedPicture) throw damaged(error);
    throw error;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const damaged = (cause?: unknown) =>
  new StetError(
    'pictures/damaged',
    'This picture’s file is damaged or not complete. Get it once more, or open it elsewhere and save it again.',
    {},
    { cause },
  );
const tooLarge = () =>
  new StetError(
    'pictures/too-large',
    'This picture is larger than a page should carry (20 MB, or 120 million pixels). Make it smaller first.',
    { limit: MAX_PICTURE_BYTES },
  );
