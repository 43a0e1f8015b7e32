import { mkdirSync } from 'node:fs';
import { join, basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './build.mjs';

/** Bundles a TypeScript program of ours (packages stay outside) and runs it in this process. */
export async function runTs(entry) {
  // As deep as a source folder of e2e, whose modules find the project from where they stand.
  const outDir = join(root, 'out', `tool-${basename(entry, '.ts')}`);
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
  await import(pathToFileURL(join(outDir, 'main.js')).href);
}
