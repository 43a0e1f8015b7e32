import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './build.mjs';

/** The product's own browser finder, so that tests and app agree on what is installed. */
async function loadFinder() {
  const { output } = await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: join(root, 'src/main/findBrowser.ts'), write: false, minify: false },
  }).then((result) => (Array.isArray(result) ? result[0] : result));
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}

const run = (command, args) => {
  process.stdout.write(`  ${command} ${args.join(' ')}\n`);
  return (
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  );
};

/**
 * A Chromium for the tests: an installed one; otherwise Playwright's; otherwise, as root on Debian, its package.
 * Says what it does. Answers the executable's path, or null when there is none to be had.
 */
export async function ensureBrowser() {
  const { findBrowser } = await loadFinder();
  let found = findBrowser();
  if (found) return found;
  process.stdout.write('No Chromium, Chrome or Edge is installed; fetching one for the tests.\n');
  const { chromium } = await import('playwright');
  const { existsSync } = await import('node:fs');
  if (!existsSync(chromium.executablePath()))
    run(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium']);
  if (existsSync(chromium.executablePath())) {
    process.env.STET_BROWSER = chromium.executablePath();
    return chromium.executablePath();
  }
  if (process.platform === 'linux' && process.getuid() === 0) {
    process.stdout.write('Playwright’s Chromium cannot be had here; installing Debian’s package.\n');
    if (run('apt-get', ['update', '-qq'])) run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-liberation']);
    found = findBrowser();
  }
  return found;
}
