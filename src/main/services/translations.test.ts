import { expect, test } from 'vitest';
import { article, p } from '../../core/document/testing/builders';
import type { DocJson } from '../../core/document/json';
import { StetError } from '../../core/errors';
import { memoryServices } from './testing/memoryPorts';

const english = (words: string, notes = '') => article({ headline: 'Ice road', language: 'en', notes }, p(words));

/** An English article that was translated at its first revision, and then saved again; `kept` tells whether the translation was paired. */
async function changedTo(now: DocJson, kept: boolean) {
  const { call, history } = memoryServices();
  const { id } = await call['articles.create']({ doc: english('It opened.') });
  if (kept) await call['translations.paired']({ article: id, revision: 1 });
  // Without the pair there is no version of that revision, as when an older Stet made it.
  else history.failure = new StetError('storage/full', 'The disk is full.');
  await call['articles.save']({
    id,
    baseRevision: 1,
    changes: {
      fields: { notes: now.attrs.notes },
      splices: [{ from: 3, remove: 1, insert: [now.content[3] as never] }],
      length: 4,
    },
  });
  return call['translations.original']({ article: id, revision: 1 });
}

test('what changed for readers is told block by block where the translated revision was kept', async () => {
  expect(await changedTo(english('It opened late.'), true)).toMatchObject({
    headline: 'Ice road',
    language: 'en',
    revision: 2,
    changes: [{ before: 'It opened.', after: 'It opened late.' }],
  });
});

test('a private note is no reason to translate again', async () => {
  expect(await changedTo(english('It opened.', 'call the mayor'), true)).toMatchObject({ changes: [] });
});

test('where that revision was not kept nothing is made up', async () => {
  expect(await changedTo(english('It opened late.'), false)).toMatchObject({ revision: 2, changes: null });
});

test('an unchanged original is known to be unchanged', async () => {
  const { call } = memoryServices();
  const { id } = await call['articles.create']({ doc: english('It opened.') });
  expect(await call['translations.original']({ article: id, revision: 1 })).toMatchObject({ revision: 1, changes: [] });
  await expect(call['translations.original']({ article: 'nothere000000000', revision: 1 })).rejects.toMatchObject({
    code: 'articles/missing',
  });
});

test('the text that was translated is kept whatever its age, and only if it is still that revision', async () => {
  const { call } = memoryServices();
  const { id } = await call['articles.create']({ doc: english('It opened.') });
  await call['translations.paired']({ article: id, revision: 7 });
  expect((await call['history.list']({ id })).versions).toEqual([]);
  await call['translations.paired']({ article: id, revision: 1 });
  expect((await call['history.list']({ id })).versions).toMatchObject([{ revision: 1, translated: true }]);
});
