import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aloneHere } from './library/alone';
import { measureBlocks } from './library/blocks';
import { coldMiniSearch, coldSearch, coldStarts, hostBlocks } from './library/coldStart';
import { fillLibrary } from './library/fill';
import { coldLowdb, coldStet, firstScreens } from './library/firstScreen';

const MANY = 10_000;
const alone: Record<string, (folder: string) => Promise<unknown>> = {
  coldLowdb,
  coldMiniSearch,
  coldSearch,
  coldStet,
  hostBlocks,
};

const here = aloneHere();
if (here) {
  process.stdout.write(JSON.stringify(await alone[here.name]?.(here.folder)));
} else {
  const kept = process.env.STET_BENCH_LIBRARY;
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'stet-bench-')));
  await fillLibrary(folder, MANY);
  await firstScreens(folder, MANY);
  await coldStarts(folder, MANY);
  await measureBlocks(folder, MANY);
  if (kept === undefined) await rm(folder, { recursive: true });
}
