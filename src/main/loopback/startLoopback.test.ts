import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accepted, get } from './testing/asking';
import { raw } from './testing/raw';
import { standIn, visit, type StandIn } from './testing/standIn';

let stet: StandIn;
beforeEach(async () => {
  stet = await standIn();
});
afterEach(() => stet.stop());

describe('files', () => {
  test('are those of the window, with the app’s policy', async () => {
    const visitor = await visit(stet.loopback);
    const page = await get(visitor, '/');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'",
    );
    expect((await get(visitor, '/assets/app.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test('need the cookie', async () => {
    const { host } = await visit(stet.loopback);
    for (const path of ['/', '/assets/app.js', '/preview/ferry'])
      expect((await raw(`http://${host}`, { method: 'GET', path, headers: { Host: host } })).status).toBe(403);
  });

  test.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/%2E%2E/secret.json',
    '/assets/../../secret.json',
    '/assets/../assets/app.js',
    '/assets%2fapp.js',
    '/assets//app.js',
    '//assets/app.js',
    '/./assets/app.js',
    '/..\\secret.json',
    '/..%5csecret.json',
    '/%00',
    '/assets/app.js%00',
    '/assets/app.js%00.html',
    '/link.json',
    '/linked/secret.json',
    '/notes.txt',
    '/assets/',
    '/assets/app.js/',
    '/assets/app.js?',
    '/assets/app.js?x=1',
    '/ASSETS/app.js',
    '/assets/app.js.',
    '/assets/app.js::$DATA',
    'assets/app.js',
    '*',
    'http://127.0.0.1/',
    '/preview/',
    '/preview/../secret.json',
    '/preview/%66erry',
    '/preview/ferry/',
    '/preview/__proto__',
    '/__proto__',
    '/constructor',
  ])('are not found at %s', async (path) => {
    const visitor = await visit(stet.loopback);
    const answer = await get(visitor, path).then(
      ({ status, body }) => ({ status, body }),
      (error: NodeJS.ErrnoException) => ({ status: 0, body: String(error.code) }),
    );
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('"secret":true');
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'])('are not there for %s', async (method) => {
    const visitor = await visit(stet.loopback);
    const answer = await raw(stet.loopback.address, { method, path: '/', headers: accepted(visitor) });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET']);
  });

  test('a preview is a document of its own that may run nothing', async () => {
    const visitor = await visit(stet.loopback);
    const { status, headers } = await get(visitor, '/preview/ferry');
    const policy = String(headers['content-security-policy']).split('; ');
    expect(status).toBe(200);
    for (const rule of ["default-src 'none'", "style-src 'unsafe-inline'", 'img-src data:', 'sandbox', "frame-ancestors 'self'"])
      expect(policy).toContain(rule);
    expect(policy.some((rule) => rule.startsWith('script-src') || rule.includes('allow-scripts'))).toBe(false);
    expect((await get(visitor, '/preview/other')).status).toBe(404);
  });
});
