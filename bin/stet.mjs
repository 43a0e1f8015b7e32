#!/usr/bin/env node
import { existsSync } from 'node:fs';

// A checkout builds itself when its sources are newer; an installed package carries its build and no sources.
if (existsSync(new URL('../src', import.meta.url))) {
  const { ensureBuilt } = await import('../scripts/build.mjs');
  await ensureBuilt().catch((error) => {
    process.stderr.write(`stet: ${error.message}\n`);
    process.exit(3);
  });
}
await import('../out/main/cli.js');
