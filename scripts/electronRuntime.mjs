import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './build.mjs';

const home = join(root, 'node_modules', 'electron');

/** The Electron executable of this checkout, or of `ELECTRON_OVERRIDE_DIST_PATH`; null when there is none. Never downloads. */
export function electronRuntime() {
  const pathFile = join(home, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : process.platform === 'win32' ? 'electron.exe' : 'electron';
  const overridden = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const candidate = overridden ? join(overridden, name) : existsSync(pathFile) ? join(home, 'dist', name) : null;
  return candidate !== null && existsSync(candidate) ? candidate : null;
}

/**
 * Fetches the Electron runtime with Electron's own installer, waiting at most `seconds`; Enter or Ctrl+C skips the wait.
 * Resolves with null when it is there, otherwise with the reason in one line.
 */
export function fetchElectronRuntime(seconds = 120) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(home, 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    let seen = 0;
    let reason = null;
    child.stderr.on('data', (chunk) => (errors += chunk));
    const skip = (why) => {
      reason ??= why;
      child.kill();
    };
    const show = () => {
      seen++;
      if (process.stderr.isTTY)
        process.stderr.write(`\rFetching the Electron runtime … ${seen} s of at most ${seconds} (Enter skips) `);
      if (seen >= seconds) skip(`it did not arrive within ${seconds} s`);
    };
    process.stderr.write('Fetching the Electron runtime (about 110 MB, once) …');
    const timer = setInterval(show, 1000);
    const keys = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null;
    keys?.on('line', () => skip('you skipped it'));
    keys?.on('SIGINT', () => skip('you skipped it'));
    child.on('close', (code) => {
      clearInterval(timer);
      keys?.close();
      process.stderr.write('\n');
      if (code === 0 && electronRuntime()) resolve(null);
      else resolve(reason ?? firstLine(errors));
    });
  });
}

function firstLine(text) {
  const line = text.split('\n').find((part) => part.trim() !== '') ?? 'the installer gave no reason';
  return /fetch failed|ENOTFOUND|EAI_AGAIN|ECONN/u.test(line) ? 'it cannot be downloaded from here' : line.trim();
}
