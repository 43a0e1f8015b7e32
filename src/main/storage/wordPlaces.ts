import { join } from 'node:path';
import type { WordPlace } from '../../core/ports/library';
import type { Strike } from '../../core/words/strike';
import { AUTOMATIC } from './backupFiles';
import { KEPT_AS_IT_CAME } from './conflictCopies';
import { namesIn, type FileSystem } from './fileSystem';
import { foreignFiles } from './foreignFiles';
import { OpenArchive } from './openArchive';
import { holdsInText, SET_ASIDE } from './setAsideFiles';
import { storageError } from './storageError';

type Look = (bytes: Uint8Array, strike: Strike) => Promise<boolean>;

/** Where in a library's folder words may stand beside its articles, versions, series and settings: files that hold them are removed. */
export const wordPlaces = (fs: FileSystem, folder: string): readonly WordPlace[] => [
  filesIn(fs, 'backups', [[join(folder, AUTOMATIC), /\.zip$/u]], inArchive),
  filesIn(
    fs,
    'set-aside',
    [
      [folder, SET_ASIDE],
      [join(folder, 'articles'), SET_ASIDE],
      [join(folder, KEPT_AS_IT_CAME), /./u],
    ],
    (bytes, strike) => Promise.resolve(holdsInText(bytes, strike)),
  ),
  foreignFiles(fs, folder),
];

function filesIn(
  fs: FileSystem,
  kind: WordPlace['kind'],
  folders: readonly (readonly [string, RegExp])[],
  holds: Look,
): WordPlace {
  async function each(strike: Strike, act: (path: string, folder: string) => Promise<void>): Promise<number> {
    let found = 0;
    try {
      for (const [folder, which] of folders) {
        for (const name of (await namesIn(fs, folder)).filter((one) => which.test(one))) {
          if (!(await holds(await fs.read(join(folder, name)), strike))) continue;
          found++;
          await act(join(folder, name), folder);
        }
      }
      return found;
    } catch (error) {
      throw storageError(error);
    }
  }
  return {
    kind,
    holding: (strike) => each(strike, () => Promise.resolve()),
    async strike(strike) {
      await each(strike, async (path, folder) => {
        await fs.mayReplace?.();
        await fs.unlink(path);
        await fs.syncFolder(folder);
      });
      return each(strike, () => Promise.resolve());
    },
  };
}

/** True too for an archive that cannot be read: nobody can say that the words are not there. */
async function inArchive(bytes: Uint8Array, strike: Strike): Promise<boolean> {
  let found = false;
  try {
    await OpenArchive.from(bytes).eachValue((value) => {
      found ||= value === null || strike(value).count > 0;
    });
    return found;
  } catch {
    return true;
  }
}
