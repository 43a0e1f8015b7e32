import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { ARTICLE_SCHEMA, type Article } from '../../core/article/article';
import { migrateArticle } from '../../core/article/articleMigrations';
import { articleId } from '../../core/article/fields';
import { checkDocument } from '../../core/document/schema';
import { DurableFile, type FileFormat } from './durableFile';
import type { FileSystem } from './fileSystem';
import type { Steps } from './writeDurably';

const time = v.pipe(v.number(), v.finite());
const envelope = v.strictObject({
  id: articleId,
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  schema: v.literal(ARTICLE_SCHEMA),
  createdAt: time,
  editedAt: time,
  trashedAt: v.nullable(time),
  doc: v.unknown(),
});

/** The article in `data`, every attribute of its document checked; throws when it is none. */
export function parseArticle(data: unknown): Article {
  if (typeof data === 'object' && data !== null && Object.hasOwn(data, '__proto__')) throw new TypeError('a forbidden name');
  const { doc, ...rest } = v.parse(envelope, data);
  return { ...rest, doc: checkDocument(doc) };
}

/** How the file of the article `id` is written and read. */
export const articleFormat = (id: string): FileFormat<Article> => ({
  kind: 'article',
  area: 'articles',
  schema: ARTICLE_SCHEMA,
  parse(data, schema) {
    const article = parseArticle(migrateArticle(data, schema));
    if (article.id !== id) throw new TypeError('the file of another article');
    return article;
  },
  revisionOf: (article) => article.revision,
});

/** True for what may be an article's id, and so the name of its file. */
export const isArticleId = (id: string): boolean => v.is(articleId, id);

/** An id that no other article has: 130 random bits in lower-case base 32 (RFC 4648). */
export const newArticleId = (): string =>
  Array.from(randomBytes(26), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'.charAt(byte & 31)).join('');

/** The id of the article that a file of this name holds, or null when articles are not called so. */
export function idOfFile(name: string): string | null {
  const id = name.endsWith('.json') ? name.slice(0, -'.json'.length) : '';
  return isArticleId(id) ? id : null;
}

/** The file of an article in the folder of articles. */
export const articleFile = (fs: FileSystem, folder: string, id: string, steps?: Steps): DurableFile<Article> =>
  new DurableFile(fs, join(folder, `${id}.json`), articleFormat(id), steps);
