import { spawn } from 'node:child_process';
import { isOpenable } from '../../core/article/url';
import { StetError } from '../../core/errors';
import type { Opener } from '../../core/ports/desktop';

type Run = (command: string, parameters: readonly string[]) => Promise<void>;

/** The platform's own way to open an address. The address is one argument and no shell reads it. */
function opening(platform: NodeJS.Platform, url: string): [command: string, parameters: string[]] {
  if (platform === 'darwin') return ['/usr/bin/open', [url]];
  if (platform === 'win32') return ['rundll32.exe', ['url.dll,FileProtocolHandler', url]];
  return ['xdg-open', [url]];
}

/** Opens https, http and mailto addresses in the system's own programs. Errors: `links/refused`, `links/failed`. */
export function createOpener(platform: NodeJS.Platform = process.platform, run: Run = launch): Opener {
  return {
    async open(url) {
      if (!isOpenable(url))
        throw new StetError(
          'links/refused',
          'Stet opens only web and mail addresses. Copy the address if you need it elsewhere.',
        );
      // As the parser writes it: what the check has seen is what the program gets.
      const [command, parameters] = opening(platform, new URL(url).href);
      try {
        await run(command, parameters);
      } catch (cause) {
        throw new StetError('links/failed', 'The system did not open this address. Copy it into your browser.', {}, { cause });
      }
    },
  };
}

/** Starts a program that lives on without us; rejects when it cannot be started. */
function launch(command: string, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { detached: true, stdio: 'ignore' });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
