import { expect, test } from 'vitest';
import { picturesIn } from '../../document/pictures';
import { publicView } from '../../document/publicView';
import { article, figure, p } from '../../document/testing/builders';
import { htmlExporter } from './htmlExporter';
import { htmlImporter } from './htmlImporter';

const context = { language: 'en', name: 'ice.html', part: 'page' } as const;
const inside = new Map([
  ['ice-1.png', 'data:image/png;base64,aWNl'],
  ['ice-2.jpg', 'data:image/jpeg;base64,cXVheQ=='],
]);
const doc = article(
  { headline: 'Ice', leadImage: { asset: 'ice-1.png', alt: 'Ice', caption: 'Thin.', credit: 'Ada Wells', width: 3, height: 2 } },
  p('It holds.'),
  figure('ice-2.jpg', { alt: 'The quay', caption: '', credit: '' }),
);
const fileOf = (asset: string) => asset;
const page = htmlExporter.write(publicView(doc, undefined, { addressOf: () => null, headlineOf: () => null, fileOf }), {
  whole: true,
  inside,
});

test('pictures inside a page of our own come back as files with their bytes, in their places', () => {
  const imported = htmlImporter.read(page, context);
  expect(imported.pictures).toEqual([
    { name: 'inside-1.png', base64: 'aWNl' },
    { name: 'inside-2.jpg', base64: 'cXVheQ==' },
  ]);
  expect(picturesIn(imported.doc)).toEqual(['inside-1.png', 'inside-2.jpg']);
  expect(imported.doc.attrs.leadImage).toMatchObject({ asset: 'inside-1.png', caption: 'Thin.', credit: 'Ada Wells' });
  expect(imported.leftOut).toEqual([]);
});

test('what is no picture that the library keeps, and pictures inside other pages, are not taken', () => {
  const drawing = page.replace('data:image/png;base64,aWNl', 'data:image/svg+xml;base64,PHN2Zy8+');
  expect(htmlImporter.read(drawing, context).pictures?.map(({ name }) => name)).toEqual(['inside-1.jpg']);
  const foreign = '<html><body><p>Words of a page.</p><p><img src="data:image/gif;base64,R0lGODlh" alt="dot"></p></body></html>';
  const imported = htmlImporter.read(foreign, context);
  expect(imported.pictures).toBeUndefined();
  expect(picturesIn(imported.doc)).toEqual([]);
});
