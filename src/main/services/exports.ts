import type { Article } from '../../core/article/article';
import type { Fields } from '../../core/article/fields';
import { exportName, numbered } from '../../core/article/slug';
import { inlineText, type ArticleSummary } from '../../core/article/summary';
import { linkedArticles } from '../../core/document/linkedArticles';
import { isUnderEmbargo, publicArticle } from '../../core/document/publicView';
import { StetError } from '../../core/errors';
import { embargoNotice } from '../../core/formats/embargoNotice';
import type { Exporter, ExportOptions } from '../../core/formats/format';
import { exporterOf, exporters } from '../../core/formats/registry';
import type { ArticleStore, Clock, LibraryStore, Places, Previews } from '../../core/ports';
import type { EmbargoedArticle, ExportedFile, Handlers } from '../../core/rpc/contract';
import { articleOf } from '../../core/series/settle';
import { publicNeighbours, resolverFor, type Pointed } from '../../core/series/publicNeighbours';
import { seriesOf } from '../../core/series/neighbours';
import type { Series } from '../../core/series/series';
import type { OpenArticles } from './openArticles';

interface ExportPorts {
  articles: ArticleStore;
  library: LibraryStore;
  places: Places;
  previews: Previews;
  clock: Clock;
}

/** The library as one export sees it. */
interface Around {
  known: ReadonlyMap<string, ArticleSummary>;
  series: readonly Series[];
  /** File names in this export by article. */
  files: ReadonlyMap<string, string>;
  /** Of the whole export, so that its pages agree on which embargo is over. */
  now: number;
}

/** What leaves the library: previews and files, from the public view only. */
export function exportHandlers({ articles, library, places, previews, clock }: ExportPorts, open: OpenArticles) {
  const knownArticles = async () => new Map((await articles.list()).map((summary) => [summary.id, summary]));

  /** Everything that the page of `article` may point to. Articles that are gone are as if they were not there. */
  async function pointedFrom(article: Article, { known, series, files, now }: Around): Promise<Map<string, Pointed>> {
    const beside = (seriesOf(series, article.id)?.entries ?? []).flatMap((entry) => articleOf(entry) ?? []);
    const pointed = new Map<string, Pointed>();
    for (const id of new Set([...beside, ...linkedArticles(article.doc)])) {
      const summary = known.get(id);
      if (!summary) continue;
      const { headline, status, trashedAt } = summary;
      const file = files.get(id) ?? null;
      const fields = trashedAt === null ? await fieldsOf(id) : null;
      // What cannot be read may be under embargo: then it is not named.
      const embargoed = fields === null || isUnderEmbargo(fields.embargo, now);
      pointed.set(id, {
        headline,
        status,
        canonicalUrl: fields?.canonicalUrl ?? null,
        trashed: trashedAt !== null,
        embargoed,
        file,
      });
    }
    return pointed;
  }

  async function fieldsOf(id: string): Promise<Fields | null> {
    try {
      return (await open.read(id)).doc.attrs;
    } catch (error) {
      // A neighbour that cannot be read is no reason to keep this page back.
      if (error instanceof StetError && error.code.startsWith('articles/')) return null;
      throw error;
    }
  }

  async function written(article: Article, exporter: Exporter, options: ExportOptions, around: Around): Promise<string> {
    const pointed = await pointedFrom(article, around);
    const look = (id: string) => pointed.get(id) ?? null;
    const neighbours = publicNeighbours(around.series, article.id, look);
    return exporter.write(publicArticle(article, neighbours, resolverFor(look), around.now), options);
  }

  /** Those of the articles that are under embargo, in their order. */
  async function embargoedAmong(ids: Iterable<string>, now: number): Promise<EmbargoedArticle[]> {
    const found: EmbargoedArticle[] = [];
    for (const id of ids) {
      const { attrs, content } = (await open.read(id)).doc;
      const notice = isUnderEmbargo(attrs.embargo, now) ? embargoNotice(attrs) : null;
      if (notice) found.push({ article: id, headline: inlineText(content[1].content), line: notice.line });
    }
    return found;
  }

  return {
    'export.formats': () =>
      Promise.resolve(exporters.map(({ id, title, extension, previewable }) => ({ id, title, extension, previewable }))),

    'export.preview': async ({ id, format, options }) => {
      const exporter = exporterOf(format);
      const article = await open.read(id);
      const name = `${exportName({ slug: article.doc.attrs.slug, headline: inlineText(article.doc.content[1].content) })}.${exporter.extension}`;
      const { series } = await library.read();
      const text = await written(article, exporter, options, {
        known: await knownArticles(),
        series,
        files: new Map([[id, name]]),
        now: clock.now(),
      });
      return { name, text, preview: exporter.previewable ? previews.put(text) : null };
    },

    'export.run': async ({ ids, format, folder, options, replace, batch = ids.length > 1 }) => {
      const exporter = exporterOf(format);
      const known = await knownArticles();
      const now = clock.now();
      const wanted = allKnown(ids, known);
      const embargoed = batch ? await embargoedAmong(wanted, now) : [];
      for (const { article } of embargoed) wanted.delete(article);
      const files = fileNames(wanted, exporter.extension, known);
      if (!replace) {
        const there = new Set((await places.names(folder)).map((name) => name.toLowerCase()));
        const exists = [...files.values()].filter((name) => there.has(name.toLowerCase()));
        if (exists.length > 0) return { exists };
      }
      const { series } = await library.read();
      const done: ExportedFile[] = [];
      for (const [id, name] of files) {
        await places.write(folder, name, await written(await open.read(id), exporter, options, { known, series, files, now }));
        done.push({ article: id, name });
      }
      return { files: done, embargoed };
    },
  } satisfies Partial<Handlers>;
}

/** The articles asked for, each once. Errors: `articles/missing`. */
function allKnown(ids: readonly string[], known: Around['known']): Set<string> {
  if (!ids.every((id) => known.has(id))) {
    throw new StetError(
      'articles/missing',
      'One of these articles is no longer in the library. Choose again and export once more.',
    );
  }
  return new Set(ids);
}

/** A file name for each article, unique without regard to case. */
function fileNames(ids: Iterable<string>, extension: string, known: Around['known']): Map<string, string> {
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
