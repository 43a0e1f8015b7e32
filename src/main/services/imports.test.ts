import { expect, test } from 'vitest';
import { article, figure, p } from '../../core/document/testing/builders';
import type { DocJson } from '../../core/document/json';
import type { Imported } from '../../core/formats/format';
import { png } from '../../core/pictures/testing/files';
import type { ParseRequest } from '../../core/ports/work';
import { importText } from './testing/importText';
import { memoryServices } from './testing/memoryPorts';

const none = { seriesName: null, previous: null, next: null };

/** Services whose parser answers this, and the requests that it was sent. */
function reading(doc: DocJson, neighbours: Imported['neighbours'] = none) {
  const asked: ParseRequest[] = [];
  const parser = {
    parse: (request: ParseRequest) => {
      asked.push(request);
      return Promise.resolve({ doc, neighbours, leftOut: [{ line: 1, text: 'Home', why: 'start of a breadcrumb' }], lines: [] });
    },
  };
  return { ...memoryServices({ parser }), asked };
}

test('a page becomes an article with its outside neighbours, and says what was left out', async () => {
  const { call, asked, series } = reading(article({ headline: 'Harbour closed' }, p('Ice.')), {
    ...none,
    previous: { title: 'The thaw', url: null },
  });
  const made = await importText(call, { text: 'Harbour closed', name: 'Ice Report.txt', format: null });
  expect(made).toMatchObject({ headline: 'Harbour closed', leftOut: [{ text: 'Home' }] });
  expect(asked[0]).toMatchObject({ part: 'page', language: 'en', name: 'Ice Report.txt' });
  expect(series()).toMatchObject([{ name: null, entries: [{ title: 'The thaw', url: null }, { article: made.id }] }]);
  expect((await call['articles.open']({ id: made.id })).doc.attrs.slug).toBe('ice-report');
});

test('a page without neighbours is in no series; a named one is', async () => {
  const alone = reading(article({ headline: 'Harbour closed' }));
  await importText(alone.call, { text: '', name: null, format: null });
  expect(alone.series()).toEqual([]);
  const named = reading(article({}), { ...none, seriesName: 'Ice' });
  await importText(named.call, { text: '', name: null, format: null });
  expect(named.series()).toMatchObject([{ name: 'Ice' }]);
});

test.each([
  ['its own', { slug: 'ice', headline: 'Harbour closed' }, 'report.md', 'ice'],
  ['the headline of a paste', { headline: 'Harbour closed' }, null, 'harbour-closed'],
  ['none of a page that says nothing', {}, null, ''],
])('the slug is %s', async (_what, head, name, slug) => {
  const { call } = reading(article(head));
  const { id } = await importText(call, { text: '', name, format: null });
  expect((await call['articles.open']({ id })).doc.attrs.slug).toBe(slug);
});

test('a page read for an empty article makes none', async () => {
  const { call, articles } = reading(article({ headline: 'Harbour closed' }));
  expect((await call['import.page']({ text: '', name: null, format: null })).doc).toEqual(
    article({ headline: 'Harbour closed' }),
  );
  expect(articles.files.size).toBe(0);
});

test('a fragment is its blocks; nothing is no block', async () => {
  const fragment = (doc: DocJson) => reading(doc).call['import.fragment']({ text: 'x', format: 'html', language: 'fr' });
  expect((await fragment(article({}, p('Ice.'), p()))).blocks).toEqual([p('Ice.'), p()]);
  expect((await fragment(article({}, p()))).blocks).toEqual([]);
});

test('a page that was exported with its pictures in it comes back with them', async () => {
  const { call, assets, places } = memoryServices();
  const { asset, width, height } = await assets.put(png());
  const before = article({ headline: 'Ice', slug: 'ice' }, p('It holds.'), figure(asset, { alt: 'The quay', width, height }));
  const { id } = await call['articles.create']({ doc: before });
  const options = { whole: true, embed: true };
  await call['export.run']({ ids: [id], format: 'html', folder: 'desk', options, replace: false, anyway: true });
  const text = places.files.get('ice.html') ?? '';
  expect(text).toContain('data:image/png;base64,');
  await call['articles.trash']({ ids: [id] });
  const made = await importText(call, { text, name: 'ice.html', format: null });
  expect(made.leftOut).toEqual([]);
  const back = (await call['articles.open']({ id: made.id })).doc.content.at(-1);
  expect(back).toMatchObject({ type: 'figure', attrs: { alt: 'The quay', width, height } });
  const stored = back?.type === 'figure' ? await assets.read(String(back.attrs?.asset)) : null;
  expect(stored).toEqual(await assets.read(asset));
});
