import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackHost } from '../../e2e/hosts/loopback';
import { queries } from '../drafts';
import { median, ms, table } from '../figures';
import { measuredAlone } from './alone';
import type { HostBlocks } from './coldStart';
import { libraryIn } from './places';
import { longestTasks } from './tasks';

/** A quick typist's pause between two keys, in milliseconds. */
const PAUSE_MS = 90;
const [FIRST_KEY, KEY, CLEARING] = ['the first key', 'a later key', 'clearing the field'] as const;
const TYPED = queries.filter((query) => query.includes(' ')).slice(0, 4);

/** Prints for how long the threads of window and host are busy at a stretch while somebody types into the search field and clears it. */
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
    const tasks = await longestTasks(stet.page, async (begins) => {
      for (const query of TYPED) {
        for (const [at, key] of [...query].entries()) {
          await begins(at === 0 ? FIRST_KEY : KEY);
          await stet.page.keyboard.type(key);
          await stet.page.waitForTimeout(PAUSE_MS);
        }
        await begins('waiting');
        await stet.page.waitForTimeout(400);
        await begins(CLEARING);
        await search.fill('');
        await stet.page.waitForTimeout(400);
        await begins('waiting');
      }
    });
    await stet.kill();
    await rm(scratch, { recursive: true, force: true });
    for (const what of [FIRST_KEY, KEY, CLEARING]) {
      const all = tasks[what] ?? [];
      const over = all.filter((one) => one > 20).length;
      rows.push([`window, ${what}`, ms(Math.max(...all)), ms(median(all)), `${over} of ${all.length}`]);
    }
  }
  table(
    `Longest blocks of a thread while searching ${drafts} drafts, a key each ${PAUSE_MS} ms (bar: 20 ms; of the window by its processor)`,
    ['thread', 'longest', 'median', 'over 20 ms'],
    rows,
  );
}
