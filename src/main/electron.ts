import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from './electron/start';

// Not awaited: Electron tells that it is ready only after this module has been loaded to its end.
start(dirname(dirname(fileURLToPath(import.meta.url)))).catch((error: unknown) => {
  process.stderr.write(`Stet could not start: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
  process.exit(3);
});
