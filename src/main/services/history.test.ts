import { expect, test } from 'vitest';
import { article, p } from '../../core/document/testing/builders';
import type { DocumentChanges } from '../../core/document/changes';
import { memoryServices } from './testing/memoryPorts';
import { importText } from './testing/importText';

const typing = (text: string, fields: DocumentChanges['fields'] = {}): DocumentChanges => ({
  fields,
  splices: [{ from: 3, remove: 1, insert: [p(text)] }],
  length: 4,
});

async function desk() {
  const stet = memoryServices();
  const { id } = await stet.call['articles.create']({ doc: article({ headline: 'Harbour' }, p('Ice came early.')) });
  return {
    ...stet,
    id,
    save: (baseRevision: number, text: string, fields = {}) =>
      stet.call['articles.save']({ id, baseRevision, changes: typing(text, fields) }),
    list: async () => (await stet.call['history.list']({ id })).versions,
  };
}

test('the list says in words and fields what each version changed, in itself and since the sitting before', async () => {
  const { call, id, save, list } = await desk();
  await save(1, 'Ice came late this year.');
  await call['history.keep']({ id, name: 'First take' });
  await save(2, 'Ice came late this year.', { status: 'ready' });
  expect((await list()).map(({ revision, words, sittingWords, fields }) => ({ revision, words, sittingWords, fields }))).toEqual([
    { revision: 1, words: null, sittingWords: null, fields: [] },
    { revision: 2, words: { added: 3, removed: 1 }, sittingWords: { added: 3, removed: 1 }, fields: [] },
    { revision: 3, words: { added: 0, removed: 0 }, sittingWords: { added: 3, removed: 1 }, fields: ['status'] },
  ]);
});

test('a version is read, named and renamed; trashing makes none', async () => {
  const { call, id, save, list } = await desk();
  await save(1, 'Ice came late.');
  await call['articles.trash']({ ids: [id] });
  await call['articles.restore']({ ids: [id] });
  expect((await call['history.read']({ id, version: 1 })).doc.content[3]).toEqual(p('Ice came early.'));
  await call['history.name']({ id, version: 1, name: 'First take' });
  expect((await call['history.keep']({ id, name: 'To the desk' })).version).toBe(2);
  expect((await list()).map(({ name }) => name)).toEqual(['First take', 'To the desk']);
  await call['history.name']({ id, version: 1, name: null });
  expect((await list()).map(({ name }) => name)).toEqual([null, 'To the desk']);
});

test('an export makes a filed version, and an import one as it came', async () => {
  const { call, id, list } = await desk();
  await call['export.run']({
    ids: [id],
    format: 'html',
    folder: 'desk',
    options: { whole: true },
    replace: false,
    anyway: false,
  });
  expect(await list()).toMatchObject([{ revision: 1, filed: { format: 'html' } }]);
  const imported = await importText(call, { text: '# Ferry\n\nIt sails.', name: 'ferry.md', format: null });
  expect((await call['history.list']({ id: imported.id })).versions).toMatchObject([{ revision: 1, came: true }]);
});
