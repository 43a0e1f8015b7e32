import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StetError } from '../errors';
import { MAX_PICTURE_BYTES, readPicture } from './readPicture';
import {
  animatedWebp,
  ascii,
  chunk,
  exifSegment,
  gif,
  gifExtension,
  jpeg,
  latin,
  png,
  riffChunk,
  segment,
  simpleWebp,
  tiff,
  webp,
} from './testing/files';

const CANARY = ascii('CANARY: 59.9 N, 10.7 E, Ana Reis');
const xmp = [...ascii('http://ns.adobe.com/xap/1.0/\0'), ...CANARY];

/** Each kind of file with everything in it that tells of its maker; all of them are turned. */
const loaded = {
  jpg: jpeg(
    [
      ...exifSegment(6),
      ...segment(0xe1, xmp),
      ...segment(0xe2, [...ascii('MPF\0'), ...CANARY]),
      ...segment(0xe2, [...ascii('ICC_PROFILE\0'), 1, 1, ...ascii('the colours')]),
      ...segment(0xed, [...ascii('Photoshop 3.0\0'), ...CANARY]),
      ...segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1]),
      ...segment(0xe0, [...ascii('JFXX\0'), ...CANARY]),
      ...segment(0xeb, CANARY),
      ...segment(0xfe, CANARY),
    ],
    [0xff, 0xd8, ...CANARY],
  ),
  png: png(
    [
      ...chunk('eXIf', tiff(6)),
      ...chunk('tEXt', CANARY),
      ...chunk('iTXt', CANARY),
      ...chunk('zTXt', CANARY),
      ...chunk('tIME', [7, 230, 1, 1, 1, 1, 1]),
      ...chunk('caNv', CANARY),
      ...chunk('iCCP', ascii('the colours')),
    ],
    CANARY,
  ),
  webp: webp([...riffChunk('EXIF', tiff(6, 'II')), ...riffChunk('XMP ', CANARY), ...riffChunk('cana', CANARY)], CANARY),
  gif: gif(
    [
      ...gifExtension(0xfe, latin(Uint8Array.from(CANARY))),
      ...gifExtension(0xff, 'XMP DataXMP', latin(Uint8Array.from(CANARY))),
      ...gifExtension(0xff, 'ICCRGBG1012', 'CANARY'),
      ...gifExtension(0x01, 'CANARY CANAR', 'CANARY'),
    ],
    CANARY,
  ),
} as const;
const plain = { jpg: jpeg(), png: png(), webp: webp(), gif: gif() } as const;
const kinds = Object.keys(loaded) as (keyof typeof loaded)[];

describe.each(kinds)('a %s', (type) => {
  test('is known by its content, with its size and how it is turned', () => {
    const { bytes, ...facts } = readPicture(loaded[type]);
    expect(facts).toEqual({ type, width: 48, height: 32, orientation: type === 'gif' ? 1 : 6 });
    expect(bytes.length).toBeLessThan(loaded[type].length);
  });

  test('keeps nothing that tells of its maker', () => {
    const kept = latin(readPicture(loaded[type]).bytes);
    expect(kept).not.toMatch(/CANA|Exif|EXIF|XMP|Photoshop|MPF|JFXX|RGB\u00ff/u);
  });

  test('keeps everything that draws it', () => {
    const kept = readPicture(loaded[type]).bytes;
    expect(latin(kept)).toContain({ jpg: 'the colours', png: 'the colours', webp: 'profile', gif: 'NETSCAPE2.0' }[type]);
    // What is left differs from a file that never had any metadata in nothing but the colour profile.
    expect(kept.length - readPicture(plain[type]).bytes.length).toBe({ jpg: 29 + 16, png: 23, webp: 0, gif: 0 }[type]);
  });

  test('comes through a second time as it is', () => {
    const once = readPicture(loaded[type]).bytes;
    expect(readPicture(once).bytes).toEqual(once);
    expect(readPicture(once).orientation).toBe(1);
  });

  test('that breaks off anywhere is refused, or is whole', () => {
    for (let length = 0; length < loaded[type].length; length++) {
      try {
        const { width, height } = readPicture(loaded[type].subarray(0, length));
        expect([width, height]).toEqual([48, 32]);
      } catch (error) {
        expect(error).toBeInstanceOf(StetError);
      }
    }
  });
});

test('whatever the bytes are, the answer is a picture without metadata or an error in words', () => {
  const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...kinds), flips, (type, changes) => {
      const bytes = loaded[type].slice();
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      try {
        const once = readPicture(bytes).bytes;
        expect(readPicture(once).bytes).toEqual(once);
      } catch (error) {
        if (!(error instanceof StetError)) throw error;
        expect(error.code).toMatch(/^pictures\//u);
      }
    }),
    { numRuns: 3000 },
  );
});

test('the scans of a progressive picture stay in their order, with the tables between them', () => {
  const kept = latin(readPicture(jpeg(exifSegment(1))).bytes);
  expect(kept.match(/\u00ff\u00da/gu)).toHaveLength(2);
  expect(kept.endsWith('\u0012\u00ff\u0000\u0034\u00ff\u00d0\u0056\u00ff\u00d9')).toBe(true);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is read in both byte orders', (orientation) => {
  for (const order of ['II', 'MM'] as const)
    expect(readPicture(jpeg(exifSegment(orientation, order))).orientation).toBe(orientation);
});

test('metadata that make no sense turn nothing', () => {
  expect(readPicture(jpeg(exifSegment(9))).orientation).toBe(1);
  expect(readPicture(jpeg(segment(0xe1, ascii('Exif\0\0II')))).orientation).toBe(1);
});

test('an animation keeps its frames, without what a frame carries beside its picture', () => {
  const { bytes, width } = readPicture(animatedWebp());
  expect(width).toBe(48);
  expect(latin(bytes)).toContain('ANMF');
  expect(latin(bytes)).not.toContain('CANARY');
});

test.each(['VP8 ', 'VP8L'] as const)('the simple form %s of WebP is read', (type) => {
  expect(readPicture(simpleWebp(type))).toMatchObject({ type: 'webp', width: 48, height: 32 });
});

test.each([
  ['a drawing', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'pictures/unknown-type'],
  ['a page', ascii('<!doctype html>'), 'pictures/unknown-type'],
  ['a HEIF', [0, 0, 0, 24, ...ascii('ftypheic')], 'pictures/unknown-type'],
  ['nothing', [], 'pictures/unknown-type'],
  ['a name only', [0xff, 0xd8, 0xff], 'pictures/damaged'],
  ['a sound in the same container', [...ascii('RIFF'), 4, 0, 0, 0, ...ascii('WAVE')], 'pictures/unknown-type'],
])('%s is refused', (_name, bytes, code) => {
  expect(() => readPicture(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code }));
});

test('a picture larger than a page should carry is refused before it is looked at', () => {
  expect(() => readPicture(new Uint8Array(MAX_PICTURE_BYTES + 1))).toThrow(
    expect.objectContaining({ code: 'pictures/too-large' }),
  );
  const vast = png().slice();
  vast.set([0, 1, 0x86, 0xa0], 16); // 100,000 pixels wide
  vast.set([0, 1, 0x86, 0xa0], 20);
  expect(() => readPicture(vast)).toThrow(expect.objectContaining({ code: 'pictures/too-large' }));
});
