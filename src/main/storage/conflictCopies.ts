import { dirname, join } from 'node:path';
import type { Article } from '../../core/article/article';
import { checkDocument } from '../../core/document/schema';
import { StetError } from '../../core/errors';
import type { ArticleStore } from '../../core/ports/articles';
import { articleFormat, newArticleId } from './articleFile';
import { DurableFile } from './durableFile';
import { errnoOf, type FileSystem } from './fileSystem';
import { storageError } from './storageError';

/** The folder of a library for files that were taken in and are kept as they came. */
export const KEPT_AS_IT_CAME = 'set-aside';

/**
 * What programs that synchronise folders add to a name when two computers changed a file: Syncthing `.sync-conflict-…` (also twice),
 * Dropbox and Nextcloud ` (… conflicted copy …)`, ownCloud `_conflict-…`, iCloud ` 2`, Google Drive ` (1)`, OneDrive `-HOSTNAME`, pCloud
 * ` [conflicted]`; or a person who copies a file, in the language of the system (` - Kopie`). Whatever it is, Stet gives no such name, and the
 * file has to say itself that it is a version of that article.
 */
const CONFLICT = /^([a-z0-9]{16,40})(?![a-z0-9]).*[^/]\.json$/u;

/** The id of the article that a file of this name is another version of; null for any other name. */
export const originalOf = (name: string): string | null => CONFLICT.exec(name)?.[1] ?? null;

/**
 * Makes an article of its own of every other version that a synchronised folder has left beside one, so that both are shown, and moves the file
 * to `set-aside`; one that says the same as its original is only moved. Neither version is overwritten. A file that is not whole is
 * left for the next look: it may still be on its way. Gives the ids of originals and new articles. Errors: those of storage.
 */
export async function takeConflictCopies(fs: FileSystem, folder: string, articles: ArticleStore): Promise<string[]> {
  const taken: string[] = [];
  const inside = join(folder, 'articles');
  for (const name of await fs.names(inside).catch(failed)) {
    const id = originalOf(name);
    const theirs = id === null ? null : await wholeOrNull(new DurableFile<Article>(fs, join(inside, name), articleFormat(id)));
    if (id === null || !theirs) continue;
    if (!(await saysTheSame(articles, theirs))) {
      const copy = { ...theirs, id: newArticleId(), revision: 1 };
      await articles.write(copy);
      taken.push(id, copy.id);
    }
    await keepAsItCame(fs, join(inside, name), join(folder, KEPT_AS_IT_CAME), name).catch(failed);
  }
  return taken;
}

async function wholeOrNull(file: DurableFile<Article>): Promise<Article | null> {
  try {
    return await file.read();
  } catch (error) {
    if (error instanceof StetError && error.code.startsWith('articles/')) return null;
    throw error;
  }
}

async function saysTheSame(articles: ArticleStore, theirs: Article): Promise<boolean> {
  try {
    const ours = await articles.read(theirs.id);
    // Both as the gate writes them: saved piece by piece, a document has its keys in another order.
    return JSON.stringify(checkDocument(ours.doc)) === JSON.stringify(checkDocument(theirs.doc));
  } catch (error) {
    if (error instanceof StetError && error.code.startsWith('articles/')) return false;
    throw error;
  }
}

async function keepAsItCame(fs: FileSystem, path: string, folder: string, name: string): Promise<void> {
  await fs.makeFolder(folder);
  await fs.mayReplace?.();
  for (let n = 0; ; n++) {
    const kept = join(folder, n === 0 ? name : `${name}.${n}`);
    try {
      // Claims the name first, since a rename would replace a file without asking.
      await (await fs.create(kept)).close();
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') continue;
      throw error;
    }
    await fs.rename(path, kept);
    await fs.syncFolder(folder);
    await fs.syncFolder(dirname(path));
    return;
  }
}

function failed(error: unknown): never {
  throw storageError(error);
}
