import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accepted, get } from './testing/asking';
import { raw } from './testing/raw';
import { PICTURE, standIn, visit, type StandIn, type Visitor } from './testing/standIn';

let stet: StandIn;
beforeEach(async () => {
  stet = await standIn();
});
afterEach(() => stet.stop());

describe('pictures', () => {
  const upload = (visitor: Visitor, body: Buffer, headers: Record<string, string | string[]> = {}) =>
    raw(`http://${visitor.host}`, {
      method: 'POST',
      path: '/assets',
      headers: { ...accepted(visitor), 'Content-Type': 'application/octet-stream', ...headers },
      body,
    });

  test('are answered like a call', async () => {
    const visitor = await visit(stet.loopback);
    const { status, body } = await upload(visitor, Buffer.from([1]));
    expect([status, JSON.parse(body)]).toEqual([200, { ok: true, value: { asset: PICTURE, width: 1, height: 1 } }]);
  });

  test('may have 20 MB and not a byte more', { timeout: 60_000 }, async () => {
    const visitor = await visit(stet.loopback);
    expect((await upload(visitor, Buffer.alloc(20_000_000))).status).toBe(200);
    const more = await upload(visitor, Buffer.alloc(20_000_001)).then(
      ({ status }) => status,
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(more);
    expect(stet.asked).toHaveLength(1);
  });

  test('are shown to the window alone, as what they are', async () => {
    const visitor = await visit(stet.loopback);
    const { status, headers } = await get(visitor, `/assets/${PICTURE}`, { 'Sec-Fetch-Site': 'same-origin' });
    expect([status, headers['content-type']]).toEqual([200, 'image/png']);
    expect((await get(visitor, `/assets/${PICTURE}`, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await get(visitor, `/assets/${PICTURE}`, { Origin: 'null' })).status).toBe(403);
    expect((await get(visitor, `/assets/${PICTURE}`, { Cookie: 'stet=x' })).status).toBe(403);
    const { host } = visitor;
    expect((await raw(`http://${host}`, { method: 'GET', path: `/assets/${PICTURE}`, headers: { Host: host } })).status).toBe(
      403,
    );
  });

  test.each([
    '',
    '/',
    `/${PICTURE.slice(1)}`,
    `/${PICTURE.replace('png', 'svg')}`,
    `/../${PICTURE}`,
    `/${PICTURE}?x`,
    `/${PICTURE}/`,
  ])('are not found at /assets%s', async (path) => {
    const visitor = await visit(stet.loopback);
    expect([404, 405]).toContain((await get(visitor, `/assets${path}`)).status);
  });

  test('that are not there are not found', async () => {
    const visitor = await visit(stet.loopback);
    expect((await get(visitor, `/assets/${PICTURE.replace('0', 'f')}`)).status).toBe(404);
  });
});
