import { join } from 'node:path';
import { ARTICLE_SCHEMA, type Article } from '../../../core/article/article';
import type { StetError } from '../../../core/errors';
import { checkDocument } from '../../../core/document/schema';
import { article as doc, p } from '../../../core/document/testing/builders';
import { ArticleFiles, type OutsideChange } from '../articleFiles';
import { ArticleIndex } from '../articleIndex';
import type { FileSystem } from '../fileSystem';

/** An id made of a name, for tests: `idOf('harbour')`. */
export const idOf = (name: string | number): string => `${name}x`.padEnd(26, '0');

/** An article as a service would hand it over. */
export function anArticle(
  name: string | number,
  revision = 1,
  words = 'The harbour reopened on Tuesday after the storm.',
): Article {
  return {
    id: idOf(name),
    revision,
    schema: ARTICLE_SCHEMA,
    createdAt: 1_700_000_000_000,
    editedAt: 1_700_000_000_000 + revision,
    trashedAt: null,
    doc: checkDocument(doc({ headline: `Harbour ${name}`, language: 'en-GB' }, p(`${words} Take ${revision}.`))),
  };
}

/** The articles of a library folder, without its lock. */
export async function openArticles(fs: FileSystem, folder: string, onOutside?: (change: OutsideChange) => void) {
  const articles = join(folder, 'articles');
  await fs.makeFolder(articles);
  const index = await ArticleIndex.open(fs, join(folder, 'index.jsonl'), true);
  const store = new ArticleFiles(fs, articles, index, null, onOutside);
  store.start(await fs.names(articles));
  return { store, index };
}

/** The code of the StetError that a promise rejects with; `none` when it resolves. */
export const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: StetError) => error.code,
  );
