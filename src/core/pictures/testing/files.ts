/** Picture files for tests, byte by byte: right in their structure, with a picture too small to matter. */
export const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
export const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

const be16 = (value: number) => [value >> 8, value & 0xff];
const be32 = (value: number) => [...be16(value >>> 16), ...be16(value & 0xffff)];
const le16 = (value: number) => [value & 0xff, value >> 8];
const le32 = (value: number) => [...le16(value & 0xffff), ...le16(value >>> 16)];

/** A TIFF header that says how a picture is turned, with a maker's note behind it. */
export const tiff = (orientation: number, order: 'II' | 'MM' = 'MM'): number[] => {
  const [u16, u32] = order === 'II' ? [le16, le32] : [be16, be32];
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    ...u16(tag),
    ...u16(type),
    ...u32(count),
    ...value,
  ];
  return [
    ...ascii(order),
    ...u16(42),
    ...u32(8),
    ...u16(2),
    ...entry(0x010f, 2, 4, ascii('CANA')),
    ...entry(0x0112, 3, 1, [...u16(orientation), ...u16(0)]),
    ...u32(0),
    ...ascii('CANARY 59.9 N 10.7 E'),
  ];
};

export const segment = (marker: number, body: readonly number[]): number[] => [0xff, marker, ...be16(body.length + 2), ...body];
export const exifSegment = (orientation: number, order?: 'II' | 'MM') =>
  segment(0xe1, [...ascii('Exif\0\0'), ...tiff(orientation, order)]);

const scan = [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];

/** A JPEG of 48 × 32 pixels; `before` stands in front of its tables, `behind` after its end. */
export function jpeg(before: readonly number[] = [], behind: readonly number[] = []): Uint8Array {
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...ascii('JFIF\0'), 1, 2, 1, ...be16(72), ...be16(72), 1, 1, ...ascii('RGB')]),
    ...before,
    ...segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    ...segment(0xc0, [8, ...be16(32), ...be16(48), 1, 1, 0x11, 0]),
    ...segment(0xc4, [0, ...Array<number>(16).fill(0)]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...scan,
    ...segment(0xc4, [0x10, ...Array<number>(16).fill(0)]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...scan,
    ...[0xff, 0xd9],
    ...behind,
  ]);
}

export const chunk = (type: string, body: readonly number[]): number[] => [
  ...be32(body.length),
  ...ascii(type),
  ...body,
  ...[1, 2, 3, 4],
];

/** A PNG of 48 × 32 pixels; `extra` stands before its data. */
export const png = (extra: readonly number[] = [], behind: readonly number[] = []): Uint8Array =>
  Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...be32(48), ...be32(32), 8, 2, 0, 0, 0]),
    ...chunk('gAMA', be32(45_455)),
    ...extra,
    ...chunk('IDAT', [9, 9, 9]),
    ...chunk('IEND', []),
    ...behind,
  ]);

export const riffChunk = (type: string, body: readonly number[]): number[] => [
  ...ascii(type),
  ...le32(body.length),
  ...body,
  ...(body.length % 2 === 1 ? [0] : []),
];
const riff = (body: readonly number[]) => [...ascii('RIFF'), ...le32(body.length + 4), ...ascii('WEBP'), ...body];

/** A WebP of 48 × 32 pixels with an extended header that announces EXIF and XMP. */
export const webp = (extra: readonly number[] = [], behind: readonly number[] = []): Uint8Array =>
  Uint8Array.from([
    ...riff([
      ...riffChunk('VP8X', [0x2c, 0, 0, 0, 47, 0, 0, 31, 0, 0]),
      ...riffChunk('ICCP', ascii('profile')),
      ...riffChunk('VP8L', [0x2f, ...le32(47 | (31 << 14)), 7]),
      ...extra,
    ]),
    ...behind,
  ]);

/** An animated WebP whose only frame carries a chunk of its own. */
export const animatedWebp = (): Uint8Array =>
  Uint8Array.from(
    riff([
      ...riffChunk('VP8X', [0x02, 0, 0, 0, 47, 0, 0, 31, 0, 0]),
      ...riffChunk('ANIM', [0, 0, 0, 0, 0, 0]),
      ...riffChunk('ANMF', [
        ...Array<number>(16).fill(0),
        ...riffChunk('VP8L', [0x2f, ...le32(47 | (31 << 14)), 7]),
        ...riffChunk('note', ascii('CANARY')),
      ]),
    ]),
  );

/** A WebP in the simple form: `VP8 ` with its frame header, or `VP8L`. */
export const simpleWebp = (type: 'VP8 ' | 'VP8L'): Uint8Array =>
  Uint8Array.from(
    riff(
      riffChunk(
        type,
        type === 'VP8L' ? [0x2f, ...le32(47 | (31 << 14)), 7] : [0, 0, 0, 0x9d, 0x01, 0x2a, ...le16(48), ...le16(32), 5, 5],
      ),
    ),
  );

const subBlocks = (text: string) => [text.length, ...ascii(text), 0];
export const gifExtension = (label: number, ...blocks: string[]): number[] => [
  0x21,
  label,
  ...blocks.flatMap((text) => [text.length, ...ascii(text)]),
  0,
];

/** A GIF of 48 × 32 pixels, animated; `extra` stands before its image. */
export const gif = (extra: readonly number[] = [], behind: readonly number[] = []): Uint8Array =>
  Uint8Array.from([
    ...ascii('GIF89a'),
    ...le16(48),
    ...le16(32),
    ...[0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    ...gifExtension(0xff, 'NETSCAPE2.0', '\u0001\0\0'),
    ...extra,
    ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0],
    ...[0x2c, ...le16(0), ...le16(0), ...le16(48), ...le16(32), 0, 2],
    ...subBlocks('\u0044\u0001'),
    0x3b,
    ...behind,
  ]);
