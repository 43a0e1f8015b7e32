import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, get } from './testing/asking';
import { events, listen } from './testing/listening';
import { standIn, visit, type StandIn } from './testing/standIn';

let stet: StandIn;
beforeEach(async () => {
  stet = await standIn();
});
afterEach(() => stet.stop());

test('closing lets windows send their last words, finishes what is under way and takes nothing more', async () => {
  const visitor = await visit(stet.loopback);
  const stream = await listen(visitor);
  let finish: () => void = () => undefined;
  stet.hold(new Promise<void>((resolve) => (finish = resolve)));
  const closed = stet.loopback.close(400);
  await vi.waitFor(() => expect(events(stream)).toEqual([{ type: 'closing', sequence: 1 }]));
  const lastWords = call(visitor, '{"name":"articles.save"}');
  await vi.waitFor(() => expect(stet.asked).toHaveLength(1));
  stream.close();
  await vi.waitFor(() => expect(stet.loopback.windows()).toBe(0));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await call(visitor, '{"name":"articles.list"}')).status).toBe(503);
  finish();
  expect((await lastWords).status).toBe(200);
  await closed;
  await expect(get(visitor, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(stet.asked.filter(({ name }) => name === 'articles.save')).toHaveLength(1);
});

test('what a window sent as it closed is taken although the host was told to end meanwhile', async () => {
  const visitor = await visit(stet.loopback);
  const stream = await listen(visitor);
  stream.close();
  await vi.waitFor(() => expect(stet.loopback.windows()).toBe(0));
  const closed = stet.loopback.close(1000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await call(visitor, '{"name":"articles.save"}')).status).toBe(200);
  await closed;
  expect(stet.asked.map(({ name }) => name)).toEqual(['articles.save']);
});

test('the host waits for a slow window’s last words, and no longer than it must', async () => {
  const visitor = await visit(stet.loopback);
  const stream = await listen(visitor);
  const began = performance.now();
  const waited = stet.loopback.lastWords(5000).then(() => performance.now() - began);
  await vi.waitFor(() => expect(events(stream)).toEqual([{ type: 'closing', sequence: 1 }]));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect((await call(visitor, '{"name":"articles.save"}')).status).toBe(200);
  expect((await call(visitor, '{"name":"session.put"}')).status).toBe(200);
  expect(await waited).toBeGreaterThan(600);
  expect(await waited).toBeLessThan(3000);
  expect(stet.asked.map(({ name }) => name)).toEqual(['articles.save', 'session.put']);
  stream.close();
});
