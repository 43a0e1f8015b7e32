import { expect, test } from 'vitest';
import { AppState } from '../state/app.svelte';
import type { Draft } from '../state/draft.svelte';
import { FakeHost, idOf, summary } from '../state/testing/fakeHost';
import { ImportState } from './import.svelte';

const home = { line: 1, text: 'Home', why: 'start of a breadcrumb' };

function importsOf(leftOut: readonly (typeof home)[] = []) {
  const host = new FakeHost({
    'articles.list': () => ({ articles: [summary('Ferry')], damaged: [] }),
    'session.put': () => null,
    'import.create': ({ name }) => ({ id: idOf(name ?? ''), headline: 'Ferry', leftOut }),
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
  return { host, app, imports: new ImportState(app), opened };
}
const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);

test('a smooth import opens the article and says so in one line', async () => {
  const { app, imports, opened } = importsOf();
  await imports.take([file('ferry.txt', 'The ferry sailed.')]);
  expect(opened).toEqual([idOf('ferry.txt')]);
  expect(imports.report).toEqual([]);
  expect(app.notices.list[0]?.message).toBe('Imported “Ferry”. Nothing was left out.');
});

test('what was left out is told', async () => {
  const { imports } = importsOf([home]);
  await imports.take([file('ferry.txt', 'Home\nThe ferry sailed.')]);
  expect(imports.report).toMatchObject([{ file: 'ferry.txt', headline: 'Ferry', leftOut: [home] }]);
});

test('a Word document goes to the host as it is', async () => {
  const { imports, host } = importsOf();
  await imports.take([file('ferry.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 9))]);
  expect(host.asked('import.create')).toBe(1);
  expect(host.calls.find(({ name }) => name === 'import.create')?.input).toMatchObject({
    text: '',
    packed: 'UEsDBAk=',
    name: 'ferry.docx',
  });
});

test('a picture among texts stops none of the others', async () => {
  const { imports, host, opened } = importsOf();
  await imports.take([file('photo.png', Uint8Array.of(0x89, 0x50, 0, 0)), file('ferry.md', '# Ferry')]);
  expect(host.asked('import.create')).toBe(1);
  expect(opened).toEqual([idOf('ferry.md')]);
  expect(imports.report[0]).toMatchObject({ file: 'photo.png', problem: expect.stringContaining('not a text') as unknown });
});

test('a file with nothing in it makes no article', async () => {
  const { imports, host } = importsOf();
  await imports.take([file('empty.txt'), file('blank.md', ' \n\n')]);
  expect(host.asked('import.create')).toBe(0);
  expect(imports.report).toMatchObject([{ problem: 'There is nothing in this file.' }, { file: 'blank.md' }]);
});

test('a stopped import reads no further file, and keeps nothing of the one that was under way', async () => {
  const { imports, host, opened } = importsOf();
  host.answers['articles.trash'] = ({ ids }) => ({ trashed: ids });
  host.answers['import.create'] = ({ name }) => {
    imports.stop();
    return { id: idOf(name ?? ''), headline: 'Ferry', leftOut: [] };
  };
  await imports.take([file('long.txt', 'The ferry sailed.'), file('next.txt', 'And came back.')]);
  expect(host.asked('import.create')).toBe(1);
  expect(host.calls.find(({ name }) => name === 'articles.trash')?.input).toEqual({ ids: [idOf('long.txt')] });
  expect(imports.waiting).toEqual([]);
  expect(opened).toEqual([]);
});

test('a guessed encoding is told', async () => {
  const { imports } = importsOf();
  await imports.take([file('old.txt', Uint8Array.of(0x63, 0x61, 0x66, 0xe9))]);
  expect(imports.report).toMatchObject([{ guessed: 'Windows-1252' }]);
});
