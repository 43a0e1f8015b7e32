import { expect, test } from 'vitest';
import { AppState } from '../state/app.svelte';
import type { SaveState } from '../editor/autosave';
import type { Draft } from '../state/draft.svelte';
import { FakeHost, idOf, summary } from '../state/testing/fakeHost';
import { ExportState } from './export.svelte';

const [one, two, three] = ['One', 'Two', 'Three'] as const;

async function appOf(host: FakeHost, saveState: SaveState) {
  host.answers['articles.list'] = () => ({
    articles: [summary(one), summary(two), summary(three, { trashedAt: 1 })],
    damaged: [],
  });
  host.answers['series.list'] = () => [
    {
      id: idOf('series'),
      name: null,
      entries: [{ article: idOf(three) }, { article: idOf(two) }, { title: 'Outside', url: null }, { article: idOf(one) }],
    },
  ];
  host.answers['export.formats'] = () => [
    { id: 'html', title: 'HTML', extension: 'html', previewable: true, embeds: true, metadata: false },
  ];
  host.answers['session.put'] = () => null;
  const app = new AppState(host.connection, (_client, id) =>
    Promise.resolve({ id, saveState, flush: () => Promise.resolve() } as unknown as Draft),
  );
  await Promise.all([app.library.refresh(), app.series.refresh()]);
  await app.open(idOf(one));
  return app;
}

async function exportOf(host: FakeHost, saveState: SaveState = { kind: 'saved' }) {
  const work = new ExportState(await appOf(host, saveState));
  await work.load();
  return work;
}

test('a series is exported in its order, without what is in the trash or outside', async () => {
  const work = await exportOf(new FakeHost());
  work.scope = 'series';
  expect(work.ids).toEqual([idOf(two), idOf(one)]);
});

test('several start from the open article', async () => {
  const work = await exportOf(new FakeHost());
  work.scope = 'several';
  work.toggle(idOf(two));
  expect(work.ids).toEqual([idOf(one), idOf(two)]);
  work.toggle(idOf(one));
  expect(work.ids).toEqual([idOf(two)]);
});

test('a file of the same name is asked about before it is replaced', async () => {
  const host = new FakeHost({
    'export.run': ({ replace }) =>
      replace
        ? { files: [{ article: idOf(one), name: 'one.html', lost: [] }], embargoed: [], stopped: null }
        : { exists: ['one.html'] },
  });
  const work = await exportOf(host);
  work.folder = { handle: 'h', label: 'Desk' };
  await work.run();
  expect(work.outcome).toEqual({ kind: 'exists', names: ['one.html'] });
  await work.run({ replace: true });
  expect(work.outcome).toMatchObject({ kind: 'written', folder: 'Desk' });
});

test('without a folder nothing is written', async () => {
  const host = new FakeHost();
  const work = await exportOf(host);
  await work.run();
  expect(host.asked('export.run')).toBe(0);
});

test('an export that fails says why', async () => {
  const work = await exportOf(new FakeHost());
  work.folder = { handle: 'h', label: 'Desk' };
  await work.run();
  expect(work.outcome?.kind).toBe('failed');
  expect(work.busy).toBe(false);
});

test('an article whose last changes could not be saved is not exported without a word', async () => {
  const work = await exportOf(new FakeHost(), { kind: 'failed', message: 'The disk is full.' });
  expect(work.unsaved).toBe(true);
  work.scope = 'several';
  work.toggle(idOf(one));
  expect(work.unsaved).toBe(false);
  expect((await exportOf(new FakeHost())).unsaved).toBe(false);
});

test('a preview that cannot be had says why', async () => {
  const work = await exportOf(new FakeHost());
  await work.show();
  expect(work.preview).toBeNull();
  expect(work.trouble).toBe('The test gives no answer to export.preview.');
});

test('an older preview never covers a newer one', async () => {
  let late = (): void => undefined;
  const answer = (text: string) => ({ name: 'one.html', text, preview: 'key', lost: [] });
  const host = new FakeHost({
    'export.preview': ({ options }) =>
      options.whole ? new Promise((resolve) => (late = () => resolve(answer('page')))) : answer('part'),
  });
  const work = await exportOf(host);
  const slow = work.show();
  await expect.poll(() => host.asked('export.preview')).toBe(1);
  work.whole = false;
  await work.show();
  late();
  await slow;
  expect(work.preview).toEqual({ name: 'one.html', text: 'part', page: '/preview/key', loses: null });
});

test('what would be left behind is named once, and “Save anyway” writes it without asking about the file again', async () => {
  const host = new FakeHost({
    'export.run': ({ replace, anyway }) =>
      !replace
        ? { exists: ['one.txt'] }
        : anyway
          ? { files: [{ article: idOf(one), name: 'one.txt', lost: ['3 links'] }], embargoed: [], stopped: null }
          : { loses: [{ article: idOf(one), name: 'one.txt', lost: ['3 links', '1 caption'] }] },
  });
  const work = await exportOf(host);
  work.folder = { handle: 'h', label: 'Desk' };
  await work.run();
  expect(work.outcome?.kind).toBe('exists');
  await work.run({ replace: true });
  expect(work.outcome).toEqual({ kind: 'loses', sentence: 'HTML cannot carry 3 links and 1 caption.' });
  await work.run({ anyway: true });
  expect(work.outcome?.kind).toBe('written');
});

test('while several are exported it says how far, and can be stopped; what was written is named', async () => {
  let end = (): void => undefined;
  const host = new FakeHost({
    'export.run': () =>
      new Promise((resolve) => {
        end = () =>
          resolve({
            files: [{ article: idOf(one), name: 'one.pdf', lost: [] }],
            embargoed: [],
            stopped: { because: null, left: ['two.pdf'] },
          });
      }),
    'export.cancel': () => {
      end();
      return null;
    },
  });
  const app = await appOf(host, { kind: 'saved' });
  const work = new ExportState(app);
  work.folder = { handle: 'h', label: 'Desk' };
  const running = work.run();
  await expect.poll(() => host.asked('export.run')).toBe(1);
  app.progress.exporting = { doing: 'reading', done: 1, total: 2 };
  expect(work.progress).toBe('Read back and compared: 1 of 2');
  app.progress.exporting = { doing: 'writing', done: 1, total: 2 };
  expect(work.progress).toBe('Written: 1 of 2');
  await work.stop();
  await running;
  expect(work.progress).toBeNull();
  expect(work.outcome).toMatchObject({ kind: 'written', files: [{ name: 'one.pdf' }], stopped: { left: ['two.pdf'] } });
});

test('what the file’s properties say is asked for by name, and only of a format that has any', async () => {
  const host = new FakeHost({ 'export.run': () => ({ files: [], embargoed: [], stopped: null }) });
  const work = await exportOf(host);
  const asked = () =>
    host.calls.filter(({ name }) => name === 'export.run').map(({ input }) => (input as { options: object }).options);
  const format = { id: 'docx', title: 'Word', extension: 'docx', previewable: true, embeds: false, metadata: true };
  work.formats = [...work.formats, format];
  work.folder = { handle: 'h', label: 'Desk' };
  work.metadata = true;
  await work.run();
  work.formatId = 'docx';
  await work.run();
  work.metadata = false;
  await work.run();
  expect(asked()).toEqual([
    { whole: true, embed: false },
    { whole: true, embed: false, metadata: true },
    { whole: true, embed: false },
  ]);
});
