import { expect, test } from 'vitest';
import { article, figure, p } from '../../core/document/testing/builders';
import { StetError } from '../../core/errors';
import { options, pair } from './testing/exporting';
import { memoryServices } from './testing/memoryPorts';

test.each(['html', 'markdown'])(
  'a series in %s is proved and loses nothing, although its pieces link to one another',
  async (format) => {
    const { call, page, neighbour } = await pair({ headline: 'Ice road opens' });
    const ask = { ids: [page, neighbour], format, folder: 'desk', options, replace: true, anyway: false };
    expect(await call['export.run'](ask)).toMatchObject({ files: [{ lost: [] }, { lost: [] }] });
  },
);

test('what a format cannot carry is said before anything is written, and one word writes it all the same', async () => {
  const { call, page, places } = await pair({ status: 'published', canonicalUrl: 'https://ice.example/next' });
  const ask = { ids: [page], format: 'text', folder: 'desk', options, replace: false, anyway: false };
  const lost = ['1 link', '1 “read also” address'];
  expect(await call['export.run'](ask)).toEqual({ loses: [{ article: page, name: 'harbour-closed.txt', lost }] });
  expect(places.files.size).toBe(0);
  expect((await call['export.preview']({ id: page, format: 'text', options })).lost).toEqual(lost);
  expect(await call['export.run']({ ...ask, anyway: true })).toMatchObject({
    files: [{ article: page, name: 'harbour-closed.txt', lost }],
  });
  expect(places.files.get('harbour-closed.txt')).toContain('See what comes next.');
});

test('a page that does not read back the same is said to, and written when the writer says so', async () => {
  const { call, page } = await pair({});
  const blank = { doc: article({}), neighbours: { seriesName: null, previous: null, next: null }, leftOut: [], lines: [] };
  const stet = memoryServices({ parser: { parse: () => Promise.resolve(blank) } });
  const { id } = await stet.call['articles.create']({ doc: article({ headline: 'Harbour closed' }, p('Words.')) });
  const ask = { ids: [id], format: 'html', folder: 'desk', options, replace: true, anyway: false };
  expect(await stet.call['export.run'](ask)).toMatchObject({
    loses: [{ lost: ['the headline exactly as it stands: read back, it differs'] }],
  });
  expect(await stet.call['export.run']({ ...ask, anyway: true })).toHaveProperty('files');
  expect(await call['export.preview']({ id: page, format: 'html', options })).toMatchObject({ lost: [] });
});

test('a page that cannot be read back in time is written, with a word that it was not proved', async () => {
  const slow = () => Promise.reject(new StetError('import/too-slow', 'Reading it took too long.'));
  const stet = memoryServices({ parser: { parse: slow } });
  const { id } = await stet.call['articles.create']({ doc: article({ headline: 'Harbour closed' }, p('Words.')) });
  const { lost } = await stet.call['export.preview']({ id, format: 'html', options });
  expect(lost).toEqual(['a proof of itself (Reading it took too long.)']);
});

test.each(['html', 'docx', 'pdf', 'markdown'])(
  'a picture whose file is gone keeps nobody from filing as %s: its words stand, and it is said',
  async (format) => {
    const { call, places } = memoryServices();
    const picture = figure(`${'0'.repeat(64)}.png`, { caption: 'The quay at noon' });
    const { id } = await call['articles.create']({ doc: article({ headline: 'Ice' }, p('Thin.'), picture) });
    const ask = { ids: [id], format, folder: 'desk', options: { whole: true, embed: format === 'html' }, replace: true };
    const lost = ['1 picture whose file is gone'];
    expect(await call['export.run']({ ...ask, anyway: false })).toMatchObject({ loses: [{ lost }] });
    expect((await call['export.preview']({ id, format, options: ask.options })).lost).toEqual(lost);
    expect(await call['export.run']({ ...ask, anyway: true })).toMatchObject({ files: [{ lost }], stopped: null });
    const [name = ''] = [...places.files.keys()];
    if (format !== 'docx') expect(places.files.get(name)).toContain('The quay at noon');
    expect((await call['export.copy']({ id, as: 'rich' })).text).toContain('The quay at noon');
    expect(await call['export.annotated']({ id, as: 'html', folder: 'desk', guarded: true, replace: true })).toHaveProperty(
      'name',
    );
  },
);
