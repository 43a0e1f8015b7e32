import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const name = 'node-sqlite3-wasm.wasm';

/**
 * A plugin of Vite: puts the engine's wasm beside what is built, where its module, bundled, looks for it. The module would look
 * beside its own file.
 */
export function sqliteWasm(): Plugin {
  const source = readFileSync(createRequire(import.meta.url).resolve(`node-sqlite3-wasm/dist/${name}`));
  return {
    name: 'stet:sqlite-wasm',
    transform(code, id) {
      if (!id.endsWith('node-sqlite3-wasm.js')) return null;
      const own = 'scriptDirectory=__dirname+"/"';
      if (!code.includes(own))
        throw new Error('node-sqlite3-wasm finds its wasm in another way now: look at scripts/sqliteWasm.ts');
      this.emitFile({ type: 'asset', fileName: name, source });
      // In a worker thread the second argument is the worker's own file.
      return { code: code.replace(own, 'scriptDirectory=require("node:path").dirname(process.argv[1])+"/"'), map: null };
    },
  };
}
