import { exportName, numbered } from '../../core/article/slug';
import { inlineText, type ArticleSummary } from '../../core/article/summary';
import { translationsAmong, type Translated } from '../../core/article/translationRoot';
import { isUnderEmbargo } from '../../core/document/publicFields';
import type { DocJson } from '../../core/document/json';
import { StetError } from '../../core/errors';
import { embargoNotice } from '../../core/formats/embargoNotice';
import type { Exporter } from '../../core/formats/format';
import { showsPictures } from '../../core/formats/registry';
import type { EmbargoedArticle } from '../../core/rpc/exportMethods';
import type { Around } from './exportAround';
import { picturesBeside } from './exportPictures';
import type { OpenArticles } from './openArticles';
import { embedded, type Chosen } from './pageWriter';

type Known = ReadonlyMap<string, ArticleSummary>;

/** What the file of one article is called, without its extension. */
export const stemOf = ({ attrs, content }: DocJson): string =>
  exportName({ slug: attrs.slug, headline: inlineText(content[1].content) });

/** The articles asked for, each once. Errors: `articles/missing`. */
export function allKnown(ids: readonly string[], known: Known): Set<string> {
  if (!ids.every((id) => known.has(id))) {
    throw new StetError(
      'articles/missing',
      'One of these articles is no longer in the library. Choose again and export once more.',
    );
  }
  return new Set(ids);
}

/** A file name for each article, unique without regard to case. */
export function fileNames(ids: Iterable<string>, extension: string, known: Known): Map<string, string> {
  const taken = new Set<string>();
  const files = new Map<string, string>();
  for (const id of ids) {
    const summary = known.get(id);
    if (!summary) continue;
    const name = numbered(exportName(summary), taken);
    taken.add(name.toLowerCase());
    files.set(id, `${name}.${extension}`);
  }
  return files;
}

/** The files of all pictures of an export. Errors: those of storage. */
export async function pictureNames(
  files: ReadonlyMap<string, string>,
  exporter: Exporter,
  options: Chosen,
  open: OpenArticles,
): Promise<string[]> {
  if (!showsPictures(exporter) || embedded(exporter, options)) return [];
  const names: string[] = [];
  for (const [id, name] of files) names.push(...picturesBeside(name, (await open.read(id)).doc).values());
  return names;
}

/** Those of the articles that are under embargo, in their order. Errors: those of storage. */
export async function embargoedAmong(ids: Iterable<string>, now: number, open: OpenArticles): Promise<EmbargoedArticle[]> {
  const found: EmbargoedArticle[] = [];
  for (const id of ids) {
    const { attrs, content } = (await open.read(id)).doc;
    const notice = isUnderEmbargo(attrs.embargo, now) ? embargoNotice(attrs) : null;
    if (notice) found.push({ article: id, headline: inlineText(content[1].content), line: notice.line });
  }
  return found;
}

/** For every article of an export with translations in it: all of them, itself included. Errors: those of storage. */
export async function translationsIn(ids: Iterable<string>, open: OpenArticles): Promise<NonNullable<Around['translations']>> {
  const articles: (Translated & { language: string })[] = [];
  for (const id of ids) {
    const { language, translationOf } = (await open.read(id)).doc.attrs;
    articles.push({ id, language, original: translationOf?.article ?? null });
  }
  return translationsAmong(articles);
}
