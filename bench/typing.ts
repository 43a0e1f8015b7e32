import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { loopbackHost } from '../e2e/hosts/loopback';
import { ARTICLE_SCHEMA } from '../src/core/article/article';
import { htmlExporter } from '../src/core/formats/html/htmlExporter';
import { publicView } from '../src/core/document/publicView';
import { openLibrary } from '../src/main/storage/openLibrary';
import { articleOf } from './copy';
import { median, ms, p95, ratio, table } from './figures';
import { servePeers } from './peers';

const KEYS = 60;
const ROUNDS = 3;

/** Milliseconds from each key's arrival in the page until the frame after it has been painted. */
async function typeAndTime(page: Page, keys: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    (window as unknown as { times: number[] }).times = times;
    window.addEventListener(
      'keydown',
      (event) => {
        const started = event.timeStamp;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // The task after a frame's callbacks runs when that frame has been painted.
          port1.onmessage = () => times.push(performance.now() - started);
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press('abcdefgh '[key % 9]!);
    await page.waitForFunction((count) => (window as unknown as { times: number[] }).times.length >= count, key + 1);
  }
  return page.evaluate(() => (window as unknown as { times: number[] }).times);
}

const middleOf = async (page: Page, selector: string): Promise<void> => {
  // The cursor stands in the middle of the text, as a writer's does.
  await page.evaluate((css) => {
    const blocks = [...document.querySelectorAll(`${css} p`)];
    const block = blocks[blocks.length >> 1];
    block?.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.selectNodeContents(block ?? document.body);
    range.collapse(false);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, selector);
};

async function measurePeer(context: BrowserContext, url: string): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('[data-ready]');
  await page.locator('#page p').first().click();
  await middleOf(page, '#page');
  const times = await typeAndTime(page, KEYS);
  await page.close();
  return times.slice(10);
}

async function measureStet(words: number, browserScratch: string): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  const library = await openLibrary(join(folder, 'library'), {});
  await library.articles.write({
    id: 'benchtyping00000000000000',
    revision: 1,
    schema: ARTICLE_SCHEMA,
    createdAt: 1,
    editedAt: 1,
    trashedAt: null,
    doc: articleOf(words),
  });
  await library.close();
  const stet = await loopbackHost.start({ library: join(folder, 'library'), scratch: browserScratch });
  await stet.page.locator('.ProseMirror p').nth(3).click();
  await middleOf(stet.page, '.ProseMirror');
  const times = await typeAndTime(stet.page, KEYS);
  await stet.kill();
  await rm(folder, { recursive: true, force: true });
  return times.slice(10);
}

const browser = process.env.STET_BENCH_BROWSER;
if (!browser) {
  process.stderr.write('No browser: the typing benchmark is left out.\n');
} else {
  const scratch = await mkdtemp(join(tmpdir(), 'stet-bench-browser-'));
  const rows: string[][] = [];
  let content = '';
  const peers = await servePeers(process.cwd(), () => content);
  for (const words of [1_000, 10_000, 50_000]) {
    process.stderr.write(`typing in ${words} words …\n`);
    content = htmlExporter.write(publicView(articleOf(words)), { whole: false });
    const times = { stet: [] as number[], tiptap: [] as number[], bare: [] as number[] };
    const context = await chromium.launchPersistentContext(join(scratch, `peers-${words}`), {
      executablePath: browser,
      viewport: { width: 1440, height: 900 },
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    // In turn, so that a slow moment of the machine falls on all alike.
    for (let round = 0; round < ROUNDS; round++) {
      times.bare.push(...(await measurePeer(context, peers.url('bareContenteditable'))));
      times.tiptap.push(...(await measurePeer(context, peers.url('bareTiptap'))));
      times.stet.push(...(await measureStet(words, scratch)));
    }
    await context.close();
    rows.push([
      String(words),
      `${ms(median(times.stet))} (p95 ${ms(p95(times.stet))})`,
      `${ms(median(times.tiptap))} (p95 ${ms(p95(times.tiptap))})`,
      ms(median(times.bare)),
      ratio(median(times.stet), median(times.tiptap)),
      ratio(median(times.stet), median(times.bare)),
    ]);
  }
  peers.close();
  await rm(scratch, { recursive: true, force: true });
  table(
    'Keystroke to paint',
    ['words', 'Stet', 'bare TipTap', 'bare contenteditable', 'Stet / TipTap', 'Stet / contenteditable'],
    rows,
  );
}
