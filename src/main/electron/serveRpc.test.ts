import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { expect, test, vi } from 'vitest';
import type { NumberedEvent } from '../../core/rpc/events';
import { channels } from './channels';
import { isOurs, serveCalls, serveEvents, servePictures } from './serveRpc';

const from = (url: string, origin: string, parent: object | null = null) =>
  ({ senderFrame: { url, origin, parent } }) as unknown as Pick<IpcMainInvokeEvent, 'senderFrame'>;

test('only the app’s own page, itself, may call', () => {
  expect(isOurs(from('app://stet/', 'app://stet'))).toBe(true);
  expect(isOurs(from('app://stet/', 'app://stet', {}))).toBe(false);
  expect(isOurs(from('app://stet/preview/abc', 'null'))).toBe(false);
  expect(isOurs(from('app://stet.example/', 'app://stet.example'))).toBe(false);
  expect(isOurs(from('https://example.org/app://stet/', 'https://example.org'))).toBe(false);
  expect(isOurs({ senderFrame: null })).toBe(false);
});

test('a call from elsewhere is refused before its input is looked at', async () => {
  let handle: (event: unknown, name: unknown, input: unknown) => Promise<unknown> = async () => undefined;
  const dispatch = vi.fn(async () => ({ ok: true as const, value: 1 }));
  serveCalls({ handle: (_channel: string, handler: typeof handle) => (handle = handler) } as unknown as IpcMain, dispatch);
  expect(await handle(from('https://example.org/', 'https://example.org'), 'articles.list', null)).toMatchObject({
    ok: false,
    error: { code: 'rpc/refused' },
  });
  expect(dispatch).not.toHaveBeenCalled();
  expect(await handle(from('app://stet/', 'app://stet'), 'articles.list', null)).toEqual({ ok: true, value: 1 });
});

test('a picture is taken as bytes, from the app’s own page only', async () => {
  let handle: (event: unknown, bytes: unknown) => Promise<unknown> = async () => undefined;
  const put = vi.fn(async () => ({ ok: true as const, value: 'stored' }));
  servePictures({ handle: (_channel: string, handler: typeof handle) => (handle = handler) } as unknown as IpcMain, { put });
  const ours = from('app://stet/', 'app://stet');
  for (const sender of [from('https://example.org/', 'https://example.org'), from('app://stet/', 'app://stet', {})])
    expect(await handle(sender, new Uint8Array(1))).toMatchObject({ error: { code: 'rpc/refused' } });
  for (const strange of ['bytes', [1, 2], { length: 2 }, null])
    expect(await handle(ours, strange)).toMatchObject({ error: { code: 'rpc/invalid-input' } });
  expect(put).not.toHaveBeenCalled();
  expect(await handle(ours, Uint8Array.of(1, 2))).toEqual({ ok: true, value: 'stored' });
});

test('a reloaded window hears its events once, numbered anew', () => {
  const ipc = new EventEmitter();
  const listeners = new Set<(event: NumberedEvent) => void>();
  serveEvents(ipc as unknown as IpcMain, (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  });
  const contents = Object.assign(new EventEmitter(), { isDestroyed: () => false, send: vi.fn() });
  const event = { ...from('app://stet/', 'app://stet'), sender: contents };
  ipc.emit(channels.listen, event);
  ipc.emit(channels.listen, event);
  ipc.emit(channels.listen, { ...from('https://example.org/', 'https://example.org'), sender: contents });
  expect(listeners.size).toBe(1);
  for (const listener of listeners) listener({ type: 'series', sequence: 1 });
  expect(contents.send.mock.calls).toEqual([[channels.event, { type: 'series', sequence: 1 }]]);
  contents.emit('destroyed');
  expect(listeners.size).toBe(0);
});
