import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Copies } from './copies';
import { LibraryState } from './library.svelte';
import { SessionState } from './session.svelte';
import { FakeHost, idOf, summary } from './testing/fakeHost';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const [ice, mine] = [idOf('ice'), idOf('mine')];

function desk() {
  const host = new FakeHost({ 'session.put': () => null });
  const [session, library] = [new SessionState(host.client, () => undefined), new LibraryState(host.client)];
  library.articles = [summary('Ice', { id: ice }), summary('Ice', { id: mine })];
  return { host, session, library, copies: new Copies(session, library) };
}

test('of two that look alike the copy is told, and since when', () => {
  const { copies } = desk();
  copies.keep([{ id: mine, of: ice }], 5_000);
  expect([copies.madeAt(mine), copies.madeAt(ice)]).toEqual([5_000, null]);
});

test('once the other is in the trash or gone, it is an article like any', () => {
  const { copies, library } = desk();
  copies.keep([{ id: mine, of: ice }], 5_000);
  library.articles = [summary('Ice', { id: ice, trashedAt: 1 }), summary('Ice', { id: mine })];
  expect(copies.madeAt(mine)).toBeNull();
  library.articles = [summary('Ice', { id: mine })];
  expect(copies.madeAt(mine)).toBeNull();
});

test('it is still told after the next start', async () => {
  const { host, copies } = desk();
  copies.keep([{ id: mine, of: ice }], 5_000);
  vi.runAllTimers();
  const kept = host.calls.find(({ name }) => name === 'session.put')?.input as never;
  const again = desk();
  again.host.answers['session.get'] = () => kept;
  await again.session.restore();
  expect(again.copies.madeAt(mine)).toBe(5_000);
});

test('the oldest of very many are no longer told', () => {
  const { copies, session } = desk();
  copies.keep([{ id: mine, of: ice }], 5_000);
  copies.keep(
    Array.from({ length: 200 }, (_, at) => ({ id: idOf(`copy ${1000 + at}`), of: ice })),
    6_000,
  );
  expect(copies.madeAt(mine)).toBeNull();
  expect(Object.keys(session.copies)).toHaveLength(200);
});
