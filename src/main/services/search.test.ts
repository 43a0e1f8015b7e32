import { expect, test } from 'vitest';
import { article, p } from '../../core/document/testing/builders';
import { StetError } from '../../core/errors';
import { MemorySearch } from './testing/memorySearch';
import { memoryServices } from './testing/memoryPorts';

function library(reported: unknown[] = []) {
  const index = new MemorySearch();
  const services = memoryServices({ search: { index, report: (error) => reported.push(error) } });
  const write = async (text: string) => (await services.call['articles.create']({ doc: article({}, p(text)) })).id;
  const find = (query: string, trashed = false) => services.call['search.find']({ query, limit: 20, trashed, whole: true });
  return { ...services, index, write, find };
}

test('what is there when Stet starts is read in the background, and its progress told', async () => {
  const { write, readForSearch, find, events } = library();
  for (let at = 0; at < 30; at++) await write(`Harbour ${at}`);
  await readForSearch();
  expect(await find('harbour')).toMatchObject({ total: 30, reading: null });
  const told = events.flatMap((event) => (event.type === 'search' ? [event.reading] : []));
  expect(told[0]).toEqual({ done: 24, total: 30 });
  expect(told.at(-1)).toBeNull();
});

test('before everything has been read the answer says so', async () => {
  const { write, call } = library();
  await write('Harbour');
  expect(await call['search.find']({ query: 'harbour', limit: 5, trashed: false, whole: false })).toEqual({
    hits: [],
    total: 0,
    reading: { done: 0, total: 0 },
  });
});

test('saving, deleting and restoring are followed, each article alone', async () => {
  const { write, find, call, index } = library();
  const [one] = [await write('Harbour'), await write('Quay')];
  await find('');
  index.batches.splice(0);
  const { doc, revision } = await call['articles.open']({ id: one });
  await call['articles.save']({
    id: one,
    baseRevision: revision,
    changes: { fields: { notes: 'ring Ada' }, splices: [], length: doc.content.length },
  });
  expect((await find('ada')).hits.map(({ id }) => id)).toEqual([one]);
  expect(index.batches).toEqual([[one]]);
  await call['articles.trash']({ ids: [one] });
  expect((await find('harbour')).total).toBe(0);
  expect((await find('harbour', true)).total).toBe(1);
  await call['articles.restore']({ ids: [one] });
  expect((await find('harbour')).total).toBe(1);
});

test('what another program brought, changed and removed is followed', async () => {
  const { write, find, changed, articles } = library();
  const [one, two] = [await write('Harbour'), await write('Quay')];
  await find('');
  const file = articles.files.get(one)!;
  articles.files.set(one, { ...file, revision: 2, doc: article({}, p('Ferry')) });
  articles.files.delete(two);
  changed([one, two]);
  expect((await find('ferry')).total).toBe(1);
  expect((await find('quay')).total).toBe(0);
});

test('an index from an earlier start is only brought up to date', async () => {
  const { write, index, articles } = library();
  const ids = [await write('Harbour'), await write('Quay')];
  for (const id of ids) {
    const file = articles.files.get(id)!;
    index.known.set(id, { article: file, stamp: `${file.revision}.${file.editedAt}.` });
  }
  const gone = { ...articles.files.get(ids[0]!)!, id: 'gone'.padEnd(26, '0') };
  index.known.set(gone.id, { article: gone, stamp: '1.1.' });
  const again = memoryServices({ articles, search: { index, report: () => undefined } });
  await again.readForSearch();
  expect(index.batches).toEqual([]);
  expect([...index.known.keys()]).toEqual(ids);
});

test('an answer from an earlier start holds only articles as they are now', async () => {
  const { write, index, articles } = library();
  const [changed, deleted, trashed] = [await write('Harbour Quagga'), await write('Quagga gone'), await write('Quagga here')];
  for (const id of [changed, deleted, trashed]) {
    const file = articles.files.get(id)!;
    index.known.set(id, { article: file, stamp: `${file.revision}.${file.editedAt}.` });
  }
  const file = articles.files.get(changed)!;
  articles.files.set(changed, { ...file, revision: 2, doc: article({}, p('Harbour ferry')) });
  articles.files.set(trashed, { ...articles.files.get(trashed)!, trashedAt: 5 });
  articles.files.delete(deleted);
  const { call } = memoryServices({ articles, search: { index, report: () => undefined } });
  const ask = (query: string, trashed: boolean) => call['search.find']({ query, limit: 20, trashed, whole: false });
  expect(await ask('quagga', false)).toEqual({ hits: [], total: 0, reading: { done: 0, total: 0 } });
  expect((await ask('quagga', true)).hits.map(({ id }) => id)).toEqual([trashed]);
  expect((await ask('ferry', false)).hits.map(({ id }) => id)).toEqual([changed]);
});

test('an article that cannot be taken in anew is left out of the answer', async () => {
  const { write, find, index, call, articles } = library();
  const [one, two] = [await write('Harbour'), await write('Harbour quay')];
  await find('');
  articles.files.set(one, { ...articles.files.get(one)!, revision: 2 });
  index.poison = one;
  const found = await call['search.find']({ query: 'harbour', limit: 5, trashed: false, whole: false });
  expect(found).toMatchObject({ hits: [{ id: two }], total: 1 });
  expect(found.hits[0]).not.toHaveProperty('stamp');
});

test('an index that was lost is filled again by itself', async () => {
  const { write, find, index } = library();
  await write('Harbour');
  await find('');
  index.lose();
  expect((await find('harbour')).total).toBe(1);
});

test('an article that cannot be taken in keeps no other out', async () => {
  const reported: unknown[] = [];
  const { write, find, index } = library(reported);
  index.poison = await write('Harbour poison');
  await write('Harbour');
  expect((await find('harbour')).total).toBe(1);
  expect(reported).toHaveLength(1);
});

test('of an article that is deleted for good, and of words that are removed, nothing is left to be found', async () => {
  const { write, find, call, index } = library();
  const [one, two] = [await write('Harbour'), await write('Quay of Ada Quagga')];
  await find('');
  await call['articles.trash']({ ids: [one] });
  await call['trash.delete']({ ids: [one] });
  expect([...index.known.keys()]).toEqual([two]);
  await call['words.remove']({ words: 'Quagga', by: '', inside: false, ids: [two] });
  // Gone at once, before the article is read again without them.
  expect(index.known.size).toBe(0);
  expect((await find('quay')).total).toBe(1);
  expect((await find('quagga')).total).toBe(0);
});

test('an index out of which words cannot be taken is named', async () => {
  const { write, call, index } = library();
  const id = await write('Quay of Ada Quagga');
  index.forget = () => Promise.reject(new StetError('search/failed', 'The index is gone.'));
  expect(await call['words.remove']({ words: 'Quagga', by: '', inside: false, ids: [id] })).toMatchObject({
    changed: 1,
    places: [{ kind: 'search', left: 1 }],
  });
});

test('where there is no index the answer is a clear error', async () => {
  await expect(
    memoryServices().call['search.find']({ query: 'a', limit: 5, trashed: false, whole: false }),
  ).rejects.toMatchObject({
    code: 'search/failed',
  });
});

test('an article that was read before it was forgotten does not come back into the index as it was', async () => {
  const { write, find, call, index, articles } = library();
  const [named, other] = [await write('By Maria Quagga'), await write('Ferry')];
  await find('');
  let read: () => void = () => undefined;
  let goOn: () => void = () => undefined;
  const isRead = new Promise<void>((resolve) => (read = resolve));
  const wait = new Promise<void>((resolve) => (goOn = resolve));
  const { summaries } = articles;
  articles.summaries = async (ids) => {
    // The batch has read the one before, and is not in the index yet.
    if (ids.length === 1 && ids[0] === other) {
      read();
      await wait;
    }
    return summaries(ids);
  };
  const { doc, revision } = await call['articles.open']({ id: named });
  const changes = { fields: { notes: 'ring' }, splices: [], length: doc.content.length };
  await call['articles.save']({ id: named, baseRevision: revision, changes });
  await call['articles.trash']({ ids: [other] });
  const finding = find('');
  await isRead;
  articles.summaries = summaries;
  await call['words.remove']({ words: 'Maria Quagga', by: '[removed]', inside: false, ids: [named] });
  const put: string[] = [];
  const { put: putNow } = index;
  index.put = (some) => {
    put.push(JSON.stringify(some));
    return putNow(some);
  };
  goOn();
  await finding;
  expect(put.join(' ')).not.toContain('Quagga');
  expect((await find('removed')).total).toBe(1);
  expect((await find('ferry', true)).total).toBe(1);
});
