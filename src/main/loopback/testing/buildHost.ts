import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { APP_PAGE, APP_SCRIPT } from './smallWindow';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the loopback host's real entry as the app's build does, beside a small window; answers the entry and a folder to work in. */
export async function buildHost(): Promise<{ entry: string; scratch: string; remove(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'stet-host-test-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: join(root, 'out', 'main'),
      target: 'node20',
      rollupOptions: {
        input: { loopback: source('../../loopback.ts'), parseWorker: source('../../workers/parseWorker.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  await writeFile(join(root, 'package.json'), JSON.stringify({ type: 'module', version: '0.0.0-test' }));
  await mkdir(join(root, 'out', 'renderer', 'assets'), { recursive: true });
  await writeFile(join(root, 'out', 'renderer', 'index.html'), APP_PAGE);
  await writeFile(join(root, 'out', 'renderer', 'assets', 'app.js'), APP_SCRIPT);
  const scratch = join(root, 'scratch');
  await mkdir(scratch);
  return {
    entry: join(root, 'out', 'main', 'loopback.js'),
    scratch,
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
