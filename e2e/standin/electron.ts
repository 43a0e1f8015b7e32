/**
 * A stand-in for the module `electron`, for tests only: it is NOT Electron. It runs the built main process in plain Node
 * and hands windows to a Chromium that the test owns. What it proves: the wiring of our own main and preload, and our own
 * headers and checks. What it cannot prove: anything that Electron itself does (sandbox, isolation, native menus, dialogs).
 * Each part is typed as a slice of Electron's own declarations, so a call that Electron does not have does not compile.
 */
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Electron from 'electron';
import type { ToMain, ToTest } from './messages';

const tell = (message: ToTest): void => {
  process.send?.(message);
};

const userData = process.env.STET_STANDIN_USER_DATA ?? '';
mkdirSync(userData, { recursive: true });

/** What main has done to protect the window; the test looks at it when the window opens. */
const guards = new Set<string>();

class StandinApp extends EventEmitter {
  #quitting = false;
  #ready = false;
  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    guards.add('sandbox');
  }
  whenReady(): Promise<void> {
    // As in Electron: not before the main module has been loaded to its end.
    return new Promise((resolve) =>
      setTimeout(() => {
        this.#ready = true;
        resolve();
      }, 5),
    );
  }
  getPath(): string {
    return userData;
  }
  getVersion(): string {
    return (JSON.parse(readFileSync(join(process.env.STET_STANDIN_ROOT ?? '', 'package.json'), 'utf8')) as { version: string })
      .version;
  }
  quit(): void {
    if (this.#quitting) return;
    for (const window of windows) window.close();
    if (windows.size > 0) {
      this.once('standin-all-destroyed', () => this.quit());
      return;
    }
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    this.#quitting = true;
    process.exit(0);
  }
  exit(code = 0): void {
    // As in Electron it returns, and what runs afterwards may still replace the code.
    process.exitCode = code;
    setTimeout(() => process.exit(), 20);
  }
}
type App = Pick<Electron.App, 'enableSandbox' | 'whenReady' | 'quit' | 'exit' | 'getVersion'> &
  EventEmitter & { getPath(name: string): string };
export const app: App = new StandinApp();

class StandinContents extends EventEmitter {
  send(channel: string, ...args: unknown[]): void {
    tell({ type: 'send', channel, args });
  }
  isDestroyed(): boolean {
    return windows.size === 0;
  }
  setWindowOpenHandler(): void {
    guards.add('setWindowOpenHandler');
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new StandinContents();
  readonly #options: Electron.BrowserWindowConstructorOptions;
  #destroyed = false;
  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.#options = options;
    windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])
      if (this.webContents.listenerCount(name) > 0) guards.add(name);
  }
  async loadURL(url: string): Promise<void> {
    tell({
      type: 'load',
      url,
      preload: this.#options.webPreferences?.preload ?? '',
      preferences: { ...this.#options.webPreferences },
      guards: [...guards].sort(),
    });
  }
  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented || this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this);
    this.webContents.emit('destroyed');
    this.emit('closed');
    tell({ type: 'closed' });
    app.emit('standin-all-destroyed');
    app.emit('window-all-closed');
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isVisible(): boolean {
    return true;
  }
  isMinimized(): boolean {
    return false;
  }
  getNormalBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: this.#options.width ?? 800, height: this.#options.height ?? 600 };
  }
  show(): void {
    this.emit('show');
  }
  focus(): void {
    this.emit('focus');
  }
  restore(): void {
    this.emit('restore');
  }
}
const windows = new Set<BrowserWindow>();

type Invoked = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;
const invoked = new Map<string, Invoked>();
const heard = new EventEmitter();
export const ipcMain: Pick<Electron.IpcMain, 'handle' | 'on' | 'off'> = {
  handle: (channel: string, listener: Invoked) => {
    if (invoked.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    invoked.set(channel, listener);
  },
  on(channel, listener) {
    heard.on(channel, listener as (...args: unknown[]) => void);
    return this as Electron.IpcMain;
  },
  off(channel, listener) {
    heard.off(channel, listener as (...args: unknown[]) => void);
    return this as Electron.IpcMain;
  },
};

let served: ((request: Request) => Response | Promise<Response>) | null = null;
const privileged = new Set<string>();
export const protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'> = {
  registerSchemesAsPrivileged: (schemes) => {
    for (const { scheme } of schemes) privileged.add(scheme);
  },
  handle: (scheme, handler) => {
    if (!privileged.has(scheme)) throw new Error(`the scheme ${scheme} was not made privileged before the app was ready`);
    served = handler as typeof served;
  },
};

const guarded = (name: string) => (): void => void guards.add(name);
export const session = {
  defaultSession: {
    setPermissionRequestHandler: guarded('setPermissionRequestHandler'),
    setPermissionCheckHandler: guarded('setPermissionCheckHandler'),
    setDevicePermissionHandler: guarded('setDevicePermissionHandler'),
    setDisplayMediaRequestHandler: guarded('setDisplayMediaRequestHandler'),
    setSpellCheckerEnabled: (enabled: boolean): void => void (enabled || guards.add('no spell-checker')),
    on: (name: string): void => void guards.add(name),
    webRequest: { onBeforeRequest: guarded('onBeforeRequest') },
  },
};

export const dialog = {
  showOpenDialog: async (): Promise<Electron.OpenDialogReturnValue> => {
    const folder = process.env.STET_STANDIN_FOLDER;
    return folder === undefined ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [folder] };
  },
  showMessageBox: async (
    ...asked: [Electron.MessageBoxOptions] | [BrowserWindow, Electron.MessageBoxOptions]
  ): Promise<Electron.MessageBoxReturnValue> => {
    tell({ type: 'asked', words: (asked.at(-1) as Electron.MessageBoxOptions).message });
    return { response: 0, checkboxChecked: false };
  },
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`${title}: ${content}\n`);
  },
};

export const shell = {
  openExternal: async (url: string): Promise<void> => tell({ type: 'opened', url }),
};

export const screen = {
  getDisplayMatching: (): { workArea: Electron.Rectangle } => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }),
};

let menu: Electron.MenuItemConstructorOptions[] = [];
export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]): Electron.MenuItemConstructorOptions[] => template,
  setApplicationMenu: (template: Electron.MenuItemConstructorOptions[]): void => {
    menu = template;
  },
};

function choose(label: string): void {
  for (const { submenu } of menu) {
    const item = Array.isArray(submenu) ? submenu.find((candidate) => candidate.label === label) : undefined;
    if (item) (item.click as (() => void) | undefined)?.();
  }
}

/** The part of an IPC event that our main looks at. */
const eventFrom = (frame: { url: string; origin: string; top: boolean }) => ({
  sender: BrowserWindow.getAllWindows()[0]?.webContents,
  senderFrame: { url: frame.url, origin: frame.origin, parent: frame.top ? null : {} },
});

async function answerFetch(message: Extract<ToMain, { type: 'fetch' }>): Promise<void> {
  const response = served
    ? await served(new Request(message.url, { method: message.method }))
    : new Response(null, { status: 500 });
  const body = new Uint8Array(await response.arrayBuffer());
  tell({
    type: 'fetched',
    request: message.request,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body,
  });
}

async function answerInvoke({ request, channel, args, frame }: Extract<ToMain, { type: 'invoke' }>): Promise<void> {
  try {
    const handler = invoked.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    tell({
      type: 'answered',
      request,
      value: await handler(eventFrom(frame) as unknown as Electron.IpcMainInvokeEvent, ...args),
    });
  } catch (error) {
    tell({ type: 'threw', request, message: error instanceof Error ? error.message : String(error) });
  }
}

process.on('message', (message: ToMain) => {
  if (message.type === 'fetch') void answerFetch(message);
  else if (message.type === 'invoke') void answerInvoke(message);
  else if (message.type === 'message') heard.emit(message.channel, eventFrom(message.frame), ...message.args);
  else if (message.type === 'menu') choose(message.label);
  else if (message.type === 'ready-to-show') for (const window of windows) window.emit('ready-to-show');
  else for (const window of windows) window.close();
});
