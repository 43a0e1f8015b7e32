import { readFileSync, writeFileSync } from 'node:fs';
import { BrowserWindow, ipcMain, screen, type IpcMainEvent, type Rectangle } from 'electron';
import { channels } from './channels';
import { APP_ORIGIN } from './serveApp';
import { isOurs } from './serveRpc';
import { heldIn, type Held } from '../../core/rpc/closing';

/** How long a closing window may take to send its last edit, in milliseconds. */
const LAST_WORD = 2000;

function readBounds(file: string): Partial<Rectangle> {
  try {
    const { x, y, width, height } = JSON.parse(readFileSync(file, 'utf8')) as Rectangle;
    const on = screen.getDisplayMatching({ x, y, width, height }).workArea;
    const visible = x < on.x + on.width && y < on.y + on.height && x + width > on.x && y + height > on.y;
    return visible ? { x, y, width, height } : {};
  } catch {
    return {}; // first start, or a file of no use: the default size serves
  }
}

/**
 * Opens the window on the app. It remembers its place in `boundsFile` and closes only when its last edit is sent, or after 2 s,
 * and `mayClose` then says that nothing is lost, or that the writer wants it so; it is told what the window still holds.
 */
export function openWindow(preload: string, boundsFile: string, mayClose: (held: Held) => Promise<boolean>): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...readBounds(boundsFile),
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Stet',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      webSecurity: true,
    },
  });
  const contents = window.webContents;
  window.once('ready-to-show', () => window.show());
  let finished = false;
  let asking = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const finish = async (held: Held) => {
    clearTimeout(patience);
    if (finished || asking || window.isDestroyed()) return;
    asking = true;
    finished = await mayClose(held);
    asking = false;
    if (finished && !window.isDestroyed()) window.close();
  };
  const heard = (event: IpcMainEvent, said: unknown) => {
    if (isOurs(event) && event.sender === contents) void finish(heldIn(said));
  };
  ipcMain.on(channels.closed, heard);
  window.once('closed', () => ipcMain.off(channels.closed, heard));
  // Whatever it held is gone with it.
  contents.on('render-process-gone', () => void finish('nothing'));
  // Electron shows no dialog of its own for a page that objects: the window would merely stay open. Here the writer has been asked.
  contents.on('will-prevent-unload', (event) => {
    if (finished) event.preventDefault();
  });
  // Windows ends the session without the close event; what the window still holds is sent as long as there is time.
  window.on('query-session-end', () => contents.send(channels.closing));
  window.on('close', (event) => {
    try {
      writeFileSync(boundsFile, JSON.stringify(window.getNormalBounds()), { mode: 0o600 });
    } catch {
      // The place of a window is not worth a message; it opens at the default next time.
    }
    if (finished) return;
    event.preventDefault();
    contents.send(channels.closing);
    clearTimeout(patience);
    patience = setTimeout(() => void finish('words'), LAST_WORD);
  });
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}
