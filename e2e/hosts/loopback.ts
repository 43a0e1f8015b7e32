import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { findBrowser } from '../../src/main/findBrowser';
import { watchRequests, type Host } from './host';
import { built } from './paths';

/** The loopback host as it ships, in the machine's own Chromium. */
export const loopbackHost: Host = {
  name: 'loopback',
  missing: () => (findBrowser() === null ? 'no Chromium, Chrome or Edge is installed' : null),
  async start({ library, scratch, home, viewport = { width: 1440, height: 900 }, colorScheme = 'light' }) {
    const child = spawn(process.execPath, [built('main/loopback.js'), '--library', library, '--no-window'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...(home ? { HOME: home, USERPROFILE: home } : {}) },
    });
    const ended = once(child, 'exit');
    const line = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('exit', (code) => reject(new Error(`the loopback host ended with ${code} before it was ready`)));
    });
    const { launch } = JSON.parse(line) as { launch: string };
    const context = await chromium.launchPersistentContext(`${scratch}/profile-${Date.now()}`, {
      executablePath: findBrowser() ?? undefined,
      headless: true,
      viewport,
      colorScheme,
      acceptDownloads: false,
      permissions: ['clipboard-read', 'clipboard-write'],
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const strayRequests = watchRequests(page, ['http://127.0.0.1:', 'file:///']);
    await page.goto(launch);
    await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
    const stop = async (signal: NodeJS.Signals): Promise<void> => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
      await context.close();
    };
    return {
      page,
      strayRequests,
      async close() {
        await page.close({ runBeforeUnload: true });
        await stop('SIGTERM');
      },
      kill: () => stop('SIGKILL'),
    };
  },
};
