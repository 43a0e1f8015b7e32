import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StetError } from '../core/errors';
import { runLoopback } from './loopback/runLoopback';

const USAGE = 'Usage: npm run start:loopback -- [--library FOLDER] [--no-window]';

function readArguments(): { noWindow: boolean } | null {
  try {
    const { values } = parseArgs({ options: { library: { type: 'string' }, 'no-window': { type: 'boolean', default: false } } });
    return { noWindow: values['no-window'] };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'Wrong arguments.'}\n${USAGE}\n`);
    return null;
  }
}

/** Exit codes: 0 ended, or the library is open in another Stet, which comes to the front; 2 wrong use; 3 failed. */
async function main(): Promise<number> {
  const wanted = readArguments();
  if (!wanted) return 2;
  try {
    await runLoopback({ out: dirname(dirname(fileURLToPath(import.meta.url))), argv: process.argv, ...wanted });
    return 0;
  } catch (error) {
    process.stderr.write(
      `${error instanceof StetError ? error.message : `Stet could not start: ${error instanceof Error ? error.message : 'unknown reason'}`}\n`,
    );
    return error instanceof StetError && error.code === 'library/in-use' ? 0 : 3;
  }
}

// A terminal that is closed takes its streams along; that must not keep Stet from saving.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.exit(await main());
