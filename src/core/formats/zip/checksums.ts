const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end of a zip may be followed by a comment of so many bytes (APPNOTE 4.3.16). */
const LONGEST_COMMENT = 65_535;
const UNKNOWN = 0xffffffff;

/** What the table of contents says of an entry beside its name. */
export interface TableEntry {
  /** CRC-32 of what is in it: unpacking alone does not notice a letter that was changed by a bad disk. */
  sum: number;
  /** A link of Unix: what is in it is the path that it leads to. */
  link: boolean;
}

/**
 * What a zip's table of contents (APPNOTE 4.3.12) says of each of its entries, in order. Null where the table is of a kind that
 * is not read here (zip64).
 */
export function tableOf(bytes: Uint8Array): TableEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === UNKNOWN || count === 0xffff) return null;
  const entries: TableEntry[] = [];
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    // Made by (4.4.2): 3 is Unix, whose mode stands in the upper half of the external attributes.
    const mode = view.getUint8(at + 5) === 3 ? view.getUint16(at + 40, true) : 0;
    entries.push({ sum: view.getUint32(at + 16, true), link: (mode & 0xf000) === 0xa000 });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
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
