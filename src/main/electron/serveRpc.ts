import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { StetError, toWire } from '../../core/errors';
import type { Dispatcher } from '../../core/rpc/createDispatcher';
import type { NumberedEvent } from '../../core/rpc/events';
import type { Answer } from '../../core/rpc/transport';
import type { AssetDoor } from '../services/assets';
import { channels } from './channels';
import { APP_ORIGIN } from './serveApp';

const NOT_BYTES = 'Stet did not understand what was asked of it, and did nothing.';
const refused = (): Answer => ({
  ok: false,
  error: toWire(new StetError('rpc/refused', 'Only Stet’s own window may ask this.')),
});

/** True for a message from the app's own page itself: never from a frame in it, nor from any other origin. */
export function isOurs(event: Pick<IpcMainEvent | IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`) && frame.origin === APP_ORIGIN;
}

/** Answers the window's calls. A call from anywhere else is refused before its input is looked at (`rpc/refused`). */
export function serveCalls(ipc: IpcMain, dispatch: Dispatcher): void {
  ipc.handle(channels.call, async (event, name: unknown, input: unknown): Promise<Answer> => {
    if (!isOurs(event)) return refused();
    return dispatch(name, input);
  });
}

/** Takes pictures from the window, as bytes. Errors: `rpc/refused`, `rpc/invalid-input`, and those of the store, which looks at the size first. */
export function servePictures(ipc: IpcMain, { put }: Pick<AssetDoor, 'put'>): void {
  ipc.handle(channels.picture, async (event, bytes: unknown): Promise<Answer> => {
    if (!isOurs(event)) return refused();
    return bytes instanceof Uint8Array ? put(bytes) : { ok: false, error: toWire(new StetError('rpc/invalid-input', NOT_BYTES)) };
  });
}

/** Sends events to each window that has said it listens, numbered from 1 for each. */
export function serveEvents(ipc: IpcMain, listen: (listener: (event: NumberedEvent) => void) => () => void): void {
  const listening = new Map<WebContents, () => void>();
  ipc.on(channels.listen, (event) => {
    if (!isOurs(event)) return;
    const contents = event.sender;
    // A reloaded page listens anew: its numbers begin again.
    listening.get(contents)?.();
    listening.set(
      contents,
      listen((message) => {
        if (!contents.isDestroyed()) contents.send(channels.event, message);
      }),
    );
    contents.once('destroyed', () => {
      listening.get(contents)?.();
      listening.delete(contents);
    });
  });
}
