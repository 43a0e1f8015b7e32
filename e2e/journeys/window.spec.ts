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

/** Holds back what the window asks of the host by one method, until it is let go. */
async function holding(page: Page, method: string) {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let came: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (came = resolve));
  await page.route('**/rpc', async (route) => {
    if ((route.request().postData() ?? '').startsWith(`{"name":"${method}"`)) {
      came();
      await held;
    }
    // The window may be gone by then.
    await route.continue().catch(() => undefined);
  });
  return { asked, release };
}
const pasteLines = async (desk: Desk, lines: number, word: string) => {
  const text = Array.from(
    { length: lines },
    (_, n) => `${word} ${n}: ${'the harbour board said that repairs begin. '.repeat(12)}`,
  );
  await desk.page.evaluate((words) => navigator.clipboard.writeText(words), text.join('\n\n'));
  await desk.page.keyboard.press('ControlOrMeta+v');
};
const inNewArticle = async (desk: Desk, headline: string) => {
  await desk.newArticle(headline);
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Enter');
  await desk.type('Before. ');
  await desk.saved();
};

for (const [when, method] of [
  ['while it is being read', 'import.fragment'],
  ['before it is saved', 'articles.save'],
] as const) {
  test(`a window that is closed right after a large paste, ${when}, asks first, and all of it is there afterwards`, async ({
    stet,
  }, info) => {
    test.skip(info.project.name !== 'loopback', 'Electron saves before it closes, and tells where it cannot');
    test.slow();
    const running = await stet.start();
    const desk = await new Desk(running.page).ready();
    const { page } = desk;
    await inNewArticle(desk, 'Pasted and closed');
    const { asked, release } = await holding(page, method);
    await pasteLines(desk, 600, 'Item');
    await asked;
    const question = page.waitForEvent('dialog');
    const closing = page.close({ runBeforeUnload: true });
    const dialog = await question;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await closing;
    release();
    await expect(desk.paragraphs.last()).toContainText('Item 599:');
    await desk.saved();

    // Saved, it may go without a question.
    const questions: string[] = [];
    page.on('dialog', (asking) => {
      questions.push(asking.type());
      void asking.accept();
    });
    await running.close();
    expect(questions).toEqual([]);
    const again = await new Desk((await stet.start()).page).ready();
    await expect(again.headline).toHaveText('Pasted and closed');
    await expect(again.paragraphs.last()).toContainText('Item 599:');
    await expect(again.paragraphs.first()).toContainText('Before. Item 0:');
  });
}

/** The same where calls go over Electron's channels. */
async function holdingCalls(page: Page, method: string) {
  await page.evaluate((held) => {
    const host = window as unknown as {
      __standinInvoke(channel: string, args: unknown[]): Promise<unknown>;
      releaseCalls?: () => void;
      callAsked?: boolean;
    };
    const released = new Promise<void>((resolve) => (host.releaseCalls = resolve));
    const invoke = host.__standinInvoke;
    host.__standinInvoke = async (channel, args) => {
      if (args[0] === held) {
        host.callAsked = true;
        await released;
      }
      return invoke(channel, args);
    };
  }, method);
  return {
    asked: () => page.waitForFunction(() => 'callAsked' in window),
    release: () => page.evaluate(() => (window as unknown as { releaseCalls(): void }).releaseCalls()),
  };
}

test('Electron asks before it closes over a paste that is being read, and closes without a question once it is in', async ({
  stet,
}, info) => {
  test.skip(info.project.name !== 'standin', 'a browser asks by itself');
  test.slow();
  const running = await stet.start();
  const desk = await new Desk(running.page).ready();
  await inNewArticle(desk, 'Pasted and closed');
  const { asked, release } = await holdingCalls(desk.page, 'import.fragment');
  await pasteLines(desk, 600, 'Item');
  await asked();
  running.closing?.ask();
  await expect.poll(() => running.closing?.questions, { timeout: 10_000 }).toEqual(['What was pasted is still being read.']);
  // Kept open.
  await release();
  await expect(desk.paragraphs.last()).toContainText('Item 599:');
  await running.close();
  expect(running.closing?.questions).toHaveLength(1);
  const again = await new Desk((await stet.start()).page).ready();
  await expect(again.headline).toHaveText('Pasted and closed');
  await expect(again.paragraphs.last()).toContainText('Item 599:');
  await expect(again.paragraphs.first()).toContainText('Before. Item 0:');
});

test('a large paste says that it is at work, and can be stopped; nothing of it goes in then', async ({ stet }, info) => {
  test.skip(info.project.name !== 'loopback', 'only calls over HTTP can be held back here');
  test.slow();
  const desk = await new Desk((await stet.start()).page).ready();
  await inNewArticle(desk, 'Stopped');
  const { asked, release } = await holding(desk.page, 'import.fragment');
  const work = desk.page.getByText('Reading what was pasted…');
  await pasteLines(desk, 1_000, 'Item');
  await expect(work).toBeVisible();
  await asked;
  // The window goes on answering.
  await desk.type('And on. ');
  await expect(desk.paragraphs.last()).toHaveText('Before. And on. ');
  await desk.page.getByRole('button', { name: 'Stop' }).click();
  await expect(desk.page.getByText('The paste was stopped.')).toBeVisible();
  release();
  await desk.saved();
  await expect(desk.paragraphs).toHaveCount(1);
  await expect(work).toBeHidden();
});
