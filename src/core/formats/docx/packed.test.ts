import { unzipSync, zipSync } from 'fflate/browser';
import { describe, expect, test } from 'vitest';
import { publicView } from '../../document/publicView';
import { figure, p, article } from '../../document/testing/builders';
import { fromBase64, toBase64 } from '../base64';
import { iceRoad } from '../html/testing/sample';
import { docxExporter } from './docxExporter';
import { docxImporter } from './docxImporter';
import { readXml } from './readXml';
import { foreignFile, par } from './testing/wordFile';
import { unpacked } from './unpacked';

const view = publicView(iceRoad);
const packed = (...[of, options]: Parameters<NonNullable<typeof docxExporter.pack>>): Uint8Array =>
  docxExporter.pack?.(of, options) ?? new Uint8Array();
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('the file', () => {
  const files = unzipSync(packed(view, { whole: true }));

  test('has the parts that a word processor asks for, each well-formed and of a declared type', () => {
    for (const name of [
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'word/styles.xml',
      'word/numbering.xml',
      'docProps/core.xml',
    ])
      expect(Object.keys(files)).toContain(name);
    for (const [name, bytes] of Object.entries(files)) {
      expect(() => readXml(text(bytes))).not.toThrow();
      if (name.endsWith('.xml') && !name.startsWith('['))
        expect(text(files['[Content_Types].xml'])).toContain(`PartName="/${name}"`);
    }
  });
  test('has nobody’s name, no tags and no time in its properties unless that was chosen', () => {
    const core = (metadata?: boolean): string =>
      text(unzipSync(packed(view, { whole: true, ...(metadata === undefined ? {} : { metadata }) }))['docProps/core.xml']);
    expect(core()).not.toMatch(/creator|keywords|category|created|modified|Solberg|freight/u);
    expect(core(false)).toBe(core());
    const chosen = core(true);
    expect(chosen).toContain('<dc:creator>Marit Solberg; Ode Ness</dc:creator>');
    expect(chosen).toContain('<cp:keywords>ice road; freight &amp; roads</cp:keywords>');
    expect(chosen).toContain('<cp:category>News › North</cp:category>');
    expect(chosen).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-02-03T08:30:00Z</dcterms:created>');
    expect(chosen).toContain('<dcterms:modified xsi:type="dcterms:W3CDTF">2026-02-03T15:05:00Z</dcterms:modified>');
    // What it says of the article itself is the same, and is read back the same.
    const back = (bytes: Uint8Array) => docxImporter.read(unpacked(bytes), { language: 'en', name: null, part: 'page' }).doc;
    expect(back(packed(view, { whole: true, metadata: true }))).toEqual(back(packed(view, { whole: true })));
  });
  test('names every style that it uses', () => {
    const used = [...text(files['word/document.xml']).matchAll(/w:(?:p|r|tbl)Style w:val="([^"]+)"/gu)].map(([, id]) => id);
    expect(used.length).toBeGreaterThan(20);
    for (const id of new Set(used)) expect(text(files['word/styles.xml'])).toContain(`w:styleId="${id ?? ''}"`);
  });
  test('tells of no author, company, revision or time', () => {
    const properties = text(files['docProps/core.xml']) + text(files['docProps/app.xml']);
    expect(properties).not.toMatch(/creator|lastModifiedBy|created|modified|revision|Company|TotalTime|AppVersion/u);
    // Midnight of 1980-01-01, as MS-DOS has it.
    expect([...packed(view, { whole: true }).subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });
  test('says the language, and a title for screen readers', () => {
    expect(text(files['word/styles.xml'])).toContain('<w:lang w:val="en-GB"');
    expect(text(files['docProps/core.xml'])).toContain('The ice road opens three weeks late');
  });
});

test('pictures stand inside, with what they show, and come out again', () => {
  const bytes = Uint8Array.from([1, 2, 3, 254, 255]);
  const inside = new Map([['ice-1.jpg', `data:image/jpeg;base64,${toBase64(bytes)}`]]);
  const shown = publicView(
    article({}, figure('ice-1.jpg', { alt: 'Ice & snow', caption: 'Thin.' }), p('Words.'), figure('ice-1.jpg')),
  );
  const file = packed(shown, { whole: true, inside });
  const { 'word/media/picture1.jpeg': picture, ...rest } = unzipSync(file);
  expect(picture).toEqual(bytes);
  expect(Object.keys(rest).filter((name) => name.includes('media'))).toEqual([]);
  expect(text(rest['word/document.xml'])).toContain('descr="Ice &amp; snow"');
  const { pictures = [] } = docxImporter.read(unpacked(file), { language: 'en', name: null, part: 'page' });
  expect(pictures.map(({ name, base64 }) => [name, fromBase64(base64)])).toEqual([['ice-1.jpg', bytes]]);
});

describe('a file from elsewhere', () => {
  test('in UTF-16 is read', () => {
    const files = unzipSync(foreignFile({ body: par(null, 'Eis') }));
    const xml = text(files['word/document.xml']).replace('UTF-8', 'UTF-16');
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...[...xml].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
    ]);
    expect(unpacked(zipSync({ ...files, 'word/document.xml': wide }))).toContain('Eis');
  });
  test.each([
    ['an old or locked one', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'import/unreadable'],
    ['half of one', foreignFile({ body: par(null, 'Eis') }).slice(0, 200), 'import/unreadable'],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 9 }), 'import/too-large'],
  ])('%s is refused', (_name, bytes, code) => {
    expect(() => unpacked(bytes)).toThrow(expect.objectContaining({ code }));
  });
  test('that says to be smaller than it is gives no more than it says', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(5_000_000) }, { level: 9 });
    const seen = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    // The sizes in the central directory, from which they are taken (PKWARE APPNOTE, section 4.3.12).
    for (let at = 0; at < bomb.length - 4; at++) if (seen.getUint32(at, true) === 0x02014b50) seen.setUint32(at + 24, 1000, true);
    const taken = (): number => {
      try {
        return unpacked(bomb).length;
      } catch (error) {
        expect(error).toMatchObject({ code: 'import/unreadable' });
        return 0;
      }
    };
    expect(taken()).toBeLessThan(3000);
  });
});

test('bytes survive base64', () => {
  for (const length of [0, 1, 2, 3, 4, 255, 10_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 37) & 255);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  }
  expect(() => fromBase64('a*b=')).toThrow(expect.objectContaining({ code: 'import/unreadable' }));
});
