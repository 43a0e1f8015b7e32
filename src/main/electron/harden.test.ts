import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { expect, test } from 'vitest';
import { hardenContents, hardenSession } from './harden';

type Answer = (value: unknown) => void;

function hardened() {
  const set: Record<string, (...args: never[]) => unknown> = {};
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: never) => (set.request = handler),
    setPermissionCheckHandler: (handler: never) => (set.check = handler),
    setDevicePermissionHandler: (handler: never) => (set.device = handler),
    setDisplayMediaRequestHandler: (handler: never) => (set.display = handler),
    setSpellCheckerEnabled: (on: boolean) => (set.spelling = () => on),
    webRequest: { onBeforeRequest: (handler: never) => (set.web = handler) },
  });
  hardenSession(session as unknown as Session);
  return { session, set };
}

test('every permission is denied and no dictionary is fetched', () => {
  const { set } = hardened();
  let granted: unknown = 'nothing';
  const request = set.request as unknown as (contents: unknown, permission: string, answer: Answer) => void;
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem']) {
    request(null, permission, (value) => (granted = value));
    expect(granted).toBe(false);
  }
  expect((set.check as () => boolean)()).toBe(false);
  expect((set.device as () => boolean)()).toBe(false);
  expect((set.spelling as () => boolean)()).toBe(false);
});

test('only the app itself can be asked for', () => {
  const { set } = hardened();
  const web = set.web as unknown as (details: { url: string }, answer: Answer) => void;
  const cancelled = (url: string) => {
    let verdict: unknown;
    web({ url }, (value) => (verdict = value));
    return (verdict as { cancel: boolean }).cancel;
  };
  expect(cancelled('app://stet/assets/index.js')).toBe(false);
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1/',
    'file:///etc/hosts',
    'app://stet.example/',
    'ws://example.org/',
  ]) {
    expect(cancelled(url)).toBe(true);
  }
});

test('a download is stopped', () => {
  const { session } = hardened();
  let stopped = false;
  session.emit('will-download', { preventDefault: () => (stopped = true) });
  expect(stopped).toBe(true);
});

test('no page navigates, opens a window or embeds a view', () => {
  const app = new EventEmitter();
  hardenContents(app as unknown as App);
  let opened: (() => { action: string }) | undefined;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: () => { action: string }) => (opened = handler),
  });
  app.emit('web-contents-created', {}, contents);
  const stopped = (name: string, url: string) => {
    let prevented = false;
    contents.emit(name, { url, preventDefault: () => (prevented = true) });
    return prevented;
  };
  expect(stopped('will-navigate', 'https://example.org/')).toBe(true);
  expect(stopped('will-navigate', 'app://stet/')).toBe(true);
  expect(stopped('will-redirect', 'https://example.org/')).toBe(true);
  expect(stopped('will-attach-webview', '')).toBe(true);
  expect(stopped('will-frame-navigate', 'https://example.org/')).toBe(true);
  expect(stopped('will-frame-navigate', 'app://stet/preview/abc')).toBe(false);
  expect(opened?.()).toEqual({ action: 'deny' });
});
