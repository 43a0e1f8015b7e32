import { join } from 'node:path';
import { isAssetName } from '../../core/article/picture';
import type { WordPlace } from '../../core/ports/library';
import type { Strike } from '../../core/words/strike';
import { idOfFile } from './articleFile';
import { AUTOMATIC } from './backupFiles';
import { KEPT_AS_IT_CAME } from './conflictCopies';
import { errnoOf, type FileSystem } from './fileSystem';
import { readLine } from './historyLine';
import { holdsInText, SET_ASIDE } from './setAsideFiles';
import { storageError } from './storageError';

/** Folders inside folders that are looked into: those of a program that keeps old versions of every file, and no more. */
const DEEPEST = 4;
/** What stands in the library's own folder: looked through by itself, or without any words. */
const OWN = /^(?:library\.json|index\.jsonl|session\.json|sites\.json|lock\.\d+|search|backups|set-aside)$/u;

/**
 * Files in the library's folder that Stet does not know: a program that synchronises folders leaves old versions and copies that are
 * not whole yet. They are another's, so words in them are found and nothing is done to them.
 */
export function foreignFiles(fs: FileSystem, folder: string): WordPlace {
  async function holding(strike: Strike): Promise<number> {
    try {
      return await holdingIn(fs, folder, '', strike);
    } catch (error) {
      throw storageError(error);
    }
  }
  return { kind: 'foreign', holding, strike: holding };
}

async function holdingIn(fs: FileSystem, folder: string, inside: string, strike: Strike, depth = 0): Promise<number> {
  let found = 0;
  for (const name of await fs.names(join(folder, inside))) {
    const path = inside === '' ? name : `${inside}/${name}`;
    if (isOurs(path)) continue;
    const bytes = await fs.read(join(folder, path)).catch(async (error: unknown) => {
      if (errnoOf(error) === 'EISDIR') return null;
      if (errnoOf(error) === 'ENOENT') return new Uint8Array(); // gone since the folder was read
      throw error;
    });
    if (bytes === null) found += depth < DEEPEST ? await holdingIn(fs, folder, path, strike, depth + 1) : 0;
    else if (await holds(bytes, strike)) found++;
  }
  return found;
}

function isOurs(path: string): boolean {
  const [place = '', name, ...deeper] = path.split('/');
  if (name === undefined) return OWN.test(place) || SET_ASIDE.test(place);
  if (deeper.length > 0) return false;
  if (place === 'articles') return idOfFile(name) !== null || SET_ASIDE.test(name);
  if (place === 'history') return name.endsWith('.history');
  return place === 'assets' ? isAssetName(name) : place === AUTOMATIC || place === KEPT_AS_IT_CAME;
}

/** In the text of a file, and in what it holds of versions. */
async function holds(bytes: Uint8Array, strike: Strike): Promise<boolean> {
  if (holdsInText(bytes, strike)) return true;
  for (const line of Buffer.from(bytes).toString('latin1').split('\n')) {
    const read = await readLine(line);
    if (typeof read === 'object' && strike(read).count > 0) return true;
  }
  return false;
}
