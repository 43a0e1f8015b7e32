import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Article } from '../../core/article/article';
import { article as doc, p } from '../../core/document/testing/builders';
import { StetError } from '../../core/errors';
import { HistoryRecorder } from './historyRecorder';
import { MemoryHistory } from './testing/memoryPorts';

const ID = 'harbour000000000';
const HOUR = 3_600_000;
const full = new StetError('storage/full', 'The disk is full.');
const take = (revision: number): Article => ({
  id: ID,
  revision,
  schema: 1,
  createdAt: 0,
  editedAt: revision * 1_000,
  trashedAt: null,
  doc: doc({ headline: 'Harbour' }, p(`Take ${revision}.`)),
});

function desk() {
  let [wall, steady] = [1_000_000, 0];
  const store = new MemoryHistory();
  const troubles: string[] = [];
  const recorder = new HistoryRecorder({
    store,
    clock: { now: () => wall },
    steady: () => steady,
    onTrouble: (message) => troubles.push(message),
  });
  return {
    store,
    troubles,
    recorder,
    pass: (ms: number) => {
      wall += ms;
      steady += ms;
    },
    jump: (ms: number) => (wall += ms),
    /** A save as `OpenArticles` makes it. */
    save: async (from: number, to: number) => {
      await recorder.before(take(from));
      recorder.saved(take(to));
    },
    kept: () => (store.kept.get(ID) ?? []).map(({ facts }) => `${facts.revision} in ${facts.sitting}`),
  };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());
const settle = <T>(work: Promise<T>): Promise<T> => {
  void vi.advanceTimersByTimeAsync(5);
  return work;
};

test('what stood there before the first edit is kept before the save goes on; the saves follow together', async () => {
  const { save, kept, recorder } = desk();
  await settle(save(7, 8));
  expect(kept()).toEqual(['7 in 0']);
  await save(8, 9);
  await save(9, 10);
  expect(kept()).toEqual(['7 in 0']);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(kept()).toEqual(['7 in 0', '8 in 1', '9 in 1', '10 in 1']);
  await recorder.flush();
});

test('after half an hour without a save another sitting begins', async () => {
  const { save, pass, kept, recorder } = desk();
  await settle(save(1, 2));
  pass(HOUR / 4);
  await settle(save(2, 3));
  pass(HOUR);
  await settle(save(3, 4));
  await settle(recorder.flush());
  expect(kept()).toEqual(['1 in 0', '2 in 1', '3 in 1', '4 in 2']);
});

test('a new start goes on counting sittings, and keeps what a killed one could not', async () => {
  const first = desk();
  await settle(first.save(1, 2));
  await settle(first.recorder.flush());
  // Revision 3 was saved, and the program killed before its version was written.
  first.recorder.saved(take(3));
  const second = new HistoryRecorder({
    store: first.store,
    clock: { now: () => 0 },
    steady: () => 0,
    onTrouble: () => undefined,
  });
  await settle(second.before(take(3)));
  second.saved(take(4));
  await settle(second.flush());
  expect(first.kept()).toEqual(['1 in 0', '2 in 1', '3 in 1', '4 in 2']);
});

test('a clock that jumps begins a sitting and loses nothing', async () => {
  const { save, jump, kept, recorder } = desk();
  await settle(save(1, 2));
  jump(-10 * 365 * 24 * HOUR);
  await settle(save(2, 3));
  await settle(recorder.flush());
  expect(kept()).toEqual(['1 in 0', '2 in 1', '3 in 2']);
});

test('a full disk stops no save, is told once, and everything is kept when there is room again', async () => {
  const { store, save, kept, troubles, recorder } = desk();
  store.failure = full;
  await settle(save(1, 2));
  await settle(recorder.flush());
  await save(2, 3);
  await settle(recorder.flush());
  expect(troubles).toHaveLength(1);
  expect(troubles[0]).toContain('Your text is saved');
  store.failure = null;
  await save(3, 4);
  await settle(recorder.flush());
  expect(kept()).toEqual(['1 in 0', '2 in 1', '3 in 1', '4 in 1']);
});

test('of what no disk takes, the version before the sitting and the newest stay in memory', async () => {
  const { store, save, kept, recorder } = desk();
  store.failure = full;
  await settle(save(1, 2));
  for (let revision = 3; revision < 500; revision++) recorder.saved(take(revision));
  store.failure = null;
  await settle(recorder.flush());
  expect(kept()).toHaveLength(256);
  expect([kept()[0], kept().at(-1)]).toEqual(['1 in 0', '499 in 1']);
});

test('a version that is asked for is there when the answer comes, after what waited', async () => {
  const { save, kept, store, recorder } = desk();
  await settle(save(1, 2));
  await settle(recorder.keep(take(2), { name: 'To the desk' }));
  expect(kept()).toEqual(['1 in 0', '2 in 1']);
  expect(store.kept.get(ID)?.at(-1)?.facts.name).toBe('To the desk');
});

test('half an hour by the steady clock alone, as after a clock that was set back meanwhile, begins a sitting too', async () => {
  const { save, pass, jump, kept, recorder } = desk();
  await settle(save(1, 2));
  pass(HOUR);
  jump(-HOUR);
  await settle(save(2, 3));
  await settle(recorder.flush());
  expect(kept()).toEqual(['1 in 0', '2 in 1', '3 in 2']);
});

test('what the disk did not take in one sitting is not lost in the next', async () => {
  const { store, save, pass, kept, recorder } = desk();
  store.failure = full;
  await settle(save(1, 2));
  await save(2, 3);
  pass(HOUR);
  await settle(save(3, 4));
  store.failure = null;
  await settle(recorder.flush());
  expect(kept()).toEqual(['1 in 0', '2 in 1', '3 in 1', '4 in 2']);
});

test('old versions are thinned after many new ones, and once a sitting', async () => {
  const { store, save, recorder } = desk();
  await settle(save(1, 2));
  await settle(recorder.flush());
  expect(store.thinned).toBe(1);
  for (let revision = 3; revision < 200; revision++) recorder.saved(take(revision));
  await settle(recorder.flush());
  expect(store.thinned).toBe(2);
});
