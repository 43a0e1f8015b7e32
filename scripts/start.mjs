import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, root } from './build.mjs';
import { electronRuntime, fetchElectronRuntime } from './electronRuntime.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--host');
const forced = at >= 0 ? args.splice(at, 2)[1] : null;
const say = (line) => process.stderr.write(`${line}\n`);

/** Electron needs a screen that it can reach; a browser's address can still be printed without one. */
function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function chooseHost() {
  if (forced === 'loopback') return 'loopback';
  if (!forced && !hasDisplay()) {
    say('There is no display here, so Stet starts its loopback host.');
    return 'loopback';
  }
  if (electronRuntime()) return 'electron';
  const why = await fetchElectronRuntime();
  if (why === null) return 'electron';
  if (forced === 'electron') {
    say(
      `Stet cannot start in Electron: there is no Electron runtime, and ${why}. “npm run start:loopback” opens the same app in a browser window.`,
    );
    return null;
  }
  say(`No Electron runtime (${why}); opening the same app in a browser window instead.`);
  return 'loopback';
}

function run(command, parameters) {
  // The child has its own handlers for these signals and ends when everything is saved; this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const child = spawn(command, parameters, { stdio: 'inherit', cwd: process.cwd() });
  child.on('error', (error) => {
    say(`Stet could not be started: ${error.message}`);
    process.exitCode = 3;
  });
  child.on('close', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 0 : 3);
  });
}

await ensureBuilt();
const host = await chooseHost();
if (host === null) process.exitCode = 3;
else if (host === 'electron') run(electronRuntime(), [root, ...args]);
else run(process.execPath, [join(root, 'out', 'main', 'loopback.js'), ...args]);
