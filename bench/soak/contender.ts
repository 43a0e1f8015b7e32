import { createInterface } from 'node:readline';
import { openLibrary, type OpenedLibrary } from '../../src/main/storage/openLibrary';
import { StetError } from '../../src/core/errors';

/**
 * A process that opens libraries when it is told to. One line of JSON in, one out:
 * `{"open": folder, "at": time}` (starts at that time, so that several start together) → `{"won":true}` or `{"code":…,"message":…}`;
 * `{"close":true}` → `{"closed":true}`.
 */
type Order = { open: string; at: number } | { close: true };

const held: { library: OpenedLibrary | null } = { library: null };

async function obey(order: Order): Promise<object> {
  if ('close' in order) {
    await held.library?.close();
    held.library = null;
    return { closed: true };
  }
  // Busy on purpose: a timer would let the contenders start milliseconds apart.
  while (Date.now() < order.at);
  try {
    held.library = await openLibrary(order.open);
    return { won: true };
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    return { code: error.code, message: error.message };
  }
}

process.stdout.write('{"ready":true}\n');
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await obey(JSON.parse(line) as Order))}\n`);
}
await held.library?.close();
