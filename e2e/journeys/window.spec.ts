import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { Desk } from './desk';
import { expect, test } from '../test';

/** At most so much typing may be lost with a window, in milliseconds (docs/safety.md). */
const PROMISED_MS = 1_000;

/** Every text that stands in the article files of a library. */
async function onDisk(library: string): Promise<string> {
  const folder = join(library, 'articles');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

const browserOf = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('this browser cannot be asked');
  return session;
};

/** Kills the process that draws the window, as the system does when memory runs out; the browser lives on. */
async function killWindow(page: Page): Promise<void> {
  const { processInfo } = await (await browserOf(page)).send('SystemInfo.getProcessInfo');
  const crashed = page.waitForEvent('crash');
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
  await crashed;
}

/** Loads the window again as its own button does, and gives a way to ask it: Playwright gives up a page that crashed. */
async function reloaded(page: Page) {
  const browser = await browserOf(page);
  const { targetInfos } = await browser.send('Target.getTargets');
  const targetId = targetInfos.find(({ type, url }) => type === 'page' && url.startsWith('http://127.0.0.1'))?.targetId ?? '';
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  let calls = 0;
  const call = (method: string, params: object = {}): Promise<{ result?: { value?: unknown } }> =>
    new Promise((resolve, reject) => {
      const id = ++calls;
      browser.on('Target.receivedMessageFromTarget', ({ message }) => {
        const answer = JSON.parse(message) as { id?: number; result?: { result?: { value?: unknown } } };
        if (answer.id === id) resolve(answer.result ?? {});
      });
      browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(reject);
    });
  await call('Page.reload');
  return {
    textOf: async (selector: string) => {
      const expression = `document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`;
      return String((await call('Runtime.evaluate', { expression })).result?.value ?? '');
    },
    type: (text: string) => call('Input.insertText', { text }),
  };
}

test('a window whose process is killed while somebody types loses at most a second, and can be opened again', async ({
  stet,
}, info) => {
  test.skip(info.project.name !== 'loopback', 'a stand-in has no window of Electron’s own');
  const running = await stet.start();
  const desk = await new Desk(running.page).ready();
  await desk.newArticle('Killed while typing');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  const typed: { word: string; at: number }[] = [];
  for (let n = 1; n <= 60; n++) {
    const word = `word${n}`;
    await desk.type(`${word} `);
    typed.push({ word, at: Date.now() });
    await desk.page.waitForTimeout(40);
  }
  const killedAt = Date.now();
  await killWindow(desk.page);
  const promised = typed.filter(({ at }) => at < killedAt - PROMISED_MS).map(({ word }) => word);
  expect(promised.length).toBeGreaterThan(10);
  const disk = await onDisk(stet.library);
  expect(promised.filter((word) => !disk.includes(`${word} `))).toEqual([]);

  const again = await reloaded(desk.page);
  await expect.poll(() => again.textOf('[data-part="headline"]'), { timeout: 20_000 }).toBe('Killed while typing');
  const body = `${await again.textOf('[aria-label="Article text"]')} `;
  expect(promised.filter((word) => !body.includes(`${word} `))).toEqual([]);
  // The cursor stands where it was.
  await again.type('and on it goes');
  await expect.poll(() => onDisk(stet.library), { timeout: 10_000 }).toContain('and on it goes');
});

test('ten million characters that are pasted are there, saved, and leave the window usable', async ({ stet }) => {
  test.slow();
  const running = await stet.start();
  const desk = await new Desk(running.page).ready();
  await desk.newArticle('A whole archive');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('Before. ');
  await desk.page.evaluate(async () => {
    const line = (n: number) =>
      `Paragraph ${n} of the archive: ${'the harbour board said on monday that repairs begin. '.repeat(12)}`;
    await navigator.clipboard.writeText(Array.from({ length: 15_500 }, (_, n) => line(n)).join('\n\n'));
  });
  await desk.page.keyboard.press('ControlOrMeta+v');
  await expect(desk.paragraphs.last()).toContainText('Paragraph 15499 ', { timeout: 120_000 });
  await desk.saved();
  await desk.type('And after.');
  await desk.saved();
  const disk = await onDisk(stet.library);
  expect(disk.length).toBeGreaterThan(10_000_000);
  expect(disk).toContain('Before. ');
  expect(disk).toContain('And after.');
  for (const n of [0, 7_750, 15_499]) expect(disk).toContain(`Paragraph ${n} of`);
});

test('a dialog whose file is slow takes no key from the copy, and one whose file is gone says so and can be asked for again', async ({
  stet,
}) => {
  const { page } = await stet.start();
  const desk = await new Desk(page).ready();
  await desk.newArticle('Late parts');
  await desk.saved();
  let gone = true;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/(Dialogs|Beside|RestTabs)-[^/]*\.js$/u, async (route) => {
    await released;
    await (gone ? route.abort() : route.fallback());
  });
  await page.reload();
  await expect(desk.headline).toHaveText('Late parts');
  await desk.clickInto(desk.headline);
  await page.keyboard.press('End');

  await page.keyboard.press('ControlOrMeta+,');
  await desk.type('zip');
  release();
  await expect(page.getByText('This part of Stet could not be loaded')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await desk.type('!');
  await expect(desk.headline).toHaveText('Late parts!');

  gone = false;
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await desk.type('!');
  await expect(desk.headline).toHaveText('Late parts!!');
});
