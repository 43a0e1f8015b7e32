import { expect, test } from 'vitest';
import { article, p, shows } from '../../core/document/testing/builders';
import { options, pair } from './testing/exporting';

test.each(['draft', 'editing', 'killed'] as const)(
  'a neighbour with status “%s” leaves no trace in the export',
  async (status) => {
    const { run, page, places, call } = await pair({ status, canonicalUrl: 'https://ice.example/CANARY', slug: 'canary' });
    await run(page);
    const { text } = await call['export.preview']({ id: page, format: 'json', options });
    for (const out of [text, places.files.get('harbour-closed.json')]) {
      expect(out).toContain('what comes next');
      expect(out).not.toMatch(/canary/iu);
    }
  },
);

test('a neighbour in the trash leaves no trace either', async () => {
  const { run, page, neighbour, call, places } = await pair({ status: 'published', canonicalUrl: 'https://ice.example/CANARY' });
  await call['articles.trash']({ ids: [neighbour] });
  await run(page);
  expect(places.files.get('harbour-closed.json')).not.toMatch(/canary/iu);
});

test('in the same export a neighbour becomes the file beside, whatever its status', async () => {
  const { run, page, neighbour, view } = await pair({ headline: 'Ice road opens' });
  expect(await run(page, neighbour)).toEqual({
    files: [
      { article: page, name: 'harbour-closed.json', lost: [] },
      { article: neighbour, name: 'ice-road-opens.json', lost: [] },
    ],
    embargoed: [],
    stopped: null,
  });
  expect(view('harbour-closed.json').series.next).toEqual({ title: 'Ice road opens', url: 'ice-road-opens.json' });
  expect(view('ice-road-opens.json').series.previous).toEqual({ title: 'Harbour closed', url: 'harbour-closed.json' });
  expect(JSON.stringify(view('harbour-closed.json').body)).toContain('"url":"ice-road-opens.json"');
});

test('a headline that a link shows goes out only with an article that may be named; what was left out is said', async () => {
  const { call, neighbour, places } = await pair({
    status: 'draft',
    headline: 'CANARY ice',
    canonicalUrl: 'https://ice.example/x',
  });
  const { id } = await call['articles.create']({
    doc: article({ headline: 'Lorries' }, p('See ', shows(neighbour), ' and ', shows(neighbour), '.')),
  });
  const preview = () => call['export.preview']({ id, format: 'markdown', options: { whole: false } });
  expect(await preview()).toMatchObject({ text: 'See  and .\n', lost: ['2 headlines that are not out yet'] });
  const ask = { ids: [id], format: 'json', folder: 'desk', options, replace: true };
  expect(await call['export.run']({ ...ask, anyway: false })).toMatchObject({ loses: [{ article: id }] });
  expect(places.files.size).toBe(0);
  await call['export.run']({ ...ask, anyway: true });
  expect(places.files.get('lorries.json')).not.toMatch(/canary/iu);
  await call['articles.save']({
    id: neighbour,
    baseRevision: 1,
    changes: { fields: { status: 'published' }, splices: [], length: 4 },
  });
  expect(await preview()).toMatchObject({
    text: 'See [CANARY ice](https://ice.example/x) and [CANARY ice](https://ice.example/x).\n',
    lost: [],
  });
});

test('a published neighbour is named with its own address, or without one', async () => {
  const out = await pair({ status: 'published', headline: 'Ice road opens', canonicalUrl: 'https://ice.example/road' });
  await out.run(out.page);
  expect(out.view('harbour-closed.json').series.next).toEqual({ title: 'Ice road opens', url: 'https://ice.example/road' });
  const silent = await pair({ status: 'ready', headline: 'Ice road opens' });
  await silent.run(silent.page);
  expect(silent.view('harbour-closed.json').series.next).toEqual({ title: 'Ice road opens', url: null });
});

test('pieces outside the library stand as they are', async () => {
  const { run, page, call, view } = await pair({});
  await call['series.link']({
    id: page,
    side: 'previous',
    target: { title: 'The thaw', url: 'https://ice.example/thaw' },
    when: 'ask',
  });
  await run(page);
  expect(view('harbour-closed.json').series.previous).toEqual({ title: 'The thaw', url: 'https://ice.example/thaw' });
});
