import { expect, test } from 'vitest';
import { drawingIn } from './drawingIn';
import { readXml } from './readXml';
import type { WordPackage } from './wordPackage';

const pack = {
  picture: (id: string | undefined) => (id === 'rId7' ? { file: 'media/image1.png', base64: 'AAAA' } : null),
} as Pick<WordPackage, 'picture'> as WordPackage;
const OFFICE = 'http://schemas.openxmlformats.org';
const names = {
  w: `${OFFICE}/wordprocessingml/2006/main`,
  wp: `${OFFICE}/drawingml/2006/wordprocessingDrawing`,
  a: `${OFFICE}/drawingml/2006/main`,
  pic: `${OFFICE}/drawingml/2006/picture`,
  r: `${OFFICE}/officeDocument/2006/relationships`,
  v: 'urn:schemas-microsoft-com:vml',
};
const drawing = (blip: string) => {
  const spaces = Object.entries(names).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return readXml(
    `<w:drawing ${spaces.join(' ')}><wp:docPr descr="A quay"/><pic:cNvPr name="ice-road-1.png"/>${blip}</w:drawing>`,
  );
};

test('a picture comes with its file and the words for those who cannot see it', () => {
  const picture = { file: 'media/image1.png', alt: 'A quay', base64: 'AAAA' };
  expect(drawingIn(drawing('<a:blip r:embed="rId7"/>'), pack, false)).toEqual({ name: 'media/image1.png', ...picture });
  expect(drawingIn(drawing('<v:imagedata r:id="rId7"/>'), pack, false)).toEqual({ name: 'media/image1.png', ...picture });
});

test('only in a document of Stet’s is the name in it the one that the article knows', () => {
  expect(drawingIn(drawing('<a:blip r:embed="rId7"/>'), pack, true)?.name).toBe('ice-road-1.png');
});

test('a drawing without a picture, or whose picture is not in the package, is none', () => {
  expect(drawingIn(drawing(''), pack, true)).toBeNull();
  expect(drawingIn(drawing('<a:blip r:embed="rId9"/>'), pack, true)).toBeNull();
});
