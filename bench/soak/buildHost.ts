import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

// This module runs bundled too, so its own place says nothing; npm and vitest both run in the project's folder.
const source = (path: string) => join(process.cwd(), path);

/** Puts text in the place of other text in one source file while building: how a test makes a host that breaks a promise on purpose. */
export interface Sabotage {
  /** How the file's path ends. */
  file: string;
  replace: string;
  by: string;
}

export interface BuiltPrograms {
  /** The loopback host as `npm run start:loopback` runs it, without pages for a window. */
  host: string;
  /** `contender.ts`. */
  contender: string;
  /** An empty folder to work in, removed with the rest. */
  scratch: string;
  remove(): Promise<void>;
}

/** Builds the real host from its own entry, as the app's build does. Rejects when a sabotage finds nothing to replace. */
export async function buildHost(sabotage: Sabotage | null = null): Promise<BuiltPrograms> {
  const root = await mkdtemp(join(tmpdir(), 'stet-soak-'));
  let done = sabotage === null;
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    plugins: [
      {
        name: 'sabotage',
        transform(code: string, id: string) {
          if (!sabotage || !id.endsWith(sabotage.file) || !code.includes(sabotage.replace)) return null;
          done = true;
          return code.replace(sabotage.replace, sabotage.by);
        },
      },
    ],
    build: {
      ssr: true,
      outDir: join(root, 'out', 'main'),
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: {
          loopback: source('src/main/loopback.ts'),
          parseWorker: source('src/main/workers/parseWorker.ts'),
          contender: source('bench/soak/contender.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  if (!done) throw new Error('the sabotage found nothing to replace');
  await writeFile(join(root, 'package.json'), JSON.stringify({ type: 'module', version: '0.0.0-soak' }));
  await mkdir(join(root, 'out', 'renderer'), { recursive: true });
  await writeFile(join(root, 'out', 'renderer', 'index.html'), '<!doctype html><title>No window</title>');
  const scratch = join(root, 'scratch');
  await mkdir(scratch);
  return {
    host: join(root, 'out', 'main', 'loopback.js'),
    contender: join(root, 'out', 'main', 'contender.js'),
    scratch,
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
