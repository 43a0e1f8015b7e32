import type { Page } from 'playwright';
import { expect, test } from '../test';
import { standinHost } from '../hosts/standin';

/** Asks from within the page; the answer, or that there was none. */
const asking = (page: Page, path: string, method = 'GET') =>
  page.evaluate(
    async ([where, how]) => {
      const response = await fetch(where, { method: how, headers: { 'Content-Type': 'application/json' } }).catch(() => null);
      return response && { status: response.status, headers: Object.fromEntries(response.headers) };
    },
    [path, method] as const,
  );

test('the window’s own documents and everything else carry their policy', async ({ stet }) => {
  const { page } = await stet.start();
  await page.getByRole('textbox').first().waitFor();
  const app = await asking(page, '/');
  expect(app?.status).toBe(200);
  expect(app?.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
  const policy = app?.headers['content-security-policy'] ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
  ])
    expect(policy.split('; ')).toContain(rule);
  for (const path of [
    '/preview/nothing',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/main/electron.js',
    '/preload/preload.cjs',
  ])
    expect((await asking(page, path))?.status, path).toBe(404);
});

test('the policy is kept: no inline script, no picture from elsewhere', async ({ stet }) => {
  const { page, strayRequests } = await stet.start();
  await page.getByRole('textbox').first().waitFor();
  const outcome = await page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'window.ran = true';
    document.head.append(inline);
    const picture = new Image();
    const refused = new Promise<string>((resolve) => {
      picture.onload = () => resolve('shown');
      picture.onerror = () => resolve('refused');
    });
    picture.src = 'https://pictures.example/spy.png';
    return [await refused, 'ran' in window];
  });
  expect(outcome).toEqual(['refused', false]);
  // Chromium may count the request that it refused; nothing of it went out.
  strayRequests.length = 0;
});

test('a frame in the window may ask nothing of main', async ({ stet }, info) => {
  test.skip(info.project.name !== standinHost.name, 'only the stand-in lets a frame have the bridge at all');
  const { page } = await stet.start();
  await page.getByRole('textbox').first().waitFor();
  const answers = await page.evaluate(async () => {
    const ask = (window: Window) => (window as unknown as { stet: { call(n: string, i: unknown): Promise<unknown> } }).stet;
    const frame = document.createElement('iframe');
    frame.src = '/preview/nothing';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    const inner = frame.contentWindow;
    if (!inner || !('stet' in inner)) return ['no bridge', await ask(window).call('app.info', null)];
    return [await ask(inner).call('articles.list', null), await ask(window).call('app.info', null)];
  });
  expect(answers[0]).toMatchObject({ ok: false, error: { code: 'rpc/refused' } });
  expect(answers[1]).toMatchObject({ ok: true, value: { host: 'electron' } });
});

test('what cannot cross to main is an error, and the window goes on', async ({ stet }, info) => {
  test.skip(info.project.name === 'loopback', 'there is no bridge: calls go by HTTP');
  const { page } = await stet.start();
  await page.getByRole('textbox').first().waitFor();
  const outcome = await page.evaluate(async () => {
    const { stet: bridge } = window as unknown as { stet: { call(n: string, i: unknown): Promise<unknown> } };
    const clone = await bridge.call('articles.create', { doc: { run: () => 1 } }).then(
      () => 'crossed',
      () => 'refused',
    );
    return [
      clone,
      await bridge.call('articles.create', { doc: new Map([['type', 'doc']]) }),
      await bridge.call('app.info', null),
    ];
  });
  expect(outcome[0]).toBe('refused');
  expect(outcome[1]).toMatchObject({ ok: false });
  expect(outcome[2]).toMatchObject({ ok: true });
});
