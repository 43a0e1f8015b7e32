import { expect, test } from 'vitest';
import type { Series } from '../../core/series/series';
import { LibraryState } from './library.svelte';
import { SeriesState } from './series.svelte';
import { FakeHost, idOf, summary } from './testing/fakeHost';

const [first, second, third] = ['First tide', 'Second tide', 'Third tide'] as const;
const harbour: Series = {
  id: idOf('series'),
  name: 'Harbour',
  entries: [{ article: idOf(first) }, { article: idOf(second) }, { title: 'On the coast', url: null }, { article: idOf(third) }],
};

async function seriesOf(host: FakeHost, trashed: readonly string[] = []) {
  host.answers['articles.list'] = () => ({
    articles: [first, second, third].map((name) => summary(name, { trashedAt: trashed.includes(name) ? 5 : null })),
    damaged: [],
  });
  host.answers['series.list'] ??= () => [harbour];
  const notices: { message: string; undo: (() => void) | undefined }[] = [];
  const library = new LibraryState(host.client);
  const series = new SeriesState(host.client, library, (message, undo) => notices.push({ message, undo }));
  await library.refresh();
  await series.refresh();
  series.article = idOf(second);
  return { series, notices };
}

test('previous and next follow from the order', async () => {
  const { series } = await seriesOf(new FakeHost());
  expect(series.previous).toMatchObject({ title: first, article: idOf(first) });
  expect(series.next).toEqual({ article: null, title: 'On the coast', url: null, status: null, trashed: false });
});

test('a neighbour in the trash is passed over', async () => {
  const { series } = await seriesOf(new FakeHost(), [first]);
  expect(series.previous).toBeNull();
});

test('an article that stands nowhere has no neighbours', async () => {
  const { series } = await seriesOf(new FakeHost());
  series.article = idOf('elsewhere');
  expect([series.current, series.previous, series.next]).toEqual([null, null, null]);
});

test('a change can be taken back as one step', async () => {
  const restored: unknown[] = [];
  const host = new FakeHost({
    'series.move': () => harbour,
    'series.restore': ({ series }) => {
      restored.push(series);
      return null;
    },
  });
  const { series, notices } = await seriesOf(host);
  await series.move(0, 1);
  expect(host.calls.find((call) => call.name === 'series.move')?.input).toEqual({ series: harbour.id, from: 0, to: 1 });
  notices[0]?.undo?.();
  await expect.poll(() => restored).toEqual([[harbour]]);
});

test('a move that goes nowhere is not sent', async () => {
  const host = new FakeHost();
  const { series } = await seriesOf(host);
  await series.move(0, -1);
  await series.move(3, 4);
  expect(host.asked('series.move')).toBe(0);
});

test('a piece that stands elsewhere is asked about, and nothing is said to have been linked', async () => {
  const other: Series = { id: idOf('other'), name: null, entries: [{ article: idOf(third) }] };
  const host = new FakeHost({
    'series.link': ({ when }) => (when === 'ask' ? { ask: { series: other, with: idOf(third) } } : { linked: harbour }),
  });
  const { series, notices } = await seriesOf(host);
  expect(await series.link('next', { article: idOf(third) })).toMatchObject({ kind: 'ask', series: other });
  expect(notices).toEqual([]);
  expect(await series.link('next', { article: idOf(third) }, 'move')).toEqual({ kind: 'linked' });
  expect(notices).toHaveLength(1);
});

test('a name of blanks takes the name away', async () => {
  const host = new FakeHost({ 'series.rename': () => harbour });
  const { series } = await seriesOf(host);
  await series.rename('   ');
  expect(host.calls.find((call) => call.name === 'series.rename')?.input).toEqual({ series: harbour.id, name: null });
});
