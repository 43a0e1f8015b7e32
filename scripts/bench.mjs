import { ensureBuilt } from './build.mjs';
import { ensureBrowser } from './browser.mjs';
import { runTs } from './runTs.mjs';

const only = process.argv.slice(2);
await ensureBuilt();
process.env.STET_BENCH_BROWSER = (await ensureBrowser()) ?? '';
for (const name of ['save', 'search', 'library', 'typing', 'formats', 'beside', 'convert', 'repair']) {
  if (only.length === 0 || only.includes(name)) await runTs(`bench/${name}.ts`);
}
