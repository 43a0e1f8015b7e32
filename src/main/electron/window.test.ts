import type { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Held } from '../../core/rpc/closing';
import { channels } from './channels';

const made = vi.hoisted(() => ({ windows: [] as { options: Record<string, unknown> }[] }));

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  class BrowserWindow extends EventEmitter {
    webContents = Object.assign(new EventEmitter(), { send: vi.fn() });
    closed = false;
    loadURL = vi.fn(async () => undefined);
    show = vi.fn();
    constructor(public options: Record<string, unknown>) {
      super();
      made.windows.push(this);
    }
    isDestroyed = () => this.closed;
    getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 });
    close(): void {
      let prevented = false;
      this.emit('close', { preventDefault: () => (prevented = true) });
      if (!prevented) this.closed = true;
    }
  }
  return {
    BrowserWindow,
    ipcMain: new EventEmitter(),
    screen: { getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }) },
  };
});

interface FakeWindow extends EventEmitter {
  options: Record<string, unknown>;
  closed: boolean;
  close(): void;
  webContents: EventEmitter & { send: ReturnType<typeof vi.fn> };
}

const { openWindow } = await import('./window');
const { ipcMain } = (await import('electron')) as unknown as { ipcMain: EventEmitter };
let bounds: string;
let mayClose: (held: Held) => Promise<boolean>;
const open = () => openWindow('preload.cjs', bounds, (held) => mayClose(held)) as unknown as FakeWindow;
/** What waits for `mayClose` happens a moment later. */
const soon = () => vi.advanceTimersByTimeAsync(0);
const closedBy = (window: FakeWindow) => ({
  sender: window.webContents,
  senderFrame: { url: 'app://stet/', origin: 'app://stet', parent: null },
});

beforeEach(() => {
  vi.useFakeTimers();
  mayClose = () => Promise.resolve(true);
  ipcMain.removeAllListeners();
  bounds = join(mkdtempSync(join(tmpdir(), 'stet-window-')), 'window.json');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(dirname(bounds), { recursive: true });
});

test('the page runs in the sandbox, isolated, without Node and without a spell-checker that downloads', () => {
  const { options } = open();
  expect(options.webPreferences).toEqual({
    preload: 'preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    webSecurity: true,
  });
});

test('closing waits for the window’s last edit', async () => {
  const window = open();
  window.close();
  expect(window.closed).toBe(false);
  expect(window.webContents.send).toHaveBeenCalledWith(channels.closing);
  ipcMain.emit(channels.closed, closedBy(window), 'nothing');
  await soon();
  expect(window.closed).toBe(true);
});

test('a last edit that cannot be saved keeps the window open, until the writer gives it up', async () => {
  const window = open();
  mayClose = () => Promise.resolve(false);
  window.close();
  ipcMain.emit(channels.closed, closedBy(window), 'nothing');
  await soon();
  expect(window.closed).toBe(false);
  const objects = () => {
    let ignored = false;
    window.webContents.emit('will-prevent-unload', { preventDefault: () => (ignored = true) });
    return !ignored;
  };
  expect(objects()).toBe(true);
  mayClose = () => Promise.resolve(true);
  window.close();
  ipcMain.emit(channels.closed, closedBy(window), 'nothing');
  await soon();
  expect([window.closed, objects()]).toEqual([true, false]);
});

test('the writer is asked once, however often the window is told to close', async () => {
  const window = open();
  mayClose = vi.fn(() => new Promise<boolean>(() => undefined));
  window.close();
  window.close();
  ipcMain.emit(channels.closed, closedBy(window), 'nothing');
  await vi.advanceTimersByTimeAsync(5000);
  expect(mayClose).toHaveBeenCalledOnce();
});

test('what the window still holds is known when the writer is asked, and a word that it could not say counts as words', async () => {
  const answers: unknown[] = [];
  mayClose = vi.fn((held: Held) => Promise.resolve(answers.push(held) > 4));
  const window = open();
  for (const said of ['paste', 'words', undefined, true, 'nothing']) {
    window.close();
    ipcMain.emit(channels.closed, closedBy(window), said);
    await soon();
  }
  expect(answers).toEqual(['paste', 'words', 'words', 'words', 'nothing']);
  expect(window.closed).toBe(true);
});

test('a window that does not answer in time may still hold words', async () => {
  const window = open();
  mayClose = vi.fn(() => Promise.resolve(false));
  window.close();
  await vi.advanceTimersByTimeAsync(2000);
  expect(mayClose).toHaveBeenCalledExactlyOnceWith('words');
});

test('a writer who kept the window open is not asked again by a late clock', async () => {
  const window = open();
  mayClose = vi.fn(() => Promise.resolve(false));
  window.close();
  ipcMain.emit(channels.closed, closedBy(window), 'words');
  await vi.advanceTimersByTimeAsync(5000);
  expect(mayClose).toHaveBeenCalledOnce();
  expect(window.closed).toBe(false);
});

test('the end of a Windows session lets the window send its last edit', () => {
  const window = open();
  window.emit('query-session-end', {});
  expect(window.webContents.send).toHaveBeenCalledWith(channels.closing);
});

test('a window that has gone listens no more', async () => {
  const window = open();
  window.emit('closed');
  expect(ipcMain.listenerCount(channels.closed)).toBe(0);
});

test('closing waits two seconds at most', async () => {
  const window = open();
  window.close();
  await vi.advanceTimersByTimeAsync(1999);
  expect(window.closed).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(window.closed).toBe(true);
});

test('a last word from anyone else does not close the window', async () => {
  const window = open();
  window.close();
  ipcMain.emit(channels.closed, { ...closedBy(window), sender: {} });
  await soon();
  expect(window.closed).toBe(false);
});

test('it opens where it was', () => {
  const window = open();
  window.close();
  expect(JSON.parse(readFileSync(bounds, 'utf8'))).toEqual({ x: 10, y: 20, width: 1000, height: 700 });
  expect(open().options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
});
