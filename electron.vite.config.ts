import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { sqliteWasm } from './scripts/sqliteWasm';

const here = import.meta.dirname;
const at = (path: string) => resolve(here, path);

export default defineConfig({
  main: {
    plugins: [sqliteWasm()],
    build: {
      // The command line must start quickly: one bundle reads far fewer files than the packages as they are installed.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          electron: at('src/main/electron.ts'),
          loopback: at('src/main/loopback.ts'),
          cli: at('src/main/cli.ts'),
          checkWorker: at('src/main/workers/checkWorker.ts'),
          parseWorker: at('src/main/workers/parseWorker.ts'),
          searchWorker: at('src/main/workers/searchWorker.ts'),
        },
        external: ['electron'],
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('src/main/electron/preload.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    build: {
      minify: true,
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
      // Data URLs would need a hole in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // One sheet in one order, whichever part of the window is loaded first.
      cssCodeSplit: false,
    },
    plugins: [svelte({ configFile: at('svelte.config.js') })],
  },
});
