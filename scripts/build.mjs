import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'out', '.stamp');

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

/** True when `out/` is missing or older than what it is built from. */
export function isStale() {
  const sources = ['src', 'electron.vite.config.ts', 'svelte.config.js', 'package-lock.json'].map((name) => join(root, name));
  if (!existsSync(sources[0])) return false; // an installed package carries its build
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return sources.some((path) => existsSync(path) && newest(path) > built);
}

/** Builds the app into `out/` when needed. Progress goes to standard error, so that a command's output stays clean. Rejects when the build fails. */
export async function ensureBuilt({ quiet = false } = {}) {
  if (!isStale()) return;
  const started = Date.now();
  if (!quiet) process.stderr.write('Building Stet …\n');
  const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const output = [];
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    process.stderr.write(Buffer.concat(output));
    throw new Error(`The build failed (electron-vite ended with ${code}).`);
  }
  // Written with the time at which the build began: a source saved meanwhile is built again.
  writeFileSync(stamp, new Date(started).toISOString());
  const { utimesSync } = await import('node:fs');
  utimesSync(stamp, started / 1000, started / 1000);
  if (!quiet) process.stderr.write(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
}
