import { deepStrictEqual as deepEqual } from 'node:assert';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type BrowserContext, type Frame as PageFrame, type Page } from 'playwright';
import { findBrowser } from '../../src/main/findBrowser';
import type { Frame, ToMain, ToTest } from '../standin/messages';
import { installPreload } from '../standin/page';
import { watchRequests, type Host } from './host';
import { built, projectRoot } from './paths';

/** Chromium cannot load `app://`, so the page sees this address in its place; every request to it goes to the built main. */
const SHOWN = 'https://stet.invalid';
const REAL = 'app://stet';

const real = (url: string): string => (url.startsWith(SHOWN) ? REAL + url.slice(SHOWN.length) : url);

function frameOf(frame: PageFrame): Frame {
  const url = real(frame.url());
  return { url, origin: url.startsWith(`${REAL}/`) ? REAL : 'null', top: frame.parentFrame() === null };
}

/** What main must have set before it loads a page (Electron, "Security", checklist). */
const GUARDS = [
  'no spell-checker',
  'onBeforeRequest',
  'sandbox',
  'setDevicePermissionHandler',
  'setDisplayMediaRequestHandler',
  'setPermissionCheckHandler',
  'setPermissionRequestHandler',
  'setWindowOpenHandler',
  'will-attach-webview',
  'will-download',
  'will-frame-navigate',
  'will-navigate',
  'will-redirect',
];
const PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  webSecurity: true,
};

/** No journey begins in a window that is not guarded. */
function assertGuarded({ url, preload, preferences, guards }: Extract<ToTest, { type: 'load' }>): void {
  deepEqual({ url, preferences, guards }, { url: `${REAL}/`, preferences: { preload, ...PREFERENCES }, guards: GUARDS });
}

/** The built main and preload with a stand-in for Electron (see e2e/standin/electron.ts). Not Electron. */
export const standinHost: Host = {
  name: 'standin',
  missing: () => (findBrowser() === null ? 'no Chromium, Chrome or Edge is installed' : null),
  async start({ library, scratch, home, viewport = { width: 1440, height: 900 }, colorScheme = 'light' }) {
    const main = fork(built('main/electron.js'), ['--library', library], {
      execArgv: ['--import', pathToFileURL(join(projectRoot, 'e2e/standin/register.mjs')).href],
      serialization: 'advanced',
      env: {
        ...process.env,
        ...(home ? { HOME: home, USERPROFILE: home } : {}),
        STET_STANDIN_MODULE: pathToFileURL(built('standin/electron.js')).href,
        STET_STANDIN_USER_DATA: join(scratch, 'user-data'),
        STET_STANDIN_ROOT: projectRoot,
        STET_STANDIN_FOLDER: join(scratch, 'chosen'),
      },
    });
    const ended = once(main, 'exit');
    const link = new Link(main);
    const load = await link.next('load');
    assertGuarded(load);
    const context = await chromium.launchPersistentContext(join(scratch, `profile-${Date.now()}`), {
      executablePath: findBrowser() ?? undefined,
      headless: true,
      viewport,
      colorScheme,
      permissions: ['clipboard-read', 'clipboard-write'],
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const strayRequests = watchRequests(page, [`${SHOWN}/`]);
    await connect(context, page, link, await readFile(load.preload, 'utf8'));
    link.onClosed(() => void page.close());
    await page.goto(load.url.replace(REAL, SHOWN));
    link.tell({ type: 'ready-to-show' });
    return {
      page,
      strayRequests,
      closing: { ask: () => link.tell({ type: 'close' }), questions: link.questions },
      async close() {
        link.tell({ type: 'close' });
        await ended;
        await context.close();
      },
      async kill() {
        if (main.exitCode === null && main.signalCode === null) main.kill('SIGKILL');
        await ended;
        await context.close();
      },
    };
  },
};

async function connect(context: BrowserContext, page: Page, link: Link, preload: string): Promise<void> {
  await context.route(`${SHOWN}/**`, async (route) => {
    const answer = await link.ask({ type: 'fetch', url: real(route.request().url()), method: route.request().method() });
    // The window may be closed while a font is still on its way: then nobody is there to be answered.
    const answered =
      answer.type === 'fetched'
        ? route.fulfill({ status: answer.status, headers: answer.headers, body: Buffer.from(answer.body) })
        : route.abort();
    await answered.catch((error: unknown) => {
      if (!page.isClosed()) throw error;
    });
  });
  await context.exposeBinding('__standinInvoke', async ({ frame }, channel: string, args: unknown[]) => {
    const answer = await link.ask({ type: 'invoke', channel, args, frame: frameOf(frame) });
    return answer.type === 'answered'
      ? { value: answer.value }
      : { message: answer.type === 'threw' ? answer.message : 'the main process has ended' };
  });
  await context.exposeBinding('__standinSend', ({ frame }, channel: string, args: unknown[]) =>
    link.tell({ type: 'message', channel, args, frame: frameOf(frame) }),
  );
  // Given as text, because the app's policy forbids the page to make functions of strings.
  await page.addInitScript({ content: `(${installPreload.toString()})((require, module, exports) => {${preload}\n});` });
  link.onSend((channel, args) => {
    // A page that is just closing hears nothing more, as in Electron.
    page
      .evaluate(
        ([name, values]) =>
          (window as unknown as { __standinDeliver(n: string, v: unknown[]): void }).__standinDeliver(name, values),
        [channel, args] as const,
      )
      .catch(() => undefined);
  });
}

/** What a page hears of a main process that has ended: its requests fail, the test does not. */
const ENDED = { type: 'ended' } as const;
type Reply = Extract<ToTest, { request: number }> | typeof ENDED;
type Asked = Extract<ToMain, { request: number }>;

/** Messages to and from the process that runs the built main. */
class Link {
  readonly #main: ChildProcess;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #loads: Extract<ToTest, { type: 'load' }>[] = [];
  #loaded: ((load: Extract<ToTest, { type: 'load' }>) => void) | null = null;
  #send: (channel: string, args: unknown[]) => void = () => undefined;
  #closed: () => void = () => undefined;
  #last = 0;
  readonly questions: string[] = [];

  constructor(main: ChildProcess) {
    this.#main = main;
    main.once('exit', () => {
      for (const answer of this.#waiting.values()) answer(ENDED);
      this.#waiting.clear();
    });
    main.on('message', (message: ToTest) => {
      if (message.type === 'send') this.#send(message.channel, message.args);
      else if (message.type === 'closed') this.#closed();
      else if (message.type === 'load') (this.#loaded ?? ((load) => this.#loads.push(load)))(message);
      else if (message.type === 'asked') this.questions.push(message.words);
      else if (message.type !== 'opened') this.#answered(message);
    });
  }

  #answered(reply: Extract<ToTest, { request: number }>): void {
    this.#waiting.get(reply.request)?.(reply);
    this.#waiting.delete(reply.request);
  }

  tell(message: ToMain): void {
    if (this.#main.connected) this.#main.send(message);
  }

  ask(message: Asked extends infer A ? (A extends Asked ? Omit<A, 'request'> : never) : never): Promise<Reply> {
    if (!this.#main.connected) return Promise.resolve(ENDED);
    const request = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(request, resolve);
      this.tell({ ...message, request } as ToMain);
    });
  }

  next(_type: 'load'): Promise<Extract<ToTest, { type: 'load' }>> {
    const waiting = this.#loads.shift();
    if (waiting) return Promise.resolve(waiting);
    return new Promise((resolve, reject) => {
      this.#loaded = resolve;
      this.#main.once('exit', (code) => reject(new Error(`the main process ended with ${code} before it opened a window`)));
    });
  }

  onSend(listener: (channel: string, args: unknown[]) => void): void {
    this.#send = listener;
  }

  onClosed(listener: () => void): void {
    this.#closed = listener;
  }
}
