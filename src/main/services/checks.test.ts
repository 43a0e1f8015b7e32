import { expect, test } from 'vitest';
import type { Client } from '../../core/rpc/createClient';
import { examineWhole } from '../../core/rpc/examineWhole';
import { article, p } from '../../core/document/testing/builders';
import { memoryServices } from './testing/memoryPorts';

test('an article is looked through as the host holds it, and the answer says at which revision', async () => {
  const { call } = memoryServices();
  const { id } = await call['articles.create']({ doc: article({ headline: 'Harbour' }, p('One TK.')) });
  const first = await call['checks.examine']({ id });
  expect(first.revision).toBe(1);
  expect(first.findings.map(({ kind }) => kind)).toContain('TK left');
  const changes = { fields: {}, splices: [{ from: 3, remove: 1, insert: [p('None.')] }], length: 4 };
  await call['articles.save']({ id, baseRevision: 1, changes });
  const second = await call['checks.examine']({ id });
  expect(second.revision).toBe(2);
  expect(second.findings.map(({ kind }) => kind)).not.toContain('TK left');
});

test('the limits and words of the house count, and what else is in the library', async () => {
  const { call } = memoryServices();
  const houseWords = [{ language: null, not: 'Kiev', use: 'Kyiv' }];
  await call['settings.put']({ houseWords, limits: { headline: 5, standfirst: null, sentence: null, paragraph: null } });
  const story = article({ headline: 'Harbour', slug: 'harbour' }, p('News from Kiev.'));
  await call['articles.create']({ doc: story });
  const { id } = await call['articles.create']({ doc: story });
  const { findings } = await call['checks.examine']({ id });
  expect(findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['headline length', 'house word', 'slug clash']));
});

test('an article that is gone is an error', async () => {
  await expect(memoryServices().call['checks.examine']({ id: 'gone000000000000' })).rejects.toMatchObject({
    code: 'articles/missing',
  });
});

test('thousands of findings come in parts, in their order, also to two who ask at once', async () => {
  const { call } = memoryServices();
  const text = Array.from({ length: 601 }, (_, at) => p(`Nobody knows TK ${at}.`));
  const { id } = await call['articles.create']({ doc: article({ headline: 'Harbour' }, ...text) });
  const client = call as unknown as Client;
  const [one, other] = await Promise.all([examineWhole(client, id), examineWhole(client, id)]);
  const places = one.filter(({ kind }) => kind === 'TK left').map(({ place }) => place?.path[0]);
  expect(places).toEqual(Array.from({ length: 601 }, (_, at) => at + 3));
  expect(other).toEqual(one);
  const first = await call['checks.examine']({ id });
  expect(first.findings.length).toBeLessThan(300);
  expect(first.rest).not.toBeNull();
});

test('the rest of an examination that others have put out of mind is gone, and an error', async () => {
  const { call } = memoryServices();
  const text = Array.from({ length: 300 }, () => p('TK'));
  const { id } = await call['articles.create']({ doc: article({}, ...text) });
  const { rest } = await call['checks.examine']({ id });
  for (let others = 0; others < 4; others++) await call['checks.examine']({ id });
  await expect(call['checks.rest'](rest!)).rejects.toMatchObject({ code: 'checks/gone' });
});
