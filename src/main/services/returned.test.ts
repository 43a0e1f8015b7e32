import { expect, test } from 'vitest';
import type { BlockJson, DocJson } from '../../core/document/json';
import { publicView } from '../../core/document/publicView';
import { article, figure, note, p, quote, shows, to } from '../../core/document/testing/builders';
import { docxExporter } from '../../core/formats/docx/docxExporter';
import { htmlExporter } from '../../core/formats/html/htmlExporter';
import { toBase64 } from '../../core/formats/base64';
import { markdownExporter } from '../../core/formats/markdown/markdownExporter';
import { listChanges } from '../../core/returned/listChanges';
import { Review } from '../../core/returned/review';
import { memoryServices } from './testing/memoryPorts';

const body = [
  p('Ice came early this year, ', note('Who?', 'the master'), ' said.'),
  quote({ speaker: 'Ana Reis' }, 'You measure it.'),
];

async function desk(doc: DocJson = article({ headline: 'Harbour', slug: 'harbour' }, ...body)) {
  const stet = memoryServices();
  const { id } = await stet.call['articles.create']({ doc });
  const { folder } = { folder: 'desk' };
  return {
    ...stet,
    id,
    file: (format: string) =>
      stet.call['export.run']({ ids: [id], format, folder, options: { whole: true }, replace: true, anyway: true }),
    save: (baseRevision: number, ...insert: BlockJson[]) =>
      stet.call['articles.save']({
        id,
        baseRevision,
        changes: { fields: {}, splices: [{ from: 3, remove: 1, insert }], length: doc.content.length - 1 + insert.length },
      }),
    back: async (text: string | Uint8Array, name: string) => {
      const file = typeof text === 'string' ? { text } : { text: '', packed: toBase64(text) };
      const copy = await stet.call['returned.compare']({ id, ...file, name, format: null });
      const { doc: now } = await stet.call['articles.open']({ id });
      return { copy, listed: listChanges(new Review(copy.material, now)) };
    },
  };
}

test('a copy is compared with the filed version that it was made of; what the writer did since stands apart', async () => {
  const { file, save, back } = await desk();
  await file('markdown');
  const filed = markdownExporter.write(publicView(article({ headline: 'Harbour', slug: 'harbour' }, ...body)), { whole: true });
  await save(1, p('Ice came very early this year, the master said.'));
  await file('html');
  await save(2, p('Ice came very early this year, the old master said.'));
  const { copy, listed } = await back(
    filed.replace('the master said', 'the harbour master said').replace('measure', 'count'),
    'harbour.md',
  );
  expect(copy.filed).toMatchObject({ format: 'markdown', version: 1 });
  expect(copy.alike).toBeGreaterThan(0.8);
  expect(listed.map(({ where, change, quotation }) => [where, change.standing, quotation?.speakers])).toEqual([
    ['Quotation', 'open', ['Ana Reis']],
    ['Paragraph', 'clash', undefined],
  ]);
});

test('never exported, the article as it stands counts; an unchanged copy of any format shows nothing', async () => {
  const doc = article({ headline: 'Harbour', slug: 'harbour', tags: ['ice'] }, ...body);
  const view = publicView(doc);
  for (const [file, name] of [
    [markdownExporter.write(view, { whole: true }), 'harbour.md'],
    [htmlExporter.write(view, { whole: true }), 'harbour.html'],
    [docxExporter.pack?.(view, { whole: true }) ?? '', 'harbour.docx'],
  ] as const) {
    const { copy, listed } = await (await desk(doc)).back(file, name);
    expect(copy.filed).toBeNull();
    expect(listed).toEqual([]);
  }
});

test('pictures, linked articles and headlines that links show are no changes of the desk', async () => {
  const picture = { asset: `${'0'.repeat(64)}.png`, alt: 'Ice', width: 10, height: 10 };
  const ferry = article({ headline: 'Ferry', canonicalUrl: 'https://example.org/ferry', status: 'published' }, p('It sails.'));
  const stet = await desk();
  const { id: other } = await stet.call['articles.create']({ doc: ferry });
  const doc = article(
    { headline: 'Harbour' },
    p('See ', to(other, 'the ferry'), ', or ', shows(other), '.'),
    figure(picture.asset, picture),
  );
  const { id } = await stet.call['articles.create']({ doc });
  const view = publicView(doc, undefined, {
    addressOf: () => 'https://example.org/ferry',
    headlineOf: () => 'Ferry',
    fileOf: () => 'harbour-1.png',
  });
  const copy = await stet.call['returned.compare']({
    id,
    text: htmlExporter.write(view, { whole: true }),
    name: 'harbour.html',
    format: null,
  });
  expect(listChanges(new Review(copy.material, doc))).toEqual([]);
});

test('another text is told from a copy, and a format that is not compared from one that is', async () => {
  const { back } = await desk();
  expect(
    (await back('# Budget\n\nThe council meets on Thursday to vote on parking fees.\n', 'budget.md')).copy.alike,
  ).toBeLessThan(0.3);
  await expect(back('Harbour\n\nIce came early.', 'harbour.txt')).rejects.toMatchObject({ code: 'returned/format' });
});
