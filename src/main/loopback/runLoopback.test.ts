import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../findBrowser';
import { buildHost } from './testing/buildHost';
import { raw } from './testing/raw';

let host: Awaited<ReturnType<typeof buildHost>>;
let temporary: string;
let runs = 0;
const running: ChildProcess[] = [];
beforeAll(async () => {
  host = await buildHost();
  temporary = join(host.scratch, 'tmp');
  await mkdir(temporary);
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});
afterAll(() => host.remove());

/** Starts the built host as its own process, with a temporary folder that the test can look into. */
function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [host.entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: host.scratch, TMPDIR: temporary, XDG_RUNTIME_DIR: host.scratch, ...env },
  });
  running.push(child);
  const told = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (told.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told.err += chunk.toString()));
  return { child, told, ended: once(child, 'close').then(([code]) => code as number | null) };
}
const library = () => join(host.scratch, `library-${++runs}`);
const leftInTemporary = async () => (await readdir(temporary)).filter((name) => /^stet-\d+-[A-Za-z0-9]{6}$/u.test(name));

async function launched(started: ReturnType<typeof start>): Promise<string> {
  const line = await Promise.race([
    once(createInterface({ input: started.child.stdout as NonNullable<ChildProcess['stdout']> }), 'line').then(
      ([text]) => text as string,
    ),
    started.ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${started.told.err}`))),
  ]);
  return (JSON.parse(line) as { launch: string }).launch;
}

describe.runIf(process.platform !== 'win32')('the host as a process', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'prints where to go in, and %s ends it with nothing left behind',
    async (signal) => {
      const started = start(['--library', library(), '--no-window']);
      const file = fileURLToPath(await launched(started));
      const token = /value="([^"]+)"/u.exec(await readFile(file, 'utf8'))?.[1] ?? '';
      expect(token).toHaveLength(43);
      expect(started.told.out + started.told.err).not.toContain(token);
      started.child.kill(signal);
      started.child.kill(signal); // a terminal tells the whole group, and so does the script that started it
      expect(await started.ended).toBe(0);
      expect([existsSync(file), await leftInTemporary()]).toEqual([false, []]);
    },
  );

  /** A window's side of the wire: goes in by the launch file, and calls. */
  async function goIn(launch: string) {
    const page = await readFile(fileURLToPath(launch), 'utf8');
    const [, action = '', token = ''] = /action="([^"]+)"[^]*value="([^"]+)"/u.exec(page) ?? [];
    const { origin, host: Host } = new URL(action);
    const entered = await raw(origin, {
      method: 'POST',
      path: '/enter',
      headers: { Host, Origin: 'null', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token }).toString(),
    });
    const headers = {
      Host,
      Origin: origin,
      'Content-Type': 'application/json',
      Cookie: String(entered.headers['set-cookie']).split(';')[0] ?? '',
      'x-stet-token': /'stet-token', '([^']+)'/u.exec(entered.body)?.[1] ?? '',
    };
    return async (name: string, input: unknown) =>
      JSON.parse((await raw(origin, { method: 'POST', path: '/rpc', headers, body: JSON.stringify({ name, input }) })).body) as {
        ok: boolean;
        value: { id: string };
      };
  }

  /** A host whose newest edit could not be written, because the folder of the articles has gone. */
  async function withUnsavedEdit() {
    const folder = library();
    const started = start(['--library', folder, '--no-window']);
    const call = await goIn(await launched(started));
    const { id } = (await call('articles.create', {})).value;
    await rename(join(folder, 'articles'), join(folder, 'away'));
    const changes = { fields: { slug: 'ice-road' }, splices: [], length: 4 };
    expect(await call('articles.save', { id, baseRevision: 1, changes })).toMatchObject({ ok: false });
    started.child.kill('SIGINT');
    await vi.waitFor(() => expect(started.told.err).toContain('could not be saved, so Stet stays open'), { timeout: 10_000 });
    return { ...started, folder };
  }

  test('an edit that cannot be saved keeps it open until it can', { timeout: 30_000 }, async () => {
    const { child, told, ended, folder } = await withUnsavedEdit();
    expect(child.exitCode).toBeNull();
    await rename(join(folder, 'away'), join(folder, 'articles'));
    expect(await ended).toBe(0);
    expect(told.err).toContain('Saved.');
    const files = (await readdir(join(folder, 'articles'), { recursive: true })).filter((name) => name.endsWith('.json'));
    const texts = await Promise.all(files.map((name) => readFile(join(folder, 'articles', name), 'utf8')));
    expect(texts.filter((text) => text.includes('ice-road'))).toHaveLength(1);
  });

  test('a second Ctrl+C ends it without that edit', { timeout: 30_000 }, async () => {
    const { child, ended } = await withUnsavedEdit();
    await new Promise((resolve) => setTimeout(resolve, 700));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('a second start on the same library leaves with a clear message', async () => {
    const folder = library();
    const first = start(['--library', folder, '--no-window']);
    await launched(first);
    const second = start(['--library', folder, '--no-window']);
    expect(await second.ended).toBe(0);
    expect(second.told.out).toBe('');
    expect(second.told.err.trim().split('\n')).toHaveLength(1);
    expect(first.child.exitCode).toBeNull();
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  test('wrong use is told, with how it is meant', async () => {
    const started = start(['--windowless']);
    expect(await started.ended).toBe(2);
    expect(started.told.err).toContain('Usage:');
  });

  test.runIf(process.platform === 'linux')('without a display it says so and prints the address to open', async () => {
    const started = start(['--library', library()]);
    await vi.waitFor(() => expect(started.told.err).toMatch(/no display.*\nfile:\/\/\/\S+start\.html\n/u), { timeout: 10_000 });
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  test.runIf(process.platform === 'linux')('a browser that ends at once is told, and the address to open instead', async () => {
    const started = start(['--library', library()], { DISPLAY: ':none', STET_BROWSER: '/bin/false' });
    await vi.waitFor(() => expect(started.told.err).toMatch(/ended before it showed a window.*\nfile:\/\/\/\S+start\.html\n/u), {
      timeout: 10_000,
    });
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(await leftInTemporary()).toEqual([]);
  });
});

const found = findBrowser();
if (!found) console.warn('SKIPPED: no Chromium, Chrome or Edge here, so no app window was opened.');

describe.runIf(found && process.platform === 'linux')('with an app window', () => {
  /** The machine's browser without a screen; writes down its process and how it was started, and keeps a copy of its start page. */
  async function unseenBrowser(): Promise<{ path: string; told(): Promise<{ pid: number; args: string[]; token: string }> }> {
    const base = join(host.scratch, `browser-${++runs}`);
    const log = `${base}.log`;
    await writeFile(
      base,
      `#!/bin/sh\nprintf '%s\\n' "$$" "$@" > '${log}'\ncp "\${1#--app=file://}" '${log}.page'\nexec '${found}' --headless=new "$@"\n`,
      {
        mode: 0o755,
      },
    );
    return {
      path: base,
      async told() {
        const [pid, ...args] = (await readFile(log, 'utf8')).trim().split('\n');
        const token = /value="([^"]+)"/u.exec(await readFile(`${log}.page`, 'utf8'))?.[1] ?? '';
        return { pid: Number(pid), args, token };
      },
    };
  }
  const groupIsGone = (pid: number) => {
    try {
      process.kill(-pid, 0);
      return false;
    } catch {
      return true; // ESRCH: nobody of the group is left
    }
  };
  /** A killed process stays in its group until the system has cleared it away. */
  const ENDING = { timeout: 10_000, interval: 50 };
  const opened = async () => {
    const browser = await unseenBrowser();
    const started = start(['--library', library()], { DISPLAY: ':none', STET_BROWSER: browser.path });
    // The launch file goes away when its token has been exchanged, and the profile stays while the browser runs.
    await vi.waitFor(
      async () => {
        const [folder = 'none'] = await leftInTemporary();
        expect(await readdir(join(temporary, folder))).toEqual(['profile']);
      },
      { timeout: 20_000, interval: 50 },
    );
    return { started, ...(await browser.told()) };
  };

  test('Ctrl+C saves, closes the window and takes the profile away', async () => {
    const { started, pid, args, token } = await opened();
    expect(groupIsGone(pid)).toBe(false);
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(await leftInTemporary()).toEqual([]);
    await vi.waitFor(() => expect(groupIsGone(pid)).toBe(true), ENDING);
    expect(args.find((arg) => arg.startsWith('--app='))).toMatch(/^--app=file:\/\/\/.+\/start\.html$/u);
    expect(token).toHaveLength(43);
    expect(args.join(' ') + started.told.err).not.toContain(token);
  });

  test('closing the window ends the host', async () => {
    const { started, pid } = await opened();
    process.kill(pid, 'SIGTERM'); // as closing the last window does, the browser's main process ends
    expect(await started.ended).toBe(0);
    expect(await leftInTemporary()).toEqual([]);
    await vi.waitFor(() => expect(groupIsGone(pid)).toBe(true), ENDING);
  });
});
