import { afterEach, beforeEach, expect, test } from 'vitest';
import { call } from './testing/asking';
import { standIn, visit, type StandIn } from './testing/standIn';

let stet: StandIn;
beforeEach(async () => {
  stet = await standIn();
});
afterEach(() => stet.stop());

test('calls answer errors as answers', async () => {
  const visitor = await visit(stet.loopback);
  const answer = await call(visitor, '{"name":"articles.open","input":{"id":"x"}}');
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    200,
    { ok: false, error: { code: 'articles/missing', message: 'It is gone.', details: {} } },
  ]);
  expect(stet.asked).toEqual([{ name: 'articles.open', input: { id: 'x' } }]);
});

test.each([['not json'], ['null'], [''], ['{"name":'], [Buffer.from([0x7b, 0xff, 0x7d])]])(
  'calls refuse %j without running anything',
  async (body) => {
    const visitor = await visit(stet.loopback);
    const answer = await call(visitor, body);
    expect([answer.status, (JSON.parse(answer.body) as { error: { code: string } }).error.code]).toEqual([
      400,
      'loopback/unreadable',
    ]);
    expect(stet.asked).toEqual([]);
  },
);

test('calls take 48 MB and not a byte more', { timeout: 60_000 }, async () => {
  const visitor = await visit(stet.loopback);
  const frame = '{"name":"import.page","input":""}';
  const body = (bytes: number) => frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);
  expect((await call(visitor, body(48_000_000))).status).toBe(200);
  expect(await call(visitor, body(48_000_001)).then((answer) => answer.status, cutOff)).toBe(413);
  const chunked = await call(visitor, body(48_000_001), { 'Transfer-Encoding': 'chunked' }).then(
    (answer) => answer.status,
    cutOff,
  );
  expect([413, 'cut off']).toContain(chunked);
  expect(stet.asked).toHaveLength(1);
});
const cutOff = (error: NodeJS.ErrnoException) =>
  error.code === 'ECONNRESET' || error.code === 'EPIPE' ? 'cut off' : Promise.reject(error);
