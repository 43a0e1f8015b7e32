import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } from 'electron';
import { StetError } from '../../core/errors';
import { listAppFiles } from '../appFiles';
import { boot } from '../boot';
import { createNodePlaces } from '../places';
import type { Held } from '../../core/rpc/closing';
import { libraryFolder } from '../userData';
import { createExaminer } from '../workers/createExaminer';
import { searchIndexOf } from '../workers/createSearchIndex';
import { createParser } from '../workers/createParser';
import { channels } from './channels';
import { hardenContents, hardenSession } from './harden';
import { menuTemplate } from './menu';
import { systemOpener } from './opener';
import { systemPrinter } from './printer';
import { nativePlaces } from './places';
import { serveApp } from './serveApp';
import { serveCalls, serveEvents, servePictures } from './serveRpc';
import { openWindow } from './window';

/** Starts Stet in Electron; `out` is the folder of the build. Must be called before the app is ready. */
export async function start(out: string): Promise<void> {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  app.enableSandbox();
  hardenContents(app);
  await app.whenReady();
  hardenSession(session.defaultSession);

  // One that only prints is never shown.
  const current = (): BrowserWindow | null => {
    const windows = BrowserWindow.getAllWindows();
    return windows.find((window) => window.isVisible() || window.isMinimized()) ?? windows[0] ?? null;
  };
  const toFront = () => {
    const window = current();
    if (!window) return; // not open yet, or no more: closing the window ends Stet on every platform
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  const stet = await boot({
    folder: libraryFolder(process.argv, process.env),
    host: 'electron',
    version: app.getVersion(),
    nativeDialogs: true,
    places: nativePlaces(createNodePlaces(), dialog, current),
    opener: systemOpener(shell, dialog, current),
    parser: createParser(),
    examiner: createExaminer(),
    printer: systemPrinter,
    searchIndex: searchIndexOf,
    onFocus: toFront,
  }).catch((error: unknown) => {
    if (!(error instanceof StetError)) throw error;
    // The owner of the library has come to the front by itself.
    const inUse = error.code === 'library/in-use';
    if (inUse) process.stderr.write(`${error.message}\n`);
    else dialog.showErrorBox('Stet could not open the library', error.message);
    app.exit(inUse ? 0 : 3);
    return null; // in Electron `exit` returns, and a second one would replace its code
  });
  if (!stet) return;

  const mayClose = async (held: Held) => {
    const lost = (await stet.flush()) ? held : 'words';
    return lost === 'nothing' || giveUp(current(), lost);
  };
  const open = () => openWindow(join(out, 'preload', 'preload.cjs'), join(app.getPath('userData'), 'window.json'), mayClose);

  serveApp(protocol, await listAppFiles(join(out, 'renderer')), stet);
  serveCalls(ipcMain, stet.dispatch);
  servePictures(ipcMain, stet.assets);
  serveEvents(ipcMain, stet.listen);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(process.platform === 'darwin', (id) => current()?.webContents.send(channels.command, id)),
    ),
  );

  let saved = false;
  app.on('will-quit', (event) => {
    if (saved) return;
    event.preventDefault();
    void stet.close().finally(() => {
      saved = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => app.quit());
  app.on('activate', toFront);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  open();
}

/** What is said of words that closing would lose. */
const losing = {
  words: {
    message: 'Some words are only in this window.',
    detail:
      'They are not saved; the status bar says why. Make room on the disk, or copy the text somewhere safe, before you close.',
    buttons: ['Keep open', 'Close without saving'],
  },
  paste: {
    message: 'What was pasted is still being read.',
    detail: 'It is not in the article yet. Keep the window open until it is there and saved.',
    buttons: ['Keep open', 'Close without it'],
  },
} as const satisfies Record<Exclude<Held, 'nothing'>, object>;

/** Asks whether it may be lost. */
async function giveUp(window: BrowserWindow | null, lost: keyof typeof losing): Promise<boolean> {
  const { buttons, ...words } = losing[lost];
  const options = { type: 'warning' as const, ...words, buttons: [...buttons], defaultId: 0, cancelId: 0 };
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  return response === 1;
}
