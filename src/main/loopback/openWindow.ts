import { spawn } from 'node:child_process';
import { browserFlags, type WindowFlags } from './browserFlags';
import type { Browser } from '../findBrowser';

/** An app window's browser process, in a process group of its own. */
export interface BrowserWindow {
  /** Resolves when the browser has ended, or could not be started (`started` is then false). */
  readonly ended: Promise<{ started: boolean }>;
  /** Ends the browser and all its processes; forces it after `graceMs`. Resolves when it has ended. */
  end(graceMs?: number): Promise<void>;
  /** The same when this process is ending and cannot wait. */
  endNow(): void;
}

/** Opens the app in a window of `browser`. Ctrl+C in the terminal does not reach it: the host ends it after the last save. */
export function openWindow(browser: Browser, flags: WindowFlags): BrowserWindow {
  const posix = process.platform !== 'win32';
  const child = spawn(browser.path, browserFlags(flags), { detached: posix, stdio: 'ignore', cwd: flags.profile });
  let running = true;
  const ended = new Promise<{ started: boolean }>((resolve) => {
    child.once('error', () => resolve({ started: false }));
    child.once('exit', () => resolve({ started: true }));
  });
  void ended.then(() => {
    running = false;
  });

  /** Helpers outlive the browser for a moment, so the group is told even when its leader has ended. */
  function tell(signal: 'SIGTERM' | 'SIGKILL'): void {
    if (child.pid === undefined) return;
    try {
      if (posix) process.kill(-child.pid, signal);
      else if (running) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // ESRCH: all of the group have ended already
    }
  }

  return {
    ended,
    async end(graceMs = 1000) {
      if (running) tell('SIGTERM');
      const late = setTimeout(() => tell('SIGKILL'), graceMs);
      await ended;
      clearTimeout(late);
      tell('SIGKILL');
    },
    endNow: () => tell('SIGKILL'),
  };
}
