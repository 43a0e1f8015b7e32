import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { StetError, toWire } from '../../core/errors';
import type { Dispatcher } from '../../core/rpc/createDispatcher';
import type { NumberedEvent } from '../../core/rpc/events';
import type { Answer } from '../../core/rpc/transport';
import { channels } from './channels';
import { APP_ORIGIN } from './serveApp';

/** True for a message from the app's own page itself: never from a frame in it, nor from any other origin. */
export function isOurs(event: Pick<IpcMainEvent | IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`) && frame.origin === APP_ORIGIN;
}

/** Answers the window's calls. A call from anywhere else is refused before its input is looked at (`rpc/refused`). */
export function serveCalls(ipc: IpcMain, dispatch: Dispatcher): void {
  ipc.handle(channels.call, async (event, name: unknown, input: unknown): Promise<Answer> => {
    if (!isOurs(event)) return { ok: false, error: toWire(new StetError('rpc/refused', 'Only Stet’s own window may ask this.')) };
    return dispatch(name, input);
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
