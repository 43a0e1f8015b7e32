import { expect, test } from 'vitest';
import { article, p } from '../../core/document/testing/builders';
import { blankSite } from '../../core/sites/site';
import { StetError } from '../../core/errors';
import type { WordPlace } from '../../core/ports/library';
import { memoryServices } from './testing/memoryPorts';

const REMOVAL = { words: 'Mária Quagga', by: '[removed]', inside: false };

/** Backups that hold the words until they are struck. */
function place(): WordPlace & { held: number } {
  const held = {
    kind: 'backups' as const,
    held: 2,
    holding: () => Promise.resolve(held.held),
    strike: () => Promise.resolve((held.held = 0)),
  };
  return held;
}

async function library() {
  const backups = place();
  const stet = memoryServices({ wordPlaces: [backups] });
  const make = async (headline: string, words: string) =>
    (await stet.call['articles.create']({ doc: article({ headline }, p(words)) })).id;
  const text = await make('Maria Quagga resigns', 'She did.');
  const thrown = await make('In the trash', 'By Mária Quagga.');
  const past = await make('Past', 'By Maria Quagga.');
  const other = await make('Ferry', 'The ferry sails.');
  await stet.call['articles.trash']({ ids: [thrown] });
  const insert = [{ type: 'paragraph', content: [{ type: 'text', text: 'By nobody.' }] }];
  await stet.call['articles.save']({
    id: past,
    baseRevision: 1,
    changes: { fields: {}, splices: [{ from: 3, remove: 1, insert }], length: 4 },
  });
  await stet.call['series.link']({ id: text, side: 'next', target: { title: 'Who is Maria Quagga?', url: null }, when: 'ask' });
  const word = { language: null, not: 'Quagga, M.', use: 'Maria Quagga' };
  await stet.call['settings.put']({ houseWords: [word, { ...word, use: 'Mayor' }] });
  await stet.flush();
  const everything = () =>
    JSON.stringify([[...stet.articles.files.values()], [...stet.history.kept.values()], stet.series(), stet.settings()]);
  return { ...stet, text, thrown, past, other, backups, everything };
}

test('it is said where the words stand before anything is changed', async () => {
  const { call, text, thrown, past, everything } = await library();
  const before = everything();
  const found = await call['words.find'](REMOVAL);
  expect(found.articles.map(({ id, text: here, versions }) => [id, here, versions > 0])).toEqual([
    [text, 1, false],
    [thrown, 1, false],
    [past, 0, true],
  ]);
  expect(found.places).toEqual([
    { kind: 'series', count: 1 },
    { kind: 'house-words', count: 1 },
    { kind: 'backups', count: 2 },
  ]);
  expect(everything()).toBe(before);
});

test('afterwards the words stand in no article, version, series or setting, and not in the backups', async () => {
  const { call, text, thrown, past, other, everything, backups, articles } = await library();
  expect(await call['words.remove']({ ...REMOVAL, ids: [text, thrown, past] })).toEqual({ changed: 2, failed: [], places: [] });
  expect(everything()).not.toMatch(/m[aá]ria quagga/iu);
  expect(everything()).toContain('Quagga, M.');
  expect(backups.held).toBe(0);
  expect(articles.files.get(other)?.revision).toBe(1);
  expect((await call['people.suggest']({ prefix: 'Maria' })).length).toBe(0);
  expect((await call['words.find'](REMOVAL)).articles).toEqual([]);
});

test('an article that is not ticked keeps the words, in its history too', async () => {
  const { call, text, past, history } = await library();
  await call['words.remove']({ ...REMOVAL, ids: [text] });
  expect(JSON.stringify(history.kept.get(past))).toContain('Maria Quagga');
});

test('an article that cannot be written is named, and the others lose the words', async () => {
  const { call, text, thrown, articles } = await library();
  const write = articles.write;
  articles.write = (one) => (one.id === text ? Promise.reject(new StetError('storage/full', 'No room.')) : write(one));
  expect(await call['words.remove']({ ...REMOVAL, ids: [text, thrown] })).toMatchObject({ changed: 1, failed: [text] });
  expect(JSON.stringify(articles.files.get(thrown))).not.toContain('Quagga');
});

test('what is put there instead may not hold the words again', async () => {
  const { call } = await library();
  const again = { ...REMOVAL, by: 'the late Maria Quagga' };
  await expect(call['words.find'](again)).rejects.toMatchObject({ code: 'words/come-back' });
});

test('the profiles of sites are reached: names, sections and folders, none of which may be left without', async () => {
  const { call, settings } = await library();
  const what = { kind: 'section' as const, section: 'News › Maria Quagga' };
  const folders = [{ section: 'Maria Quagga', folder: 'people/maria-quagga' }];
  const site = { ...blankSite, key: 'k'.repeat(26), name: 'Maria Quagga', language: 'en', what, folders };
  await call['settings.put']({ sites: [site] });
  const { places } = await call['words.find']({ ...REMOVAL, by: '' });
  expect(places).toContainEqual({ kind: 'sites', count: 4 });
  await call['words.remove']({ ...REMOVAL, by: '', ids: [] });
  expect(settings().sites).toEqual([
    {
      ...site,
      name: '[removed]',
      what: { kind: 'section', section: 'News › [removed]' },
      folders: [{ section: '[removed]', folder: 'people/removed' }],
    },
  ]);
});

test('versions that wait for a disk which takes none are said to hold the words, not forgotten', async () => {
  const stet = memoryServices();
  const { call, history } = stet;
  const { id } = await call['articles.create']({ doc: article({}, p('By Maria Quagga.')) });
  history.failure = new StetError('storage/failed', 'The disk does not answer.');
  const insert = [{ type: 'paragraph', content: [{ type: 'text', text: 'By nobody.' }] }];
  await call['articles.save']({
    id,
    baseRevision: 1,
    changes: { fields: {}, splices: [{ from: 3, remove: 1, insert }], length: 4 },
  });
  expect((await call['words.find'](REMOVAL)).articles).toEqual([{ id, text: 0, versions: 1 }]);
  expect(await call['words.remove']({ ...REMOVAL, ids: [id] })).toMatchObject({ failed: [id] });
  history.failure = null;
  expect(await call['words.remove']({ ...REMOVAL, ids: [id] })).toMatchObject({ failed: [] });
  await stet.flush();
  expect(JSON.stringify([...history.kept])).not.toContain('Quagga');
});

test('a list that could not be written anew is said to hold the words', async () => {
  const { call, text, articles } = await library();
  articles.compact = () => Promise.reject(new StetError('storage/read-only', 'No.'));
  expect(await call['words.remove']({ ...REMOVAL, ids: [text] })).toMatchObject({ places: [{ kind: 'list', left: 1 }] });
});
