import { expect, test } from 'vitest';
import { publicView } from '../../core/document/publicView';
import { abbr, article, figure, note, p, quote } from '../../core/document/testing/builders';
import { StetError } from '../../core/errors';
import { toBase64 } from '../../core/formats/base64';
import { png } from '../../core/pictures/testing/files';
import { memoryServices } from './testing/memoryPorts';
import { importText } from './testing/importText';

const run = { format: 'docx', folder: 'desk', options: { whole: true }, replace: true, anyway: true };

async function filed() {
  const stet = memoryServices();
  const { asset, width, height } = await stet.assets.put(png());
  const words = [p('The ', note('CANARY ask her', 'harbour'), ' closed.'), quote({ speaker: 'Ada Wells' }, 'We stay.')];
  const picture = figure(asset, { alt: 'Ice on the quay', caption: 'Thin ice.', width, height });
  const doc = article({ headline: 'Harbour closed', notes: 'CANARY', slug: 'harbour' }, ...words, picture);
  const { id } = await stet.call['articles.create']({ doc });
  return { ...stet, id, doc };
}

test('an article goes out as one Word document with its pictures inside, and comes back as it was', async () => {
  const { call, places, id } = await filed();
  expect(await call['export.run']({ ...run, ids: [id] })).toMatchObject({ files: [{ name: 'harbour.docx', lost: [] }] });
  expect([...places.files.keys()]).toEqual(['harbour.docx']);
  const bytes = places.packed.get('harbour.docx') ?? new Uint8Array();
  const made = await importText(call, { text: '', packed: toBase64(bytes), name: 'harbour.docx', format: null });
  expect(made).toMatchObject({ headline: 'Harbour closed', leftOut: [] });
  const [before, after] = [(await call['articles.open']({ id })).doc, (await call['articles.open']({ id: made.id })).doc];
  const shown = { addressOf: () => null, headlineOf: () => null, fileOf: () => 'harbour-1.png' };
  expect(publicView(after, undefined, shown)).toEqual(publicView(before, undefined, shown));
  expect(JSON.stringify(after)).not.toContain('CANARY');
});

test('an unchanged article gives the same bytes', async () => {
  const { call, places, id } = await filed();
  await call['export.run']({ ...run, ids: [id] });
  const first = places.packed.get('harbour.docx');
  await call['export.run']({ ...run, ids: [id] });
  expect(places.packed.get('harbour.docx')).toEqual(first);
});

test('the preview shows a page, its text, and what Word cannot carry', async () => {
  const { call, previews } = await filed();
  const doc = article(
    { headline: 'Harbour closed', tags: ['ice'] },
    p('The ', abbr('North Coast Transport Agency', 'NCTA'), ' said no.'),
  );
  const { id } = await call['articles.create']({ doc });
  const { text, preview, lost } = await call['export.preview']({ id, format: 'docx', options: { whole: true } });
  expect(text).toContain('The NCTA said no.');
  expect(previews.get(preview ?? '')).toContain('The NCTA said no.');
  expect(lost).toEqual(['1 expansion of an abbreviation', 'the tags']);
});

test('a picture in a document that cannot be kept is told, and its words stay', async () => {
  const { call, places, id, assets } = await filed();
  await call['export.run']({ ...run, ids: [id] });
  const packed = toBase64(places.packed.get('harbour.docx') ?? new Uint8Array());
  assets.put = () => Promise.reject(new StetError('pictures/turned', 'It lies on its side.'));
  const { leftOut, doc } = await call['import.page']({ text: '', packed, name: null, format: null });
  expect(leftOut.map(({ why }) => why)).toEqual([expect.stringContaining('caption and credit stay'), 'It lies on its side.']);
  expect(publicView(doc).body.at(-1)).toEqual(p('Thin ice.'));
});
