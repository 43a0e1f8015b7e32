import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TOKEN_HEADER } from '../../core/rpc/loopback';
import { raw } from './testing/raw';
import { enter, launchToken, PICTURE, standIn, visit, type StandIn, type Visitor } from './testing/standIn';

let stet: StandIn;
beforeEach(async () => {
  stet = await standIn();
});
afterEach(() => stet.stop());

const accepted = (visitor: Visitor) => ({
  Host: visitor.host,
  Origin: `http://${visitor.host}`,
  Cookie: visitor.cookie,
  [TOKEN_HEADER]: visitor.token,
  'Content-Type': 'application/json',
});
const get = (visitor: Visitor, path: string, headers: Record<string, string | string[]> = {}) =>
  raw(`http://${visitor.host}`, { method: 'GET', path, headers: { Host: visitor.host, Cookie: visitor.cookie, ...headers } });
const call = (visitor: Visitor, body: string | Buffer, headers: Record<string, string | string[]> = {}) =>
  raw(`http://${visitor.host}`, { method: 'POST', path: '/rpc', headers: { ...accepted(visitor), ...headers }, body });

describe('the matrix of a call', () => {
  type Column = (visitor: Visitor) => string | string[] | null;
  const swapped = (text: string) => text.slice(0, -2) + (text.endsWith('AA') ? 'BB' : 'AA');
  const hosts: Record<string, Column> = {
    exact: ({ host }) => host,
    'by name': ({ host }) => host.replace('127.0.0.1', 'localhost'),
    'another port': () => '127.0.0.1:1',
    'a rebound name': ({ host }) => host.replace('127.0.0.1', 'evil.example'),
    'two of them': ({ host }) => [host, 'evil.example'],
  };
  const origins: Record<string, Column> = {
    exact: ({ host }) => `http://${host}`,
    missing: () => null,
    null: () => 'null',
    'by name': ({ host }) => `http://${host.replace('127.0.0.1', 'localhost')}`,
    'another port': () => 'http://127.0.0.1:1',
    'https instead': ({ host }) => `https://${host}`,
    longer: ({ host }) => `http://${host}.evil.example`,
  };
  const tokens: Record<string, Column> = {
    exact: ({ token }) => token,
    missing: () => null,
    empty: () => '',
    wrong: ({ token }) => swapped(token),
    'the cookie’s': ({ cookie }) => cookie.split('=')[1] ?? '',
  };
  const cookies: Record<string, Column> = {
    exact: ({ cookie }) => cookie,
    missing: () => null,
    wrong: ({ cookie }) => swapped(cookie),
    'of another instance': ({ cookie }) => cookie.replace(/^stet-[0-9a-f]+/u, 'stet-0123456789abcdef'),
    twice: ({ cookie }) => `${cookie}; ${cookie}`,
    'the tab’s token': ({ cookie, token }) => `${cookie.split('=')[0]}=${token}`,
  };
  const types: Record<string, Column> = {
    exact: () => 'application/json',
    missing: () => null,
    'plain text': () => 'text/plain',
    'a form': () => 'application/x-www-form-urlencoded',
    'with a parameter': () => 'application/json; boundary=x',
  };
  const methods = ['POST', 'GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  const columns = { Host: hosts, Origin: origins, [TOKEN_HEADER]: tokens, Cookie: cookies, 'Content-Type': types };
  const every = Object.entries(columns).reduce<{ name: string; picks: [string, Column][] }[]>(
    (rows, [header, values]) =>
      rows.flatMap((row) =>
        Object.entries(values).map(([name, column]) => ({
          name: `${row.name} ${header}=${name}`,
          picks: [...row.picks, [header, column] as [string, Column]],
        })),
      ),
    methods.map((method) => ({ name: method, picks: [] })),
  );

  test('lets exactly one row in', { timeout: 120_000 }, async () => {
    const visitor = await visit(stet.loopback);
    const admitted: string[] = [];
    const statuses = new Set<number>();
    const queue = [...every];
    const agent = new Agent({ keepAlive: true });
    const worker = async () => {
      for (let row = queue.pop(); row; row = queue.pop()) {
        const headers: Record<string, string | string[]> = {};
        for (const [header, column] of row.picks) {
          const value = column(visitor);
          if (value !== null) headers[header] = value;
        }
        const method = row.name.split(' ')[0] ?? '';
        const answer = await raw(`http://${visitor.host}`, {
          method,
          path: '/rpc',
          headers,
          agent,
          body: method === 'GET' || method === 'HEAD' ? undefined : '{"name":"app.info"}',
        });
        statuses.add(answer.status);
        if (answer.status < 400) admitted.push(row.name);
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    agent.destroy();
    expect(every).toHaveLength(7 * 5 * 7 * 5 * 6 * 5);
    expect(admitted).toEqual([`POST Host=exact Origin=exact ${TOKEN_HEADER}=exact Cookie=exact Content-Type=exact`]);
    expect([...statuses].sort()).toEqual([200, 403, 405, 415]);
    expect(stet.asked).toEqual([{ name: 'app.info', input: null }]);
  });

  test('holds for pictures as well: one kind of content, and everything else as for a call', { timeout: 120_000 }, async () => {
    const visitor = await visit(stet.loopback);
    const admitted: string[] = [];
    const exact = (name: string) => name.split('=').length - 1 - name.split('=exact').length + 1;
    // The same code decides for a call, so that what differs in up to two columns is enough here.
    const rows = every.filter(({ name, picks }) => picks.at(-1)?.[1](visitor) === 'application/json' && exact(name) <= 2);
    const agent = new Agent({ keepAlive: true });
    const queue = ['application/octet-stream', 'application/json', 'image/png'].flatMap((type) =>
      rows.map((row) => ({ ...row, type })),
    );
    const worker = async () => {
      for (let row = queue.pop(); row; row = queue.pop()) {
        const headers: Record<string, string | string[]> = {};
        for (const [header, column] of row.picks) {
          const value = column(visitor);
          if (value !== null) headers[header] = value;
        }
        headers['Content-Type'] = row.type;
        const method = row.name.split(' ')[0] ?? '';
        const body = method === 'GET' || method === 'HEAD' ? undefined : Buffer.from([1, 2, 3]);
        const answer = await raw(`http://${visitor.host}`, { method, path: '/assets', headers, agent, body });
        if (answer.status < 400) admitted.push(`${row.name} ${row.type}`);
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    agent.destroy();
    expect(admitted).toEqual([
      `POST Host=exact Origin=exact ${TOKEN_HEADER}=exact Cookie=exact Content-Type=exact application/octet-stream`,
    ]);
    expect(stet.asked).toEqual([{ name: 'a picture', input: 3 }]);
  });

  test('asks the fetch metadata where a browser sends it', async () => {
    const visitor = await visit(stet.loopback);
    expect((await call(visitor, '{"name":"app.info"}', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await call(visitor, '{"name":"app.info"}', { 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await get(visitor, '/', { 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await get(visitor, '/', { 'Sec-Fetch-Site': 'none' })).status).toBe(200);
    expect((await get(visitor, '/', { Origin: 'http://evil.example' })).status).toBe(403);
  });

  test('never answers an upgrade', async () => {
    const visitor = await visit(stet.loopback);
    const headers = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    expect((await get(visitor, '/events', headers)).status).toBe(403);
  });

  test('sends no CORS header and the same guard on every answer', async () => {
    const visitor = await visit(stet.loopback);
    const preflight = await raw(stet.loopback.address, {
      method: 'OPTIONS',
      path: '/rpc',
      headers: {
        Host: visitor.host,
        Origin: 'http://127.0.0.1:1',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': TOKEN_HEADER,
      },
    });
    const answers = [
      preflight,
      await get(visitor, '/'),
      await get(visitor, '/preview/ferry'),
      await get(visitor, `/assets/${PICTURE}`),
      await get(visitor, '/nowhere'),
      await call(visitor, '{"name":"a"}'),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([405, 200, 200, 200, 404, 200]);
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/u);
    }
  });
});

describe('calls', () => {
  test('answer errors as answers', async () => {
    const visitor = await visit(stet.loopback);
    const answer = await call(visitor, '{"name":"articles.open","input":{"id":"x"}}');
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      200,
      { ok: false, error: { code: 'articles/missing', message: 'It is gone.', details: {} } },
    ]);
    expect(stet.asked).toEqual([{ name: 'articles.open', input: { id: 'x' } }]);
  });

  test.each([['not json'], ['null'], [''], ['{"name":'], [Buffer.from([0x7b, 0xff, 0x7d])]])(
    'refuse %j without running anything',
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

  test('take 48 MB and not a byte more', { timeout: 60_000 }, async () => {
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
});

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

describe('the launch', () => {
  test('listens on 127.0.0.1 and no other address of this machine', async () => {
    expect(stet.loopback.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    const { port } = new URL(stet.loopback.address);
    const other = raw(`http://127.0.0.2:${port}`, { method: 'GET', path: '/', headers: { Host: `127.0.0.1:${port}` } });
    await expect(other).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test.runIf(process.platform !== 'win32')('puts the token where only this user can read it', async () => {
    const file = fileURLToPath(stet.loopback.launchUrl() ?? '');
    expect([(await stat(file)).mode & 0o777, (await stat(stet.folder)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(Buffer.from(await launchToken(stet.loopback), 'base64url')).toHaveLength(32);
    expect(stet.loopback.launchUrl()).not.toContain(await launchToken(stet.loopback));
  });

  test('exchanges the token once for a cookie and a token of the tab, and removes the file', async () => {
    const token = await launchToken(stet.loopback);
    const file = fileURLToPath(stet.loopback.launchUrl() ?? '');
    const first = await enter(stet.loopback, token);
    expect(first.status).toBe(200);
    expect(String(first.headers['set-cookie'])).toMatch(/^stet-[0-9a-f]{16}=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/u);
    expect(first.body).not.toContain(token);
    expect(first.body).not.toContain(String(first.headers['set-cookie']).split(/[=;]/u)[1]);
    expect([existsSync(file), stet.loopback.launchUrl()]).toEqual([false, null]);
    const second = await enter(stet.loopback, token);
    expect([second.status, second.headers['set-cookie']]).toEqual([403, undefined]);
  });

  test('a wrong token does not use up the right one', async () => {
    const token = await launchToken(stet.loopback);
    for (const wrong of ['', `${token}x`, token.slice(1), token.toUpperCase()])
      expect((await enter(stet.loopback, wrong)).status).toBe(403);
    expect((await enter(stet.loopback, token)).status).toBe(200);
  });

  test.each<[string, Record<string, string>, number]>([
    ['another origin', { Origin: 'http://evil.example' }, 403],
    ['our own origin', { Origin: 'http://127.0.0.1:80' }, 403],
    ['another host', { Host: 'evil.example' }, 403],
    ['JSON', { 'Content-Type': 'application/json' }, 415],
    ['a frame', { 'Sec-Fetch-Dest': 'iframe' }, 403],
  ])('refuses the right token from %s', async (_name, headers, status) => {
    expect((await enter(stet.loopback, await launchToken(stet.loopback), headers)).status).toBe(status);
    expect(stet.loopback.launchUrl()).not.toBeNull();
  });
});

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

describe('events', () => {
  interface Stream {
    lines: string[];
    close(): void;
    ended: Promise<void>;
  }
  const listen = (visitor: Visitor) =>
    new Promise<Stream>((resolve, reject) => {
      const { hostname, port } = new URL(`http://${visitor.host}`);
      const sent = request(
        { hostname, port, method: 'POST', path: '/events', headers: accepted(visitor), agent: false, setHost: false },
        (response) => {
          const lines: string[] = [];
          const ended = new Promise<void>((end) => response.once('close', end));
          response.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').slice(0, -1)));
          response.on('error', () => undefined); // a stream that the test or the host cuts off
          resolve({ lines, ended, close: () => sent.destroy() });
        },
      );
      sent.on('error', reject);
      sent.end('{}');
    });
  const events = ({ lines }: Stream) => lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);

  test('are numbered from 1 in each window, in order', async () => {
    const visitor = await visit(stet.loopback);
    const first = await listen(visitor);
    stet.emit({ type: 'series' });
    const second = await listen(visitor);
    stet.emit({ type: 'articles', ids: ['a'], revision: 3 });
    await vi.waitFor(() => expect(events(second)).toHaveLength(1));
    await vi.waitFor(() => expect(events(first)).toHaveLength(2));
    expect(events(first)).toEqual([
      { type: 'series', sequence: 1 },
      { type: 'articles', ids: ['a'], revision: 3, sequence: 2 },
    ]);
    expect(events(second)).toEqual([{ type: 'articles', ids: ['a'], revision: 3, sequence: 1 }]);
  });

  test('need both tokens', async () => {
    const visitor = await visit(stet.loopback);
    for (const header of ['Cookie', TOKEN_HEADER, 'Origin'] as const) {
      const answer = await raw(stet.loopback.address, {
        method: 'POST',
        path: '/events',
        headers: { ...accepted(visitor), [header]: 'x' },
        body: '{}',
      });
      expect(answer.status).toBe(403);
    }
  });

  test('an idle stream shows that it lives', async () => {
    const idle = await standIn({ heartbeatMs: 20 });
    const stream = await listen(await visit(idle.loopback));
    await vi.waitFor(() => expect(stream.lines.length).toBeGreaterThan(3));
    expect(stream.lines.join('')).toBe('');
    await idle.stop();
  });

  test('the last window’s end is told after the grace; a reload in between is not one', async () => {
    const onNoWindow = vi.fn();
    const quick = await standIn({ graceMs: 150, onNoWindow });
    const visitor = await visit(quick.loopback);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(onNoWindow).not.toHaveBeenCalled();
    (await listen(visitor)).close();
    await vi.waitFor(() => expect(quick.loopback.windows()).toBe(0));
    const again = await listen(visitor);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(onNoWindow).not.toHaveBeenCalled();
    again.close();
    await vi.waitFor(() => expect(onNoWindow).toHaveBeenCalledOnce());
    await quick.stop();
  });

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
});
