import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { watchRequests, type Host } from './host';
import { projectRoot } from './paths';

function runtime(): string | null {
  const home = join(projectRoot, 'node_modules', 'electron');
  const pathFile = join(home, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const overridden = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const candidate = overridden ? join(overridden, name) : join(home, 'dist', name);
  return existsSync(candidate) && (overridden !== undefined || existsSync(pathFile)) ? candidate : null;
}

/** Stet in a real Electron runtime, where the machine has one. */
export const electronHost: Host = {
  name: 'electron',
  missing: () => (runtime() === null ? 'no Electron runtime is on this machine' : null),
  async start({ library, scratch, home, viewport = { width: 1440, height: 900 }, colorScheme = 'light' }) {
    const executablePath = runtime();
    if (executablePath === null) throw new Error('no Electron runtime');
    const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await _electron.launch({
      executablePath,
      args: [projectRoot, ...sandbox, '--library', library, `--user-data-dir=${scratch}/electron`],
      colorScheme,
      env: { ...(process.env as Record<string, string>), ...(home ? { HOME: home, USERPROFILE: home } : {}) },
    });
    const page = await app.firstWindow();
    await page.setViewportSize(viewport);
    const strayRequests = watchRequests(page, ['app://stet/', 'devtools://']);
    const child = app.process();
    return {
      page,
      strayRequests,
      async close() {
        await app.close();
      },
      async kill() {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await gone;
      },
    };
  },
};
