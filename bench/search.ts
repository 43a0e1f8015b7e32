import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { parts, searchableOf } from '../src/core/search/searchable';
import { wordsIn } from '../src/core/search/words';
import { createSearchIndex } from '../src/main/workers/createSearchIndex';
import { draft, queries } from './drafts';
import { median, ms, p95, ratio, table } from './figures';

const MANY = 10_000;
const FEW = 100;
const BATCH = 24;
const workerUrl = pathToFileURL(resolve('out/main/searchWorker.js'));

const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

async function indexOf(drafts: number, path: string) {
  const index = createSearchIndex({ path, workerUrl });
  for (let from = 0; from < drafts; from += BATCH)
    await index.put(
      Array.from({ length: Math.min(BATCH, drafts - from) }, (_, at) => ({ article: draft(from + at), stamp: '1' })),
    );
  return index;
}

const find = (index: Awaited<ReturnType<typeof indexOf>>, query: string) => index.find({ query, limit: 40, trashed: false });

const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
const path = join(folder, 'many.sqlite');
process.stderr.write(`indexing ${MANY} drafts …\n`);
const filled = await indexOf(MANY, path);
await filled.close();
const memoryBefore = process.memoryUsage.rss();
const ours = createSearchIndex({ path, workerUrl });
for (const query of queries) await find(ours, query);
const memory = process.memoryUsage.rss() - memoryBefore;

const few = await indexOf(FEW, join(folder, 'few.sqlite'));
const updates = { few: [] as number[], many: [] as number[] };
for (let round = 0; round < 60; round++) {
  const changed = draft(round, 2);
  updates.few.push(await timed(() => few.put([{ article: changed, stamp: '2' }])));
  updates.many.push(await timed(() => ours.put([{ article: changed, stamp: '2' }])));
}

process.stderr.write(`indexing them with MiniSearch …\n`);
const peerMemory = process.memoryUsage.rss();
const options = { fields: [...parts], processTerm: (term: string) => wordsIn(term)[0] ?? null };
const peer = new MiniSearch<Record<string, unknown>>(options);
for (let at = 0; at < MANY; at++) {
  const { id, doc } = draft(at, at < 60 ? 2 : 1);
  const found = searchableOf(doc).parts;
  peer.add({ id, ...Object.fromEntries(parts.map((part) => [part, found[part].join('\n')])) });
}
const peerTook = process.memoryUsage.rss() - peerMemory;
const askPeer = (query: string) => {
  const words = query.trim().split(' ');
  const last = query.endsWith(' ') ? -1 : words.length - 1;
  return peer.search(
    { combineWith: 'AND', queries: words.map((word, at) => ({ queries: [word], prefix: at === last })) },
    { boost: { headline: 10, standfirst: 4, people: 5, tags: 5 } },
  );
};
const times = { ours: [] as number[], peer: [] as number[] };
let differ = 0;
for (const query of queries) {
  let [total, peerTotal] = [0, 0];
  times.ours.push(await timed(async () => (total = (await find(ours, query)).total)));
  times.peer.push(await timed(() => (peerTotal = askPeer(query).length)));
  if (total !== peerTotal) differ++;
}
await ours.close();
await few.close();
await rm(folder, { recursive: true });

table(
  `Searching ${MANY} drafts of 850 words, ${queries.length} queries as they are typed (ours with words in context and the way to the thread and back)`,
  ['', 'Stet', 'MiniSearch, in the same thread', 'Stet / MiniSearch'],
  [
    ['ranked query, median', ms(median(times.ours)), ms(median(times.peer)), ratio(median(times.ours), median(times.peer))],
    ['ranked query, p95 (bar: 2 ×)', ms(p95(times.ours)), ms(p95(times.peer)), ratio(p95(times.ours), p95(times.peer))],
    ['memory', `${Math.round(memory / 1e6)} MB`, `${Math.round(peerTook / 1e6)} MB`, ratio(memory, peerTook)],
  ],
);
process.stdout.write(`\nQueries for which the two count differently: ${differ} of ${queries.length}\n`);
table(
  'Taking in one changed draft (bar: flat)',
  [`${FEW} drafts`, `${MANY} drafts`, 'ratio'],
  [[ms(median(updates.few)), ms(median(updates.many)), ratio(median(updates.many), median(updates.few))]],
);
