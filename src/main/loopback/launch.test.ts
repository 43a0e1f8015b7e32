import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { raw } from './testing/raw';
import { enter, launchToken, standIn, type StandIn } from './testing/standIn';

let stet: StandIn;
beforeEach(async () => {
  stet = await standIn();
});
afterEach(() => stet.stop());

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
