import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { boot, type Stet } from '../boot';
import { createNodePlaces } from '../places';
import { libraryFolder } from '../userData';
import { createChromiumPrinter } from '../chromiumPrinter';
import { createExaminer } from '../workers/createExaminer';
import { searchIndexOf } from '../workers/createSearchIndex';
import { createParser } from '../workers/createParser';
import { browserAt, findBrowser, needsNoSandbox, type Browser } from '../findBrowser';
import { createOpener } from './opener';
import { openWindow, type BrowserWindow } from './openWindow';
import { createPrivateFolder, removeAbandoned } from './privateFolder';
import { startLoopback, type Loopback } from './startLoopback';

export interface LoopbackRun {
  /** The folder of the build, with `renderer` in it; `package.json` stands beside it. */
  out: string;
  /** As the process got them, the program's own two first. */
  argv: readonly string[];
  /** Opens no browser: prints `{"launch":"file:…"}` for whoever drives the window, and runs until it gets a signal. */
  noWindow: boolean;
}

/** While the last edit cannot be saved, it is tried again this often, in milliseconds. */
const RETRY_MS = 2_000;
/** One Ctrl+C reaches a process more than once: by the terminal, and by the program that started it. Milliseconds. */
const SAME_SIGNAL_MS = 500;

const say = (line: string) => process.stderr.write(`${line}\n`);

/**
 * Runs Stet on loopback until its window is closed or a signal comes; then everything is saved, and the browser and
 * its profile are gone. While the last edit cannot be saved it stays open and says so; a second signal ends it all the same. Rejects with the StetError that kept it from starting, such as `library/in-use`.
 */
export async function runLoopback({ out, argv, noWindow }: LoopbackRun): Promise<void> {
  const nextSignal = signals();
  const signalled = nextSignal();
  const { browser, why } = noWindow ? { browser: null, why: '' } : browserHere();
  const { version } = JSON.parse(await readFile(join(out, '..', 'package.json'), 'utf8')) as { version: string };
  let running: Loopback | null = null;
  const stet = await boot({
    folder: libraryFolder(argv, process.env),
    host: 'loopback',
    version,
    nativeDialogs: false,
    places: createNodePlaces(),
    opener: createOpener(),
    parser: createParser(),
    examiner: createExaminer(),
    printer: () => createChromiumPrinter(),
    searchIndex: searchIndexOf,
    onFocus: () => running?.send({ type: 'focus' }),
  });

  const base = browser?.base ?? tmpdir();
  await removeAbandoned(base);
  const folder = await createPrivateFolder(base);
  let windowless: () => void = () => undefined;
  const noWindowLeft = new Promise<void>((resolve) => (windowless = resolve));
  const loopback = await startLoopback({
    served: stet,
    rendererFolder: join(out, 'renderer'),
    folder,
    onNoWindow: () => noWindow || windowless(),
  });
  running = loopback;

  let window: BrowserWindow | null = null;
  process.on('exit', () => {
    window?.endNow();
    folder.removeNow();
  });
  if (noWindow) process.stdout.write(`${JSON.stringify({ launch: loopback.launchUrl() })}\n`);
  else if (browser) window = await open(browser, loopback, await folder.make('profile'));
  else say(`${why} Open this address in a browser on this machine:\n${loopback.launchUrl() ?? ''}`);

  const closed = window ? windowClosed(window, loopback) : new Promise<never>(() => undefined);
  await Promise.race([signalled, noWindowLeft, closed]);
  await untilSaved(stet, loopback, nextSignal);
  await loopback.close();
  await stet.close();
  await window?.end();
  await folder.remove();
}

/** A function that resolves at the next signal to end. */
function signals(): () => Promise<void> {
  let told: () => void = () => undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => told());
  return () => new Promise((resolve) => (told = resolve));
}

/** Resolves when everything that the windows have sent is on disk, or the writer insists on leaving. */
async function untilSaved(stet: Stet, loopback: Loopback, nextSignal: () => Promise<void>): Promise<void> {
  await loopback.lastWords();
  if (await stet.flush()) return;
  say(
    'The last edit could not be saved, so Stet stays open and keeps trying. Make room on the disk, or copy your text from the window.',
  );
  say('Press Ctrl+C again to end without that edit.');
  let insists = false;
  void delay(SAME_SIGNAL_MS)
    .then(nextSignal)
    .then(() => (insists = true));
  const again = () => !insists;
  for (let since = performance.now(); again(); await delay(100)) {
    if (performance.now() - since < RETRY_MS) continue;
    if (await stet.flush()) return void say('Saved.');
    since = performance.now();
  }
}

function browserHere(): { browser: Browser | null; why: string } {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { browser: null, why: 'There is no display here for a window.' };
  }
  const path = findBrowser();
  return { browser: path === null ? null : browserAt(path), why: 'No Chromium, Chrome or Edge was found here.' };
}

async function open(browser: Browser, loopback: Loopback, profile: string): Promise<BrowserWindow> {
  const noSandbox = needsNoSandbox();
  const window = openWindow(browser, { launchUrl: loopback.launchUrl() ?? '', address: loopback.address, profile, noSandbox });
  if (noSandbox)
    say(`You are root, so ${basename(browser.path)} runs without its own sandbox (--no-sandbox); it cannot start with it.`);
  say(`Stet is open in a window of ${browser.name}. Close the window or press Ctrl+C here to end it.`);
  return window;
}

/** Resolves when the writer has closed the window. A browser that ends before it has opened one is told, and the address to open instead. */
async function windowClosed(window: BrowserWindow, loopback: Loopback): Promise<void> {
  const { started } = await window.ended;
  const unused = loopback.launchUrl();
  if (unused !== null) {
    say(
      `The browser ${started ? 'ended before it showed a window' : 'could not be started'}. Open this address in another one on this machine:\n${unused}`,
    );
    return new Promise<never>(() => undefined);
  }
}
