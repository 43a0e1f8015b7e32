import { orientationIn } from './exif';
import { ByteReader, DamagedPicture, type ParsedPicture } from './parsedPicture';

/** Chunks that draw (WebP Container Specification); EXIF, XMP and everything unknown are not among them. */
const DRAWING: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const IN_FRAME: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH']);
const FRAME_HEADER_BYTES = 16;
const [EXIF_FLAG, XMP_FLAG] = [0x08, 0x04];

interface Chunk {
  type: string;
  body: Uint8Array;
}

/** A WebP file, animated or not, without any chunk that does not draw it; its header says so. Throws DamagedPicture. */
export function parseWebp(bytes: Uint8Array): ParsedPicture {
  const reader = new ByteReader(bytes);
  reader.take(4);
  const size = reader.u32(true);
  if (reader.text(4) !== 'WEBP') throw new DamagedPicture('no header');
  const found: ParsedPicture = { width: 0, height: 0, orientation: 1, kept: [] };
  const chunks = chunksIn(bytes.subarray(12, Math.min(bytes.length, size + 8)));
  for (const { type, body } of chunks) {
    if (type === 'EXIF') found.orientation = orientationIn(beginsWithExif(body) ? body.subarray(6) : body);
    if (!DRAWING.has(type)) continue;
    if (found.width === 0) sizeOf(type, body, found);
    const kept = type === 'VP8X' ? withoutFlags(body) : type === 'ANMF' ? frame(body) : body;
    found.kept.push(...written(type, kept));
  }
  if (!chunks.some(({ type }) => type === 'VP8 ' || type === 'VP8L' || type === 'ANMF'))
    throw new DamagedPicture('nothing is drawn');
  const length = found.kept.reduce((sum, part) => sum + part.length, 4);
  found.kept.unshift(header('RIFF', length), ascii('WEBP'));
  return found;
}

function chunksIn(bytes: Uint8Array): Chunk[] {
  const reader = new ByteReader(bytes);
  const chunks: Chunk[] = [];
  while (reader.left >= 8) {
    const type = reader.text(4);
    const length = reader.u32(true);
    const body = reader.take(length);
    if (length % 2 === 1 && reader.left > 0) reader.take(1);
    chunks.push({ type, body });
  }
  return chunks;
}

const beginsWithExif = (body: Uint8Array) => body.length > 6 && String.fromCharCode(...body.subarray(0, 4)) === 'Exif';
const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const header = (type: string, length: number) =>
  Uint8Array.of(...ascii(type), length & 0xff, (length >> 8) & 0xff, (length >> 16) & 0xff, length >>> 24);
const written = (type: string, body: Uint8Array): Uint8Array[] => [
  header(type, body.length),
  body,
  ...(body.length % 2 === 1 ? [new Uint8Array(1)] : []),
];

function withoutFlags(body: Uint8Array): Uint8Array {
  const plain = body.slice();
  plain[0] = (plain[0] ?? 0) & ~(EXIF_FLAG | XMP_FLAG);
  return plain;
}

/** A frame of an animation: its own header and what draws it. */
function frame(body: Uint8Array): Uint8Array {
  const inner = chunksIn(body.subarray(FRAME_HEADER_BYTES)).filter(({ type }) => IN_FRAME.has(type));
  const parts = [body.subarray(0, FRAME_HEADER_BYTES), ...inner.flatMap(({ type, body: data }) => written(type, data))];
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function sizeOf(type: string, body: Uint8Array, found: ParsedPicture): void {
  const reader = new ByteReader(body);
  if (type === 'VP8X') {
    reader.take(4);
    found.width = reader.u24le() + 1;
    found.height = reader.u24le() + 1;
  } else if (type === 'VP8L') {
    reader.u8();
    const bits = reader.u32(true);
    found.width = (bits & 0x3fff) + 1;
    found.height = ((bits >>> 14) & 0x3fff) + 1;
  } else if (type === 'VP8 ') {
    // RFC 6386 section 9.1: three bytes of tag, three of start code, then two times fourteen bits.
    reader.take(6);
    found.width = reader.u16(true) & 0x3fff;
    found.height = reader.u16(true) & 0x3fff;
  }
}
