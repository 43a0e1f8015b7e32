import { join } from 'node:path';
import type { WordPlace } from '../../core/ports/library';
import type { Strike } from '../../core/words/strike';
import { AUTOMATIC } from './backupFiles';
import { KEPT_AS_IT_CAME } from './conflictCopies';
import { namesIn, type FileSystem } from './fileSystem';
import { OpenArchive } from './openArchive';
import { storageError } from './storageError';

/** Files beside the articles that hold what was once an article or the library's own file. */
const SET_ASIDE = /(?:\.corrupt-\d+|\.kept-[0-9a-f]+|\.bak)$|^\..+\.tmp$/u;

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
    inText,
  ),
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

/** Whatever the file is: its text as it stands, and with the signs that JSON writes as numbers. */
function inText(bytes: Uint8Array, strike: Strike): Promise<boolean> {
  const text = Buffer.from(bytes).toString('utf8');
  const plain = text.replace(/\\u([0-9a-f]{4})/giu, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  const found = [text, plain].some((one) => strike(one).count > 0) || strike(parsed(text)).count > 0;
  return Promise.resolve(found);
}

/** Null where it is no JSON; the text itself is looked through all the same. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
