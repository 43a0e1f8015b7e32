import { ensureBuilt } from './build.mjs';
import { ensureBrowser } from './browser.mjs';
import { runTs } from './runTs.mjs';

// Numbers are sizes, for the parts that take them.
const only = process.argv.slice(2).filter((word) => Number.isNaN(Number(word)));
await ensureBuilt();
process.env.STET_BENCH_BROWSER = (await ensureBrowser()) ?? '';
for (const name of ['save', 'search', 'library', 'typing', 'formats', 'beside', 'convert', 'repair']) {
  if (only.length === 0 || only.includes(name)) await runTs(`bench/${name}.ts`);
}
