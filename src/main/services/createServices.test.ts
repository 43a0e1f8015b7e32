import { expect, test } from 'vitest';
import { contract } from '../../core/rpc/contract';
import { summarise } from '../../core/article/summary';
import { checkDocument } from '../../core/document/schema';
import { sampleDocument } from './sample';
import { memoryServices } from './testing/memoryPorts';

test('there is a handler for every method of the contract and for nothing else', () => {
  expect(Object.keys(memoryServices().call).sort()).toEqual(Object.keys(contract).sort());
});

test('the first start makes one sample with its neighbours; deleting it is final', async () => {
  const { firstStart, call, series, articles, settings } = memoryServices();
  await firstStart();
  const [sample] = (await call['articles.list']({})).articles;
  const { previous, next } = await call['series.neighbours']({ id: sample!.id });
  expect([previous, next]).not.toContain(null);
  expect(series()[0]?.name).toBeNull();
  articles.files.clear();
  await firstStart();
  expect((await call['articles.list']({})).articles).toEqual([]);
  expect(settings().sampled).toBe(true);
});

test('a library that has articles gets no sample', async () => {
  const { firstStart, call } = memoryServices();
  await call['articles.create']({});
  await firstStart();
  expect((await call['articles.list']({})).articles).toHaveLength(1);
});

test('the sample passes the gate and shows every part that a story can have', () => {
  checkDocument(sampleDocument);
  const text = JSON.stringify(sampleDocument);
  for (const part of ['kicker', 'headline', 'standfirst', 'heading', 'bulletList', 'quote', 'related', 'abbreviation', 'link'])
    expect(text).toContain(`"type":"${part}"`);
  const { words, people } = summarise({
    id: 'sample',
    revision: 1,
    schema: 1,
    createdAt: 0,
    editedAt: 0,
    trashedAt: null,
    doc: sampleDocument,
  });
  expect(words).toBeGreaterThan(180);
  expect(words).toBeLessThan(300);
  expect(people).toEqual([{ name: 'Marit Solheim', role: 'ward nurse' }]);
});

test('only web and mail addresses reach the system', async () => {
  const { call, opened } = memoryServices();
  for (const url of ['javascript:alert(1)', 'file:///etc/hosts', '//ice.example', 'smb://ice.example/a']) {
    await expect(call['links.open']({ url })).rejects.toMatchObject({ code: 'links/refused' });
  }
  await call['links.open']({ url: 'https://ice.example/' });
  expect(opened).toEqual(['https://ice.example/']);
});

test('settings are told to every window', async () => {
  const { call, events } = memoryServices();
  expect(await call['settings.put']({ theme: 'dark' })).toMatchObject({ theme: 'dark', language: 'en' });
  expect(events).toEqual([{ type: 'settings' }]);
});

test('of a burst of places only the first and the last are written', async () => {
  const { call, sessions, flush } = memoryServices();
  const start = await call['session.get'](null);
  for (let scroll = 0; scroll < 50; scroll++)
    await call['session.put']({ ...start, places: { aaaaaaaaaaaaaaaa: { anchor: 0, head: 0, scroll } } });
  await flush();
  expect(sessions.map((one) => one.places.aaaaaaaaaaaaaaaa?.scroll)).toEqual([0, 49]);
  expect((await call['session.get'](null)).places.aaaaaaaaaaaaaaaa?.scroll).toBe(49);
});

test('previews are kept for the last twenty pages', () => {
  const { previews } = memoryServices();
  const keys = Array.from({ length: 21 }, (_, page) => previews.put(`page ${page}`));
  expect(previews.get(keys[0]!)).toBeNull();
  expect(previews.get(keys[20]!)).toBe('page 20');
});
