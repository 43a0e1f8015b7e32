import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './hosts/paths';

/** Bundles the stand-in for Electron, which the built main loads in its place. */
export default async function globalSetup(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectRoot,
    build: {
      ssr: join(projectRoot, 'e2e/standin/electron.ts'),
      outDir: join(projectRoot, 'out/standin'),
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'electron.js' } },
    },
  });
}
