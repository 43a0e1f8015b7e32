import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Article } from '../../src/core/article/article';
import { summarise } from '../../src/core/article/summary';
import { openLibrary } from '../../src/main/storage/openLibrary';
import { median, ms, ratio, table } from '../figures';
import { measuredAlone } from './alone';
import { libraryIn, lowdbIn } from './places';

const ROWS = 60;
const ROUNDS = 7;

interface Figures {
  /** Until the first screen is known, and until everything is and has been compared with the disk; milliseconds. */
  first: number;
  whole: number;
  /** What is held when everything is known, after collecting garbage; bytes. */
  held: number;
  rows: number;
}

const heldNow = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Opens the library, lock and all, and lists it. */
export async function coldStet(folder: string): Promise<Figures> {
  const before = heldNow();
  const started = performance.now();
  const library = await openLibrary(libraryIn(folder));
  const { articles } = await library.articles.newest(ROWS);
  const first = performance.now() - started;
  await library.articles.list();
  const whole = performance.now() - started;
  const held = heldNow() - before;
  await library.close();
  return { first, whole, held, rows: articles.length };
}

/** Reads the file and lists what is in it. */
export async function coldLowdb(folder: string): Promise<Figures> {
  const before = heldNow();
  const started = performance.now();
  const db = new Low<{ articles: Record<string, Article> }>(new JSONFile(lowdbIn(folder)), { articles: {} });
  await db.read();
  const live = Object.values(db.data.articles).filter(({ trashedAt }) => trashedAt === null);
  const rows = live
    .sort((a, b) => b.editedAt - a.editedAt)
    .slice(0, ROWS)
    .map(summarise);
  const first = performance.now() - started;
  return { first, whole: first, held: heldNow() - before, rows: rows.length };
}

/** Prints what the first screen of the library costs. */
export async function firstScreens(folder: string, drafts: number): Promise<void> {
  process.stderr.write('opening it …\n');
  const [stet, lowdb]: [Figures[], Figures[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    stet.push(await measuredAlone<Figures>('coldStet', folder));
    lowdb.push(await measuredAlone<Figures>('coldLowdb', folder));
  }
  const of = (figures: Figures[], key: keyof Figures) => median(figures.map((one) => one[key]));
  const row = (name: string, key: keyof Figures, written: (value: number) => string) => [
    name,
    written(of(stet, key)),
    written(of(lowdb, key)),
    ratio(of(stet, key), of(lowdb, key)),
  ];
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  table(
    `First screen of a library of ${drafts} drafts, each in a new process`,
    ['', 'Stet', 'lowdb JSONFile', 'Stet / lowdb'],
    [
      row(`the ${of(stet, 'rows')} articles edited last (bar: 0.05 ×)`, 'first', ms),
      row('all of them', 'whole', ms),
      row('held in memory with all of them known (bar: 0.2 ×)', 'held', megabytes),
    ],
  );
}
