import { contextBridge, ipcRenderer } from 'electron';
import type { Held } from '../../core/rpc/closing';
import { channels } from './channels';

/** All that the window can reach of its host: calls of the contract, events, menu commands, and a last word before closing. */
const bridge = {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(channels.call, name, input),
  putPicture: (bytes: unknown): Promise<unknown> => ipcRenderer.invoke(channels.picture, bytes),
  listen(listener: (event: unknown) => void): () => void {
    const heard = (_event: unknown, message: unknown) => listener(message);
    ipcRenderer.on(channels.event, heard);
    ipcRenderer.send(channels.listen);
    return () => ipcRenderer.off(channels.event, heard);
  },
  onCommand(listener: (id: unknown) => void): () => void {
    const heard = (_event: unknown, id: unknown) => listener(id);
    ipcRenderer.on(channels.command, heard);
    return () => ipcRenderer.off(channels.command, heard);
  },
  onClosing(flush: () => Promise<Held>): void {
    ipcRenderer.on(channels.closing, () => {
      const done = (held: Held) => ipcRenderer.send(channels.closed, held);
      flush().then(done, () => done('words'));
    });
  },
};

contextBridge.exposeInMainWorld('stet', bridge);

/** The shape of `window.stet`. */
export type Bridge = typeof bridge;
