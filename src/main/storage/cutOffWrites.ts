import { join } from 'node:path';
import type { Article } from '../../core/article/article';
import { StetError } from '../../core/errors';
import { articleFormat, idOfFile } from './articleFile';
import { DurableFile } from './durableFile';
import type { FileSystem } from './fileSystem';
import { isTemporaryName } from './writeDurably';

const OF_ARTICLE = /^\.(.+\.json)\.[0-9a-f]{16}\.tmp$/u;

/**
 * Puts a version of an article that was written whole, but not yet in its place, where it belongs, if it is newer than what stands
 * there; its words were never acknowledged, so losing them would keep every promise, but they are a writer's words. Leaves the other
 * temporary files to `removeCutOff`. Only for who owns the library. Never rejects: what cannot be done now changes nothing.
 */
export async function finishWrites(fs: FileSystem, folder: string, names: readonly string[]): Promise<string[]> {
  const finished: string[] = [];
  for (const name of names) {
    const file = OF_ARTICLE.exec(name)?.[1];
    const id = file === undefined ? null : idOfFile(file);
    if (id !== null && (await finish(fs, folder, name, id).catch(() => false))) finished.push(id);
  }
  return [...new Set(finished)];
}

/** Removes the temporary files among these names and answers how many there were. */
export async function removeCutOff(fs: FileSystem, folder: string, names: readonly string[]): Promise<number> {
  const left = names.filter(isTemporaryName);
  for (const name of left) {
    // Left where it is it only takes room, and the next start tries again. Missing where its write was finished.
    await fs.unlink(join(folder, name)).catch(() => undefined);
  }
  return left.length;
}

async function finish(fs: FileSystem, folder: string, name: string, id: string): Promise<boolean> {
  const path = join(folder, `${id}.json`);
  const written = await wholeArticle(fs, join(folder, name), id);
  const standing = await wholeArticle(fs, path, id);
  if (!written || (standing && standing.revision >= written.revision)) return false;
  // Its bytes may not have reached the disk yet.
  const file = await fs.append(join(folder, name));
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await fs.mayReplace?.();
  await fs.rename(join(folder, name), path);
  await fs.syncFolder(folder);
  return true;
}

/** Null where there is no file. Errors: those of reading; a torn file is one of them, and so is one that somebody edited. */
async function wholeArticle(fs: FileSystem, path: string, id: string): Promise<Article | null> {
  const file = new DurableFile<Article>(fs, path, articleFormat(id));
  const article = await file.read();
  if (file.edited) throw new StetError('articles/unreadable', 'This file is not as Stet wrote it.');
  return article;
}
