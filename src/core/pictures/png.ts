import { orientationIn } from './exif';
import { ByteReader, DamagedPicture, type ParsedPicture } from './parsedPicture';

const SIGNATURE_BYTES = 8;
/** Chunks that draw or colour (PNG, third edition, section 11); text, time, EXIF and everything unknown are not among them. */
const DRAWING: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'acTL', 'fcTL', 'fdAT'],
  ...['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI', 'sBIT', 'bKGD', 'pHYs'],
]);

/** A PNG file, animated or not, without any chunk that does not draw it and without what stands behind its end. Throws DamagedPicture. */
export function parsePng(bytes: Uint8Array): ParsedPicture {
  const reader = new ByteReader(bytes);
  const found: ParsedPicture = { width: 0, height: 0, orientation: 1, kept: [reader.take(SIGNATURE_BYTES)] };
  let drawn = false;
  for (let type = ''; type !== 'IEND';) {
    const from = reader.at;
    const length = reader.u32();
    type = reader.text(4);
    const body = reader.take(length);
    reader.take(4); // the checksum, which belongs to the chunk and stays as it is
    if (found.width === 0) {
      if (type !== 'IHDR') throw new DamagedPicture('no header');
      const header = new ByteReader(body);
      found.width = header.u32();
      found.height = header.u32();
    }
    drawn ||= type === 'IDAT';
    if (type === 'eXIf') found.orientation = orientationIn(body);
    if (DRAWING.has(type)) found.kept.push(bytes.subarray(from, reader.at));
  }
  if (!drawn) throw new DamagedPicture('nothing is drawn');
  return found;
}
