import { ByteReader } from './parsedPicture';

const ORIENTATION = 0x0112;
const SHORT = 3;
/** More entries than any camera writes. */
const MOST_ENTRIES = 1000;

/** How a TIFF header (the body of EXIF data) says that the picture is turned: 1 to 8; 1 when it does not say, or not in a way that can be read. */
export function orientationIn(tiff: Uint8Array): number {
  try {
    const reader = new ByteReader(tiff);
    const order = reader.text(2);
    if (order !== 'II' && order !== 'MM') return 1;
    const little = order === 'II';
    reader.u16(little);
    reader.at = reader.u32(little);
    const entries = Math.min(reader.u16(little), MOST_ENTRIES);
    for (let entry = 0; entry < entries; entry++) {
      const [tag, type] = [reader.u16(little), reader.u16(little)];
      reader.u32(little);
      const value = reader.u16(little);
      reader.u16(little);
      if (tag === ORIENTATION) return type === SHORT && value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // Damaged metadata turn nothing; browsers see it the same way.
  }
  return 1;
}
