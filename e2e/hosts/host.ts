import type { Page } from 'playwright';

/** A running Stet with one window, whichever host carries it. */
export interface RunningHost {
  page: Page;
  /** Addresses asked for by the page that are not the app itself: must stay empty. */
  strayRequests: string[];
  /** Closes the window as a writer would and waits until the host has ended. */
  close(): Promise<void>;
  /** Where the host itself asks before it closes: asks the window to close, and what it asked; the writer always keeps the window open. */
  closing?: { ask(): void; readonly questions: readonly string[] };
  /** Kills the host without warning. */
  kill(): Promise<void>;
}

export interface StartOptions {
  /** Folder of the library. */
  library: string;
  /** Folder for whatever else the host keeps (profile). */
  scratch: string;
  /** The writer's home folder, where a chooser begins. */
  home?: string;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
}

export interface Host {
  name: 'loopback' | 'standin' | 'electron';
  /** Null when it can run here, otherwise why not. */
  missing(): string | null;
  start(options: StartOptions): Promise<RunningHost>;
}

/** Notes every request that does not begin with one of the app's own addresses. */
export function watchRequests(page: Page, own: readonly string[]): string[] {
  const stray: string[] = [];
  page.context().on('request', (request) => {
    const url = request.url();
    if (!own.some((prefix) => url.startsWith(prefix)) && !/^(blob|data|about):/u.test(url)) stray.push(url);
  });
  return stray;
}
