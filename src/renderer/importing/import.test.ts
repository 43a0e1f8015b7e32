import { expect, test } from 'vitest';
import type { BatchFile, TakenFile } from '../../core/importing/batch';
import { AppState } from '../state/app.svelte';
import type { Draft } from '../state/draft.svelte';
import { FakeHost, idOf, summary } from '../state/testing/fakeHost';
import { ImportState } from './import.svelte';

const home = { line: 1, text: 'Home', why: 'start of a breadcrumb' };

function importsOf(leftOut: readonly (typeof home)[] = []) {
  const added: string[] = [];
  const host = new FakeHost({
    'articles.list': () => ({ articles: [summary('Ferry')], damaged: [] }),
    'session.put': () => null,
    'import.begin': () => ({ batch: idOf('batch') }),
    'import.add': ({ path }) => {
      added.push(path);
      return { pictures: [], address: null };
    },
    'import.commit': () => ({
      taken: added.map((file): TakenFile => ({ file, id: idOf(file), headline: 'Ferry', changes: [], leftOut })),
      left: [],
      series: [],
    }),
    'import.cancel': () => null,
  });
  const opened: string[] = [];
  const app = new AppState(host.connection, (_client, id) => {
    opened.push(id);
    return Promise.resolve({
      id,
      place: () => ({ anchor: 0, head: 0, scroll: 0 }),
      flush: () => Promise.resolve(),
      destroy: () => undefined,
    } as unknown as Draft);
  });
  return { host, app, imports: new ImportState(app), opened, added };
}
const file = (path: string, content: string | Uint8Array): BatchFile => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, size: bytes.length, read: () => Promise.resolve(bytes) };
};

test('a smooth import opens the article and says so in one line', async () => {
  const { app, imports, opened } = importsOf();
  await imports.take([file('ferry.txt', 'The ferry sailed.')]);
  expect(opened).toEqual([idOf('ferry.txt')]);
  expect(imports.report).toBeNull();
  expect(app.notices.list[0]?.message).toBe('Imported “Ferry”. Nothing was left out.');
});

test('what was left out is told', async () => {
  const { imports } = importsOf([home]);
  await imports.take([file('ferry.txt', 'Home\nThe ferry sailed.')]);
  expect(imports.report?.taken).toMatchObject([{ file: 'ferry.txt', headline: 'Ferry', leftOut: [home] }]);
});

test('a Word document goes to the host as it is', async () => {
  const { imports, host } = importsOf();
  await imports.take([file('ferry.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 9))]);
  expect(host.calls.find(({ name }) => name === 'import.add')?.input).toMatchObject({
    text: '',
    packed: 'UEsDBAk=',
    path: 'ferry.docx',
  });
});

test('a picture among texts stops none of the others', async () => {
  const { imports, opened, added } = importsOf();
  await imports.take([file('photo.png', Uint8Array.of(0x89, 0x50, 0, 0)), file('ferry.md', '# Ferry')]);
  expect(added).toEqual(['ferry.md']);
  expect(opened).toEqual([idOf('ferry.md')]);
  expect(imports.report?.left).toEqual([{ file: 'photo.png', why: 'No article shows this picture.' }]);
});

test('a file with nothing in it makes no article', async () => {
  const { imports, added } = importsOf();
  await imports.take([file('empty.txt', ''), file('blank.md', ' \n\n')]);
  expect(added).toEqual([]);
  expect(imports.report?.left).toMatchObject([
    { file: 'blank.md', why: 'There is nothing in this file.' },
    { file: 'empty.txt', why: 'There is nothing in this file.' },
  ]);
});

test('a stopped import is cancelled in the host, and nothing is opened', async () => {
  const { app, imports, host, opened } = importsOf();
  host.answers['import.add'] = () => {
    imports.stop();
    return { pictures: [], address: null };
  };
  await imports.take(['a', 'b', 'c', 'd'].map((name) => file(`${name}.txt`, 'The ferry sailed.')));
  expect([host.asked('import.commit'), host.asked('import.cancel') > 0]).toEqual([0, true]);
  expect([opened, imports.step, imports.report]).toEqual([[], null, null]);
  expect(app.notices.list[0]?.message).toBe('The import is stopped. Nothing of it is in the library.');
});

test('an import that fails says that nothing came of it', async () => {
  const { imports, host } = importsOf();
  delete host.answers['import.commit'];
  await imports.take([file('a.txt', 'One.'), file('b.txt', 'Two.')]);
  expect(imports.report).toMatchObject({ taken: [], problem: expect.any(String) as unknown });
});

test('a guessed encoding is told', async () => {
  const { imports } = importsOf();
  await imports.take([file('old.txt', Uint8Array.of(0x63, 0x61, 0x66, 0xe9))]);
  expect(imports.report?.taken[0]?.changes).toMatchObject([expect.stringContaining('Windows-1252')]);
});

test('one undo moves a whole import to the trash', async () => {
  const { imports, host } = importsOf([home]);
  host.answers['articles.trash'] = ({ ids }) => ({ trashed: ids });
  await imports.take([file('a.txt', 'One.'), file('b.txt', 'Two.')]);
  await imports.undo();
  expect(host.calls.find(({ name }) => name === 'articles.trash')?.input).toEqual({ ids: [idOf('a.txt'), idOf('b.txt')] });
  expect(imports.report).toBeNull();
});
