import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import { createSearchIndex, searchFile } from '../../src/main/workers/createSearchIndex';
import { queries } from '../drafts';
import { median, ms, ratio, table } from '../figures';
import { measuredAlone } from './alone';
import { bootOn } from './boot';
import { askMiniSearch, miniSearchOptions } from './miniSearch';
import { libraryIn, miniSearchIn, workerUrl } from './places';

const ROUNDS = 7;
/** Its third word is still being typed. */
const QUERY = queries[3] ?? '';

interface Figures {
  /** From nothing to the first answer of the index; milliseconds. */
  index: number;
  /** From the start of the host to the first answer to a window, the opening of the library included; milliseconds. */
  host: number;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** The thread alone, and then the host with everything that it does at a start. */
export async function coldSearch(folder: string): Promise<Figures> {
  const library = libraryIn(folder);
  const index = createSearchIndex({ path: searchFile(library), workerUrl });
  const alone = await timed(() => index.find({ query: QUERY, limit: 40, trashed: false }));
  await index.close();
  let stet: Awaited<ReturnType<typeof bootOn>> | null = null;
  const host = await timed(async () => {
    stet = await bootOn(library);
    await stet.dispatch('search.find', { query: QUERY, limit: 40 });
  });
  await (stet as Awaited<ReturnType<typeof bootOn>> | null)?.close();
  return { index: alone, host };
}

/** Its index has to be read and made again from JSON. */
export async function coldMiniSearch(folder: string): Promise<number> {
  return timed(async () => {
    const peer = MiniSearch.loadJSON<Record<string, unknown>>(await readFile(miniSearchIn(folder), 'utf8'), miniSearchOptions);
    askMiniSearch(peer, QUERY);
  });
}

export interface HostBlocks {
  median: number;
  longest: number;
  /** Questions during which the thread was busy for more than 20 ms at a stretch. */
  over: number;
  asked: number;
}

/** Longest times for which the host's own thread did nothing else, while it answers a writer who types. */
export async function hostBlocks(folder: string): Promise<HostBlocks> {
  const stet = await bootOn(libraryIn(folder));
  // Past the comparison of index and library.
  await stet.handlers['search.find']({ query: 'a', limit: 1, trashed: false, whole: true });
  const longest: number[] = [];
  for (const query of queries.slice(0, 100)) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    JSON.stringify(await stet.dispatch('search.find', { query, limit: 40 }));
    await wait(20);
    delay.disable();
    longest.push(delay.max / 1e6);
  }
  await stet.close();
  const over = longest.filter((one) => one > 20).length;
  return { median: median(longest), longest: Math.max(...longest), over, asked: longest.length };
}

/** Prints how soon the library can be searched. */
export async function coldStarts(folder: string, drafts: number): Promise<void> {
  process.stderr.write('searching it …\n');
  const [stet, peer]: [Figures[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    stet.push(await measuredAlone<Figures>('coldSearch', folder));
    peer.push(await measuredAlone<number>('coldMiniSearch', folder));
  }
  const [index, host] = [median(stet.map((one) => one.index)), median(stet.map((one) => one.host))];
  table(
    `First answer after a cold start, ${drafts} drafts, each in a new process (bar: 300 ms)`,
    ['', 'Stet', 'MiniSearch from its JSON', 'Stet / MiniSearch'],
    [
      ['the index alone', ms(index), ms(median(peer)), ratio(index, median(peer))],
      ['the host, opening the library included', ms(host), '', ''],
    ],
  );
}
