import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Protocol } from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAppFiles } from '../appFiles';
import { APP_POLICY, PREVIEW_POLICY } from '../policy';
import { serveApp } from './serveApp';

const PICTURE = `${'0123456789abcdef'.repeat(4)}.webp`;
let folder: string;
let ask: (url: string, method?: string) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-app-'));
  await mkdir(join(folder, 'app', 'assets'), { recursive: true });
  await writeFile(join(folder, 'app', 'index.html'), '<title>Stet</title>');
  await writeFile(join(folder, 'app', 'assets', 'index.js'), 'export {}');
  await writeFile(join(folder, 'app', 'secret.sqlite'), 'no kind of ours');
  await writeFile(join(folder, 'outside.js'), 'outside');
  await symlink(join(folder, 'outside.js'), join(folder, 'app', 'link.js'));
  const files = await listAppFiles(join(folder, 'app'));
  const protocol = {
    handle(_scheme: string, handler: (request: Request) => Promise<Response>) {
      ask = (url, method = 'GET') => handler(new Request(url, { method }));
    },
  };
  const previews = { put: () => '', get: (key: string) => (key === 'abc' ? '<p>preview</p>' : null) };
  const assets = {
    get: (asset: string) => Promise.resolve(asset === PICTURE ? { bytes: Uint8Array.of(1, 2), type: 'image/webp' } : null),
  };
  serveApp(protocol as unknown as Protocol, files, { previews, assets });
});
afterAll(() => rm(folder, { recursive: true }));

test('the window and its files carry the app’s policy', async () => {
  for (const [url, type] of [
    ['app://stet/', 'text/html; charset=utf-8'],
    ['app://stet/index.html', 'text/html; charset=utf-8'],
    ['app://stet/assets/index.js', 'text/javascript; charset=utf-8'],
  ] as const) {
    const response = await ask(url);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('content-security-policy')).toBe(APP_POLICY);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('a picture of the library is served as what it is', async () => {
  const response = await ask(`app://stet/assets/${PICTURE}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(1, 2));
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a preview is a document of its own, with a policy that runs nothing', async () => {
  const response = await ask('app://stet/preview/abc');
  expect(await response.text()).toBe('<p>preview</p>');
  expect(response.headers.get('content-security-policy')).toBe(PREVIEW_POLICY);
  expect(PREVIEW_POLICY).not.toMatch(/script-src|allow-/u);
});

describe('nothing else exists', () => {
  test.each([
    'app://stet/../outside.js',
    'app://stet/%2e%2e/outside.js',
    'app://stet/..%2foutside.js',
    'app://stet/assets/%00',
    'app://stet/link.js',
    'app://stet/secret.sqlite',
    'app://stet/preview/nope',
    'app://stet/preview/../index.html/x',
    'app://stet/index.html?x=1',
    'app://elsewhere/index.html',
    'app://stet/assets/',
    `app://stet/assets/${PICTURE.replace('a', 'b')}`,
    `app://stet/assets/../${PICTURE}`,
    `app://stet/assets/${PICTURE}?x=1`,
  ])('%s', async (url) => {
    const response = await ask(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Not found');
  });
  test('and nothing can be sent', async () => {
    expect((await ask('app://stet/index.html', 'POST')).status).toBe(404);
  });
});
