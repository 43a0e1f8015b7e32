import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A file of the build. */
export const built = (path: string): string => join(projectRoot, 'out', path);
