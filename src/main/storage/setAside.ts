import { basename, dirname } from 'node:path';
import { errnoOf, type FileSystem } from './fileSystem';
import { storageError } from './storageError';

const SET_ASIDE = /^(.+)\.corrupt-\d+$/u;

/** The name that a set-aside file had, or null when `name` is not one. */
export const setAsideFrom = (name: string): string | null =>
  name.includes('.corrupt-') ? (SET_ASIDE.exec(name)?.[1] ?? null) : null;

/**
 * Moves a damaged file to `<name>.corrupt-<n>`, replacing none, and answers its new name.
 * Errors: those of `storageError`; the file is then where it was.
 */
export async function setAside(fs: FileSystem, path: string): Promise<string> {
  try {
    await fs.mayReplace?.();
    for (let n = 1; ; n++) {
      const aside = `${path}.corrupt-${n}`;
      try {
        // Claims the name first, since a rename would replace a file without asking.
        await (await fs.create(aside)).close();
      } catch (error) {
        if (errnoOf(error) === 'EEXIST') continue;
        throw error;
      }
      try {
        await fs.rename(path, aside);
      } catch (error) {
        await fs.unlink(aside).catch(() => undefined); // an empty file at worst
        throw error;
      }
      await fs.syncFolder(dirname(path));
      return basename(aside);
    }
  } catch (error) {
    throw storageError(error);
  }
}
