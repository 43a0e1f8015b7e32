import { expect, test } from 'vitest';
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
