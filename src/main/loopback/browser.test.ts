import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBrowser, needsNoSandbox } from '../findBrowser';
import { standIn, type StandIn } from './testing/standIn';

const found = findBrowser();
if (!found) console.warn('SKIPPED: no Chromium, Chrome or Edge here, so no hostile page was tried against the loopback host.');

describe.runIf(found)('in a real browser', () => {
  let browser: Browser;
  let stet: StandIn;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: found ?? undefined, args: needsNoSandbox() ? ['--no-sandbox'] : [] });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stet = await standIn();
    page = await (await browser.newContext()).newPage();
  });
  afterEach(async () => {
    await page.context().close();
    await stet.stop();
  });

  const goIn = async () => {
    await page.goto(stet.loopback.launchUrl() ?? '');
    await page.waitForURL(`${stet.loopback.address}/`);
    await page.waitForSelector('body[data-listening]');
  };

  test('the launch page opens the app, and nothing of it is left in the tab', async () => {
    await goIn();
    expect(await page.textContent('#out')).toBe('{"ok":true,"value":{"echo":"app.info"}}');
    expect(await page.evaluate(() => getComputedStyle(document.body.firstElementChild ?? document.body).color)).toBe(
      'rgb(1, 2, 3)',
    );
    expect(await page.evaluate(() => [document.cookie, document.referrer])).toEqual(['', '']);
    await page.goBack({ timeout: 2000 }).catch(() => null); // nowhere to go back to but the blank tab
    expect(page.url()).not.toMatch(/start\.html|enter/u);
  });

  test('a reload keeps working', async () => {
    await goIn();
    for (let times = 0; times < 3; times++) {
      await page.reload();
      await page.waitForSelector('body[data-listening]');
    }
    expect(stet.asked).toHaveLength(4);
  });

  test('events reach the page', async () => {
    await goIn();
    stet.emit({ type: 'settings' });
    await page.waitForSelector('body[data-events*="settings"]');
    expect(await page.getAttribute('body', 'data-events')).toContain('{"type":"settings","sequence":1}');
  });

  test('another tab with the cookie alone can do nothing', async () => {
    await goIn();
    const other = await page.context().newPage();
    await other.goto(stet.loopback.address);
    await other.waitForFunction(() => document.getElementById('out')?.textContent !== '…');
    expect(await other.textContent('#out')).toContain('loopback/refused');
    expect(stet.asked).toHaveLength(1);
    await other.close();
  });

  test('a preview shows its styles in a frame and runs no script', async () => {
    await goIn();
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/preview/ferry';
      document.body.append(frame);
    });
    const frame = page.frameLocator('iframe');
    await frame.getByText('Ferry strike ends').waitFor();
    const inside = page.frames().find((one) => one.url().endsWith('/preview/ferry'));
    expect(await frame.getByText('Ferry strike ends').evaluate((element) => getComputedStyle(element).color)).toBe(
      'rgb(4, 5, 6)',
    );
    expect(await inside?.title()).toBe('');
    expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument)).toBeNull();
  });

  describe('a hostile page on another port', () => {
    let hostile: Server;
    let seenByHost: string[];
    beforeEach(async () => {
      seenByHost = [];
      hostile = createServer((_request, response) =>
        response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Hostile</title>'),
      );
      await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
      await goIn();
      stet.asked.length = 0;
    });
    afterEach(async () => {
      hostile.closeAllConnections();
      await new Promise((resolve) => hostile.close(resolve));
    });

    /** In the same browser, so that it has the cookie where the browser would send it. */
    const visitHostile = async (name = '127.0.0.1') => {
      const tab = await page.context().newPage();
      tab.on('response', (response) => {
        if (response.url().startsWith(stet.loopback.address))
          seenByHost.push(`${response.status()} ${response.url().slice(stet.loopback.address.length)}`);
      });
      await tab.goto(`http://${name}:${(hostile.address() as AddressInfo).port}/`);
      return tab;
    };

    test.each(['127.0.0.1', 'localhost'])('at %s can neither fetch nor send', async (name) => {
      const tab = await visitHostile(name);
      const outcomes = await tab.evaluate(async (address) => {
        const attempt = async (path: string, init: RequestInit) => {
          try {
            const response = await fetch(address + path, init);
            return response.type === 'opaque' ? `opaque ${(await response.text()).length}` : `read ${response.status}`;
          } catch {
            return 'failed';
          }
        };
        const body = '{"name":"articles.trash","input":{"ids":["a"]}}';
        const json = { 'Content-Type': 'application/json' };
        return Promise.all([
          attempt('/', { credentials: 'include' }),
          attempt('/', { credentials: 'include', mode: 'no-cors' }),
          attempt('/assets/app.js', { mode: 'no-cors', credentials: 'include' }),
          attempt('/rpc', { method: 'POST', body, headers: json, credentials: 'include' }),
          attempt('/rpc', { method: 'POST', body, headers: { ...json, 'x-stet-token': 'guess' }, credentials: 'include' }),
          attempt('/rpc', { method: 'POST', body, mode: 'no-cors', credentials: 'include' }),
          attempt('/rpc', {
            method: 'POST',
            body: new Blob([body], { type: 'text/plain' }),
            mode: 'no-cors',
            credentials: 'include',
            keepalive: true,
          }),
          attempt('/events', { method: 'POST', body: '{}', headers: json, credentials: 'include' }),
          attempt('/enter', {
            method: 'POST',
            body: new URLSearchParams({ token: 'guess' }),
            mode: 'no-cors',
            credentials: 'include',
          }),
        ]);
      }, stet.loopback.address);
      expect(outcomes.filter((outcome) => outcome !== 'failed' && outcome !== 'opaque 0')).toEqual([]);
      expect(stet.asked).toEqual([]);
      await tab.close();
    });

    test('cannot frame it, embed its files or open a socket', async () => {
      const tab = await visitHostile();
      const outcomes = await tab.evaluate(async (address) => {
        const element = (name: 'img' | 'script' | 'link' | 'object', path: string) =>
          new Promise<string>((resolve) => {
            const made = document.createElement(name);
            made.addEventListener('load', () => resolve(`${name} loaded`));
            made.addEventListener('error', () => resolve('failed'));
            if (made instanceof HTMLLinkElement) Object.assign(made, { rel: 'stylesheet', href: address + path });
            else if (made instanceof HTMLObjectElement) made.data = address + path;
            else made.src = address + path;
            document.body.append(made);
          });
        const socket = new Promise<string>((resolve) => {
          const made = new WebSocket(`${address.replace('http', 'ws')}/events`);
          made.addEventListener('open', () => resolve('socket open'));
          made.addEventListener('error', () => resolve('failed'));
        });
        const source = new Promise<string>((resolve) => {
          const made = new EventSource(`${address}/events`, { withCredentials: true });
          made.addEventListener('open', () => resolve('stream open'));
          made.addEventListener('error', () => {
            made.close();
            resolve('failed');
          });
        });
        return Promise.all([
          element('img', '/'),
          element('script', '/assets/app.js'),
          element('link', '/assets/app.css'),
          element('object', '/preview/ferry'),
          element('img', '/preview/ferry'),
          socket,
          source,
        ]);
      }, stet.loopback.address);
      expect(new Set(outcomes)).toEqual(new Set(['failed']));
      for (const path of ['/', '/preview/ferry']) {
        await tab.evaluate((url) => {
          const frame = document.createElement('iframe');
          frame.src = url;
          document.body.append(frame);
          return new Promise((resolve) => frame.addEventListener('load', resolve));
        }, stet.loopback.address + path);
        const framed = tab.frames().at(-1);
        expect(await framed?.evaluate(() => document.body.innerText)).not.toMatch(/Ferry|echo/u);
      }
      expect(stet.asked).toEqual([]);
      expect(seenByHost.filter((seen) => seen.startsWith('2'))).toEqual([]);
      await tab.close();
    });

    test('cannot post a form to it, from its page or from a sandboxed frame whose origin is null', async () => {
      for (const [path, type] of [
        ['/rpc', 'text/plain'],
        ['/enter', 'application/x-www-form-urlencoded'],
        ['/events', 'multipart/form-data'],
      ] as const) {
        const target = `${stet.loopback.address}${path}`;
        const form = `<form method="post" action="${target}" enctype="${type}"><input name='{"name":"articles.trash","token":"' value='"}'></form>`;
        const tab = await visitHostile();
        stet.answered.length = 0;
        await tab.evaluate((markup) => {
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', 'allow-forms allow-scripts');
          frame.srcdoc = `${markup}<script>document.forms[0].submit()</script>`;
          document.body.append(frame);
        }, form);
        await vi.waitFor(() => expect(stet.answered).toEqual([`403 POST ${path}`]), { timeout: 10_000 });
        await tab.evaluate((markup) => {
          document.body.innerHTML = markup;
          setTimeout(() => document.forms[0]?.submit());
        }, form);
        await vi.waitFor(() => expect(stet.answered).toEqual([`403 POST ${path}`, `403 POST ${path}`]), { timeout: 10_000 });
        await tab.close();
      }
      expect(stet.asked).toEqual([]);
    });
  });
});
