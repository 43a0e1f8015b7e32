import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { sqliteWasm } from '../../../../scripts/sqliteWasm';

/** Builds the real `parseWorker.ts`, or another worker, as the app's build does, into a folder of its own; `remove` takes it away again. */
export async function buildWorker(name = 'parseWorker'): Promise<{ url: URL; remove(): Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'stet-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    plugins: [sqliteWasm()],
    build: {
      ssr: true,
      ssrEmitAssets: true,
      outDir,
      target: 'node20',
      rollupOptions: {
        input: fileURLToPath(new URL(`../${name}.ts`, import.meta.url)),
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
  return { url: pathToFileURL(join(outDir, `${name}.mjs`)), remove: () => rm(outDir, { recursive: true, force: true }) };
}
