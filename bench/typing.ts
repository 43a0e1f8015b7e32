import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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
const FRAME_MS = 1000 / 60;
/** Spreads evenly whatever it is multiplied with (the golden ratio). */
const GOLDEN = 0.618034;
/** Not counted: the compiler has not seen them yet. */
const FIRST_KEYS = 10;
const ROUNDS = 3;
/** Words of the articles; `npm run bench -- typing 1000 200000` takes others. */
const SIZES = [1_000, 10_000, 50_000, 200_000];
/** Above so many words a bare contenteditable needs seconds for a key and is left out. */
const BARE_TO = 50_000;

interface Typed {
  /** Milliseconds from each key's arrival in the page until the frame after it has been painted. */
  times: number[];
  /** Milliseconds of its processor that the page's main thread spent for one key, on average. */
  busy: number;
}

async function typeAndTime(page: Page, keys: number): Promise<Typed> {
  // Where a click left the pointer, the browser would ask at every frame what lies under it.
  await page.mouse.move(1, 1);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
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
  let before = 0;
  for (let key = 0; key < keys; key++) {
    if (key === FIRST_KEYS) before = await worked();
    // Hands do not keep step with the screen: a key comes at any moment between two frames, at the same ones for all.
    await wait(FRAME_MS * ((key * GOLDEN) % 1));
    await page.keyboard.press('abcdefgh '[key % 9]!);
    await page.waitForFunction((count) => (window as unknown as { times: number[] }).times.length >= count, key + 1);
  }
  const busy = ((await worked()) - before) / (keys - FIRST_KEYS);
  await session.detach();
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
  return { times: times.slice(FIRST_KEYS), busy };
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

/** Milliseconds from a reload of the page until the first key stands in the text. */
async function openAndTime(page: Page, selector: string): Promise<number> {
  const started = performance.now();
  await page.reload({ waitUntil: 'commit' });
  const paragraph = page.locator(`${selector} p`).nth(3);
  await paragraph.click({ timeout: 120_000 });
  const before = await paragraph.textContent();
  await page.keyboard.press('x');
  await page.waitForFunction(
    ({ css, was }) => document.querySelectorAll(`${css} p`)[3]?.textContent !== was,
    { css: selector, was: before },
    { polling: 'raf' },
  );
  return performance.now() - started;
}

interface Measured extends Typed {
  opening: number;
}

async function measurePeer(context: BrowserContext, url: string): Promise<Measured> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('[data-ready]');
  await page.locator('#page p').first().click();
  await middleOf(page, '#page');
  const typed = await typeAndTime(page, KEYS);
  const opening = await openAndTime(page, '#page');
  await page.close();
  return { ...typed, opening };
}

async function measureStet(words: number, browserScratch: string): Promise<Measured> {
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
  const typed = await typeAndTime(stet.page, KEYS);
  await stet.page.getByText('Saved', { exact: true }).waitFor();
  const opening = await openAndTime(stet.page, '.ProseMirror');
  await stet.kill();
  await rm(folder, { recursive: true, force: true });
  return { ...typed, opening };
}

const browser = process.env.STET_BENCH_BROWSER;
if (!browser) {
  process.stderr.write('No browser: the typing benchmark is left out.\n');
} else {
  const scratch = await mkdtemp(join(tmpdir(), 'stet-bench-browser-'));
  const rows: string[][] = [];
  let content = '';
  const peers = await servePeers(process.cwd(), () => content);
  const worked: string[][] = [];
  const opened: string[][] = [];
  const asked = process.argv
    .slice(2)
    .map(Number)
    .filter((words) => words > 0);
  for (const words of asked.length > 0 ? asked : SIZES) {
    process.stderr.write(`typing in ${words} words …\n`);
    content = htmlExporter.write(publicView(articleOf(words)), { whole: false });
    const times = { stet: [] as number[], tiptap: [] as number[], bare: [] as number[] };
    const busy = { stet: [] as number[], tiptap: [] as number[] };
    const opening = { stet: [] as number[], tiptap: [] as number[] };
    const context = await chromium.launchPersistentContext(join(scratch, `peers-${words}`), {
      executablePath: browser,
      viewport: { width: 1440, height: 900 },
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    // In turn, so that a slow moment of the machine falls on all alike.
    for (let round = 0; round < ROUNDS; round++) {
      if (words <= BARE_TO) times.bare.push(...(await measurePeer(context, peers.url('bareContenteditable'))).times);
      const tiptap = await measurePeer(context, peers.url('bareTiptap'));
      const stet = await measureStet(words, scratch);
      times.tiptap.push(...tiptap.times);
      times.stet.push(...stet.times);
      busy.tiptap.push(tiptap.busy);
      busy.stet.push(stet.busy);
      opening.tiptap.push(tiptap.opening);
      opening.stet.push(stet.opening);
    }
    await context.close();
    rows.push([
      String(words),
      `${ms(median(times.stet))} (p95 ${ms(p95(times.stet))})`,
      `${ms(median(times.tiptap))} (p95 ${ms(p95(times.tiptap))})`,
      times.bare.length > 0 ? ms(median(times.bare)) : '–',
      ratio(median(times.stet), median(times.tiptap)),
      times.bare.length > 0 ? ratio(median(times.stet), median(times.bare)) : '–',
    ]);
    worked.push([String(words), ms(median(busy.stet)), ms(median(busy.tiptap)), ratio(median(busy.stet), median(busy.tiptap))]);
    opened.push([
      String(words),
      ms(median(opening.stet)),
      ms(median(opening.tiptap)),
      ratio(median(opening.stet), median(opening.tiptap)),
    ]);
  }
  peers.close();
  await rm(scratch, { recursive: true, force: true });
  table(
    'Keystroke to paint',
    ['words', 'Stet', 'bare TipTap', 'bare contenteditable', 'Stet / TipTap', 'Stet / contenteditable'],
    rows,
  );
  table('The main thread’s processor time for a key', ['words', 'Stet', 'bare TipTap', 'Stet / TipTap'], worked);
  table('From opening to the first key in the text', ['words', 'Stet', 'bare TipTap', 'Stet / TipTap'], opened);
}
