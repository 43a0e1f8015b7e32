import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { ARTICLE_SCHEMA, type Article } from '../src/core/article/article';
import { openLibrary } from '../src/main/storage/openLibrary';
import { articleOf } from './copy';
import { median, ms, ratio, table } from './figures';

/** The same bytes with nothing around them: write, fsync, rename, fsync of the folder. The limit of what can be promised. */
async function rawSave(folder: string, bytes: Buffer): Promise<void> {
  const temporary = join(folder, `raw-${randomBytes(6).toString('hex')}`);
  const file = await open(temporary, 'wx', 0o600);
  await file.write(bytes);
  await file.sync();
  await file.close();
  await rename(temporary, join(folder, 'raw.json'));
  const directory = await open(folder, 'r');
  await directory.sync();
  await directory.close();
}

const idOf = (index: number): string => `bench${String(index).padStart(21, '0')}`;

function draft(index: number, revision = 1): Article {
  return {
    id: idOf(index),
    revision,
    schema: ARTICLE_SCHEMA,
    createdAt: 1,
    editedAt: revision,
    trashedAt: null,
    doc: articleOf(850, index),
  };
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const SIZES = [100, 10_000];
const ROUNDS = 200;
const LOWDB_ROUNDS = 10;
/** Long enough for what a save leaves for later (counting words, the line in the index) not to fall into the next measurement. */
const PAUSE_MS = 30;

async function libraryOf(drafts: number, folder: string) {
  const library = await openLibrary(folder);
  for (let index = 0; index < drafts; index++) await library.articles.write(draft(index));
  return { drafts, library, times: [] as number[] };
}

async function lowdbOf(drafts: number, folder: string): Promise<number> {
  const everything = new Low<{ articles: Record<string, Article> }>(new JSONFile(join(folder, `lowdb-${drafts}.json`)), {
    articles: {},
  });
  for (let index = 0; index < drafts; index++) everything.data.articles[idOf(index)] = draft(index);
  await everything.write();
  const times: number[] = [];
  for (let round = 0; round < LOWDB_ROUNDS; round++) {
    everything.data.articles[idOf(round)] = draft(round, round + 2);
    times.push(await timed(() => everything.write()));
  }
  return median(times);
}

const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
const libraries = [];
for (const drafts of SIZES) {
  process.stderr.write(`saving ${drafts} drafts …\n`);
  libraries.push(await libraryOf(drafts, join(folder, `library-${drafts}`)));
}
process.stderr.write('saving one of them …\n');
const bytes = Buffer.from(JSON.stringify(draft(0)));
const raw: number[] = [];
// All in turn, so that whatever else the machine and its disk do meets all of them alike.
for (let round = 0; round < ROUNDS; round++) {
  await wait(PAUSE_MS);
  raw.push(await timed(() => rawSave(folder, bytes)));
  for (const { drafts, library, times } of libraries) {
    const changed = draft(round % drafts, round + 2);
    await wait(PAUSE_MS);
    times.push(await timed(() => library.articles.write(changed)));
  }
}
for (const { library } of libraries) await library.close();

const rows = [];
for (const { drafts, times } of libraries) rows.push({ drafts, stet: median(times), lowdb: await lowdbOf(drafts, folder) });
await rm(folder, { recursive: true });
const limit = median(raw);
table(
  'Saving one changed draft of 850 words',
  [
    'drafts',
    'Stet, durable (median)',
    'raw write + fsync + rename + folder fsync',
    'Stet / raw',
    'lowdb JSONFile (not durable)',
    'Stet / lowdb',
  ],
  rows.map(({ drafts, stet, lowdb }) => [String(drafts), ms(stet), ms(limit), ratio(stet, limit), ms(lowdb), ratio(stet, lowdb)]),
);
const [few, many] = rows;
if (few && many) process.stdout.write(`\nStet at 10,000 drafts / Stet at 100 drafts: ${ratio(many.stet, few.stet)}\n`);
