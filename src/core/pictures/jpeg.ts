import { orientationIn } from './exif';
import { ByteReader, DamagedPicture, type ParsedPicture } from './parsedPicture';

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, COM, TEM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xfe, 0x01];

// Start of frame: all but the markers among them that define tables (ITU-T T.81, table B.1).
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
const beginsWith = (body: Uint8Array, name: string) =>
  body.length >= name.length && [...name].every((letter, index) => body[index] === letter.charCodeAt(0));

/**
 * A JPEG file (ITU-T T.81, annex B). Kept: frames, tables and scans, the JFIF density without its thumbnail, colour profile
 * (ICC) and Adobe’s colour transform. Gone: every other application segment (EXIF, XMP, IPTC, thumbnails, depth maps), comments,
 * and whatever stands behind the end, such as further pictures (MPF) and films. Throws DamagedPicture.
 */
export function parseJpeg(bytes: Uint8Array): ParsedPicture {
  const reader = new ByteReader(bytes);
  const found: ParsedPicture = { width: 0, height: 0, orientation: 1, kept: [] };
  if (reader.u8() !== 0xff || reader.u8() !== SOI) throw new DamagedPicture('no start of image');
  found.kept.push(bytes.subarray(0, 2));
  let scans = 0;
  for (;;) {
    const marker = nextMarker(reader);
    if (marker === EOI) break;
    if (isRestart(marker) || marker === TEM || marker === SOI) continue;
    const from = reader.at - 2;
    const body = reader.take(reader.u16() - 2);
    if (marker === APP1 && beginsWith(body, 'Exif\0')) found.orientation = orientationIn(body.subarray(6));
    if (isFrame(marker)) {
      const frame = new ByteReader(body);
      frame.u8();
      const [height, width] = [frame.u16(), frame.u16()];
      found.height = height;
      found.width = width;
    }
    const segment = keptSegment(marker, bytes.subarray(from, reader.at), body);
    if (segment) found.kept.push(segment);
    if (marker === SOS) {
      scans++;
      found.kept.push(scanData(reader));
    }
  }
  if (scans === 0) throw new DamagedPicture('nothing is drawn');
  found.kept.push(Uint8Array.of(0xff, EOI));
  return found;
}

/** Any number of 0xFF may stand before a marker. */
function nextMarker(reader: ByteReader): number {
  if (reader.u8() !== 0xff) throw new DamagedPicture('no marker where one must be');
  let marker = reader.u8();
  while (marker === 0xff) marker = reader.u8();
  return marker;
}

function keptSegment(marker: number, segment: Uint8Array, body: Uint8Array): Uint8Array | null {
  if (marker === APP0) return beginsWith(body, 'JFIF\0') && body.length >= 14 ? withoutThumbnail(body) : null;
  if (marker === APP2) return beginsWith(body, 'ICC_PROFILE\0') ? normal(marker, body) : null;
  if (marker === APP14) return beginsWith(body, 'Adobe') ? normal(marker, body) : null;
  return (marker >= APP0 && marker <= 0xef) || marker === COM
    ? null
    : normal(marker, segment.subarray(segment.length - body.length));
}

const withoutThumbnail = (body: Uint8Array): Uint8Array => {
  const plain = body.slice(0, 14);
  plain[12] = 0;
  plain[13] = 0;
  return normal(APP0, plain);
};

function normal(marker: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2;
  const segment = new Uint8Array(length + 2);
  segment.set([0xff, marker, length >> 8, length & 0xff]);
  segment.set(body, 4);
  return segment;
}

/** Coded data up to the next marker that is neither a restart nor a stuffed 0xFF. */
function scanData(reader: ByteReader): Uint8Array {
  const { bytes } = reader;
  const from = reader.at;
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next === 0 || next === 0xff || isRestart(next)) continue;
    reader.at = at;
    return bytes.subarray(from, at);
  }
  throw new DamagedPicture('the picture has no end');
}
