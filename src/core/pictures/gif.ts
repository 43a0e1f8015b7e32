import { ByteReader, DamagedPicture, type ParsedPicture } from './parsedPicture';

const [IMAGE, EXTENSION, TRAILER] = [0x2c, 0x21, 0x3b];
const [CONTROL, APPLICATION] = [0xf9, 0xff];
/** Application extensions that every browser obeys: how often an animation runs. */
const LOOPING: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** A GIF file (GIF89a) without comments, plain text, application data (XMP, ICC) and what stands behind its end. Throws DamagedPicture. */
export function parseGif(bytes: Uint8Array): ParsedPicture {
  const reader = new ByteReader(bytes);
  reader.take(6);
  const [width, height] = [reader.u16(true), reader.u16(true)];
  const flags = reader.u8();
  reader.take(2 + tableBytes(flags));
  const found: ParsedPicture = { width, height, orientation: 1, kept: [bytes.subarray(0, reader.at)] };
  let drawn = false;
  for (;;) {
    const from = reader.at;
    const sign = reader.u8();
    if (sign === TRAILER) break;
    if (sign === IMAGE) {
      reader.take(8);
      reader.take(tableBytes(reader.u8()) + 1);
      passBlocks(reader);
      found.kept.push(bytes.subarray(from, reader.at));
      drawn = true;
    } else if (sign === EXTENSION) {
      const label = reader.u8();
      const looping = label === APPLICATION && isLooping(reader);
      passBlocks(reader);
      // How the next image is shown. One that belongs to plain text, which no program draws, does no harm to the image after it.
      if (label === CONTROL || looping) found.kept.push(bytes.subarray(from, reader.at));
    } else throw new DamagedPicture('neither an image nor an extension');
  }
  if (!drawn) throw new DamagedPicture('nothing is drawn');
  found.kept.push(Uint8Array.of(TRAILER));
  return found;
}

/** Bytes of the colour table that the flags announce. */
const tableBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1));

/** Looks, without moving on. */
function isLooping(reader: ByteReader): boolean {
  const { at } = reader;
  const length = reader.u8();
  const name = length === 11 ? reader.text(11) : '';
  reader.at = at;
  return LOOPING.has(name);
}

function passBlocks(reader: ByteReader): void {
  for (let length = reader.u8(); length > 0; length = reader.u8()) reader.take(length);
}
