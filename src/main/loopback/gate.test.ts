import { Agent } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TOKEN_HEADER } from '../../core/rpc/loopback';
import { call, get } from './testing/asking';
import { raw } from './testing/raw';
import { PICTURE, standIn, visit, type StandIn, type Visitor } from './testing/standIn';

let stet: StandIn;
beforeEach(async () => {
  stet = await standIn();
});
afterEach(() => stet.stop());

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
interface Row {
  name: string;
  picks: readonly (readonly [string, Column])[];
}
const every = Object.entries(columns).reduce<Row[]>(
  (rows, [header, values]) =>
    rows.flatMap((row) =>
      Object.entries(values).map(([name, column]) => ({
        name: `${row.name} ${header}=${name}`,
        picks: [...row.picks, [header, column] as const],
      })),
    ),
  methods.map((method) => ({ name: method, picks: [] })),
);

/** Tries rows, some at a time, and gives how each was answered. */
async function tried<R extends Row>(
  rows: readonly R[],
  visitor: Visitor,
  ask: (row: R) => { path: string; type?: string; body: string | Buffer },
) {
  const answers: { row: R; status: number }[] = [];
  const queue = [...rows];
  const agent = new Agent({ keepAlive: true });
  const worker = async () => {
    for (let row = queue.pop(); row; row = queue.pop()) {
      const headers: Record<string, string | string[]> = {};
      for (const [header, column] of row.picks) {
        const value = column(visitor);
        if (value !== null) headers[header] = value;
      }
      const { path, type, body } = ask(row);
      if (type !== undefined) headers['Content-Type'] = type;
      const method = row.name.split(' ')[0] ?? '';
      const sent = method === 'GET' || method === 'HEAD' ? undefined : body;
      const { status } = await raw(`http://${visitor.host}`, { method, path, headers, agent, body: sent });
      answers.push({ row, status });
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  agent.destroy();
  return answers;
}

test('lets exactly one row in', { timeout: 120_000 }, async () => {
  const visitor = await visit(stet.loopback);
  const answers = await tried(every, visitor, () => ({ path: '/rpc', body: '{"name":"app.info"}' }));
  expect(every).toHaveLength(7 * 5 * 7 * 5 * 6 * 5);
  expect(answers.filter(({ status }) => status < 400).map(({ row }) => row.name)).toEqual([
    `POST Host=exact Origin=exact ${TOKEN_HEADER}=exact Cookie=exact Content-Type=exact`,
  ]);
  expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 403, 405, 415]);
  expect(stet.asked).toEqual([{ name: 'app.info', input: null }]);
});

test('holds for pictures as well: one kind of content, and everything else as for a call', { timeout: 120_000 }, async () => {
  const visitor = await visit(stet.loopback);
  const exact = (name: string) => name.split('=').length - 1 - name.split('=exact').length + 1;
  // The same code decides for a call, so that what differs in up to two columns is enough here.
  const rows = every.filter(({ name, picks }) => picks.at(-1)?.[1](visitor) === 'application/json' && exact(name) <= 2);
  const typed = ['application/octet-stream', 'application/json', 'image/png'].flatMap((type) =>
    rows.map((row) => ({ ...row, type })),
  );
  const answers = await tried(typed, visitor, ({ type }) => ({ path: '/assets', type, body: Buffer.from([1, 2, 3]) }));
  expect(answers.filter(({ status }) => status < 400).map(({ row }) => `${row.name} ${row.type}`)).toEqual([
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
