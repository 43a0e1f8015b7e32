import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Where the build put a worker's entry: beside the hosts' entries, of which this module is a part,
 * or one folder above when the bundler moved this module into a chunk.
 */
export function workerFile(name: string, from: string = import.meta.url): URL {
  const here = dirname(fileURLToPath(from));
  const beside = join(here, name);
  return pathToFileURL(existsSync(beside) ? beside : join(dirname(here), name));
}
