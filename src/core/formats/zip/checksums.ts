const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end of a zip may be followed by a comment of so many bytes (APPNOTE 4.3.16). */
const LONGEST_COMMENT = 65_535;
const UNKNOWN = 0xffffffff;

/**
 * The CRC-32 that a zip's table of contents gives for each of its entries, in order (APPNOTE 4.3.12): unpacking alone does not
 * notice a letter that was changed by a bad disk. Null where the table is of a kind that is not read here (zip64).
 */
export function checksumsOf(bytes: Uint8Array): number[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === UNKNOWN || count === 0xffff) return null;
  const sums: number[] = [];
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    sums.push(view.getUint32(at + 16, true));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - LONGEST_COMMENT; at--)
    if (view.getUint32(at, true) === END) return at;
  return null;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The CRC-32 of some bytes (ISO 3309), as zips have it. */
export function crc32(bytes: Uint8Array): number {
  let sum = UNKNOWN;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ UNKNOWN) >>> 0;
}
