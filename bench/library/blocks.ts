import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { loopbackHost } from '../../e2e/hosts/loopback';
import { queries } from '../drafts';
import { median, ms, table } from '../figures';
import { measuredAlone } from './alone';
import type { HostBlocks } from './coldStart';
import { libraryIn } from './places';

/** A quick typist's pause between two keys, in milliseconds. */
const PAUSE_MS = 90;
const TYPED = queries.filter((query) => query.includes(' ')).slice(0, 4);

/** Notes the longest turn of the page's thread. */
async function watchTurns(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    const seen = window as unknown as { longest: number };
    seen.longest = 0;
    port1.onmessage = () => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - last);
      last = now;
      port2.postMessage(null);
    };
    port2.postMessage(null);
  });
}

/** The longest turn since it was last asked for. */
const longestTurn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const seen = window as unknown as { longest: number };
    const { longest } = seen;
    seen.longest = 0;
    return longest;
  });

/** Prints for how long the threads of window and host are busy at a stretch while somebody types into the search field. */
export async function measureBlocks(folder: string, drafts: number): Promise<void> {
  process.stderr.write('typing into the search field …\n');
  const host = await measuredAlone<HostBlocks>('hostBlocks', folder);
  const rows = [['host, a question', ms(host.longest), ms(host.median), `${host.over} of ${host.asked}`]];
  if (process.env.STET_BENCH_BROWSER) {
    const scratch = await mkdtemp(join(tmpdir(), 'stet-bench-browser-'));
    const stet = await loopbackHost.start({ library: libraryIn(folder), scratch });
    const search = stet.page.locator('#library-search');
    await stet.page.locator('.ProseMirror p').first().waitFor();
    await search.click();
    await stet.page.waitForTimeout(4000);
    await watchTurns(stet.page);
    const keys: number[] = [];
    for (const query of TYPED) {
      for (const key of query) {
        await longestTurn(stet.page);
        await stet.page.keyboard.type(key);
        await stet.page.waitForTimeout(PAUSE_MS);
        keys.push(await longestTurn(stet.page));
      }
      await stet.page.waitForTimeout(400);
      await search.fill('');
      await stet.page.waitForTimeout(400);
    }
    await stet.kill();
    await rm(scratch, { recursive: true, force: true });
    const over = keys.filter((key) => key > 20).length;
    rows.push(['window, a key', ms(Math.max(...keys)), ms(median(keys)), `${over} of ${keys.length}`]);
  }
  table(
    `Longest blocks of a thread while searching ${drafts} drafts, a key each ${PAUSE_MS} ms (bar: 20 ms)`,
    ['thread', 'longest', 'median', 'over 20 ms'],
    rows,
  );
}
