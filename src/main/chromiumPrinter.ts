import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StetError } from '../core/errors';
import type { Printer } from '../core/ports/desktop';
import { browserAt, findBrowser, needsNoSandbox } from './findBrowser';

/** A long page takes a few seconds; more than this and the browser hangs. Milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * Prints with a Chromium, Chrome or Edge of this computer, without a window: from a page in a private folder that is removed
 * afterwards together with the browser's profile. Nothing is fetched: every address but that page leads nowhere.
 */
export function createChromiumPrinter(find: () => string | null = findBrowser): Printer {
  return {
    async print(html) {
      const path = find();
      if (path === null)
        throw new StetError(
          'pdf/no-browser',
          'A PDF is printed by Chromium, Chrome or Edge, and none was found here. Install one, or set STET_BROWSER to its path; or export a web page and print that.',
        );
      const folder = await mkdtemp(join(browserAt(path).base ?? tmpdir(), 'stet-print-'));
      try {
        const page = join(folder, 'page.html');
        const pdf = join(folder, 'page.pdf');
        await writeFile(page, html, { mode: 0o600 });
        await run(path, flags(folder, page, pdf));
        return await readFile(pdf);
      } catch (cause) {
        throw new StetError(
          'pdf/failed',
          'The browser could not print this article. Try again, or export a web page and print that.',
          {},
          { cause },
        );
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 40 });
      }
    },
  };
}

const flags = (folder: string, page: string, pdf: string): string[] => [
  '--headless',
  `--user-data-dir=${join(folder, 'profile')}`,
  `--print-to-pdf=${pdf}`,
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  '--export-tagged-pdf',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--metrics-recording-only',
  // No address is looked up, whatever a switch has missed.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  ...(needsNoSandbox() ? ['--no-sandbox'] : []),
  pathToFileURL(page).href,
];

function run(path: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(path, args, { timeout: PATIENCE_MS, killSignal: 'SIGKILL' }, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
