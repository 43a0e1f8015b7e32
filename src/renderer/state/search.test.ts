import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StetError } from '../../core/errors';
import type { OutputOf } from '../../core/rpc/contract';
import { hitsOf, placeOf } from './hits';
import { SearchState } from './search.svelte';
import { FakeHost, idOf, summary } from './testing/fakeHost';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Found = OutputOf<'search.find'>;
const finds = (name: string, reading: Found['reading'] = null): Found => ({
  hits: [{ id: idOf(name), passages: [] }],
  total: 1,
  reading,
});

test('the host is asked once, when the keys pause', async () => {
  const host = new FakeHost({ 'search.find': ({ query }) => finds(query) });
  const search = new SearchState(host.client);
  for (const query of ['h', 'ha', 'harbour']) search.want(query);
  await vi.runAllTimersAsync();
  expect(host.calls.map(({ input }) => (input as { query: string }).query)).toEqual(['harbour']);
  expect(search.found?.hits[0]?.id).toBe(idOf('harbour'));
  expect(search.asked).toBe('harbour');
});

test('an answer that comes too late is not shown', async () => {
  let answer: (found: Found) => void = () => undefined;
  const late = new Promise<Found>((resolve) => (answer = resolve));
  const host = new FakeHost({ 'search.find': ({ query }) => (query === 'slow' ? late : finds(query)) });
  const search = new SearchState(host.client);
  search.want('slow');
  await vi.advanceTimersByTimeAsync(200);
  search.want('quick');
  await vi.advanceTimersByTimeAsync(200);
  answer(finds('slow'));
  await vi.runAllTimersAsync();
  expect(search.found?.hits[0]?.id).toBe(idOf('quick'));
});

test('while the library is still read, what is shown grows; without a query nothing is asked', async () => {
  let total = 1;
  const host = new FakeHost({ 'search.find': () => ({ hits: [], total: total++, reading: { done: 1, total: 9 } }) });
  const search = new SearchState(host.client);
  search.moved({ done: 1, total: 9 });
  await vi.runAllTimersAsync();
  expect(host.asked('search.find')).toBe(0);
  search.want('ice');
  await vi.runAllTimersAsync();
  search.moved(null);
  await vi.runAllTimersAsync();
  expect(search.found?.total).toBe(2);
  search.want('');
  expect(search.found).toBeNull();
});

test('a failure is told in words and the next answer takes it back', async () => {
  let works = false;
  const host = new FakeHost({
    'search.find': () => {
      if (!works) throw new StetError('search/failed', 'Not just now.');
      return finds('ice');
    },
  });
  const search = new SearchState(host.client);
  search.want('ice');
  await vi.runAllTimersAsync();
  expect(search.failed).toBe('Not just now.');
  works = true;
  search.want('ice road');
  await vi.runAllTimersAsync();
  expect(search.failed).toBeNull();
});

const [ferry, school] = [summary('Ferry inquiry'), summary('School')];
const byId = new Map([ferry, school].map((article) => [article.id, article]));

test('headlines that have the words come after what the host found, each article once', () => {
  const found = [{ id: school.id, passages: [] }];
  const { shown, total } = hitsOf({ hits: found, total: 1 }, byId, [ferry, school], 'erry');
  expect([shown.map(({ article }) => article), total]).toEqual([[school, ferry], 2]);
});

test.each(['"ferry"', '-ferry', 'section:ferry'])('to %s the host’s answer is all', (query) => {
  expect(hitsOf({ hits: [], total: 0 }, byId, [ferry], query)).toEqual({ shown: [], total: 0 });
});

test('what is gone or in the trash meanwhile is not shown', () => {
  const gone = { ...ferry, trashedAt: 5 };
  const hits = [ferry.id, 'nowhere'].map((id) => ({ id, passages: [] }));
  expect(hitsOf({ hits, total: 2 }, new Map([[gone.id, gone]]), [], 'x ').shown).toEqual([]);
});

test('of thousands that have the words only a screen’s worth is shown, and all are counted', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => summary(`Ferry ${at}`));
  const all = new Map(many.map((article) => [article.id, article]));
  const first = many.slice(0, 40).map(({ id }) => ({ id, passages: [] }));
  const { shown, total } = hitsOf({ hits: first, total: 4_000 }, all, many, 'f');
  expect(shown.length).toBeLessThanOrEqual(100);
  expect(total).toBe(5_000);
  expect(hitsOf({ hits: [], total: 0 }, all, many, 'f').total).toBe(5_000);
});

test('the place to go to are words of the text', () => {
  const at = (part: 'body' | 'notes') => ({ part, text: 'On the ice road', marks: [{ from: 7, to: 15 }] });
  expect(placeOf([at('notes'), at('body')])).toBe('ice road');
  expect(placeOf([at('notes')])).toBeNull();
});
