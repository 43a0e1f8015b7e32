import type { Article } from '../../core/article/article';
import { exportName, numbered } from '../../core/article/slug';
import { inlineText, type ArticleSummary } from '../../core/article/summary';
import { linkedArticles } from '../../core/document/linkedArticles';
import { publicArticle } from '../../core/document/publicView';
import { StetError } from '../../core/errors';
import type { Exporter, ExportOptions } from '../../core/formats/format';
import { exporterOf, exporters } from '../../core/formats/registry';
import type { ArticleStore, LibraryStore, Places, Previews } from '../../core/ports';
import type { ExportedFile, Handlers } from '../../core/rpc/contract';
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
}

/** The library as one export sees it. */
interface Around {
  known: ReadonlyMap<string, ArticleSummary>;
  series: readonly Series[];
  /** File names in this export by article. */
  files: ReadonlyMap<string, string>;
}

/** What leaves the library: previews and files, from the public view only. */
export function exportHandlers({ articles, library, places, previews }: ExportPorts, open: OpenArticles) {
  const knownArticles = async () => new Map((await articles.list()).map((summary) => [summary.id, summary]));

  /** Everything that the page of `article` may point to. Articles that are gone are as if they were not there. */
  async function pointedFrom(article: Article, { known, series, files }: Around): Promise<Map<string, Pointed>> {
    const beside = (seriesOf(series, article.id)?.entries ?? []).flatMap((entry) => articleOf(entry) ?? []);
    const pointed = new Map<string, Pointed>();
    for (const id of new Set([...beside, ...linkedArticles(article.doc)])) {
      const summary = known.get(id);
      if (!summary) continue;
      const { headline, status, trashedAt } = summary;
      const file = files.get(id) ?? null;
      const canonicalUrl = file === null && trashedAt === null ? await addressOf(id) : null;
      pointed.set(id, { headline, status, canonicalUrl, trashed: trashedAt !== null, file });
    }
    return pointed;
  }

  async function addressOf(id: string): Promise<string | null> {
    try {
      return (await open.read(id)).doc.attrs.canonicalUrl;
    } catch (error) {
      // A neighbour that cannot be read is no reason to keep this page back: it is named without an address.
      if (error instanceof StetError && error.code.startsWith('articles/')) return null;
      throw error;
    }
  }

  async function written(article: Article, exporter: Exporter, options: ExportOptions, around: Around): Promise<string> {
    const pointed = await pointedFrom(article, around);
    const look = (id: string) => pointed.get(id) ?? null;
    const neighbours = publicNeighbours(around.series, article.id, look);
    return exporter.write(publicArticle(article, neighbours, resolverFor(look)), options);
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
      });
      return { name, text, preview: exporter.previewable ? previews.put(text) : null };
    },

    'export.run': async ({ ids, format, folder, options, replace }) => {
      const exporter = exporterOf(format);
      const known = await knownArticles();
      const files = fileNames(new Set(ids), exporter.extension, known);
      if (!replace) {
        const there = new Set((await places.names(folder)).map((name) => name.toLowerCase()));
        const exists = [...files.values()].filter((name) => there.has(name.toLowerCase()));
        if (exists.length > 0) return { exists };
      }
      const { series } = await library.read();
      const done: ExportedFile[] = [];
      for (const [id, name] of files) {
        await places.write(folder, name, await written(await open.read(id), exporter, options, { known, series, files }));
        done.push({ article: id, name });
      }
      return { files: done };
    },
  } satisfies Partial<Handlers>;
}

/** A file name for each article, unique without regard to case. Errors: `articles/missing`. */
function fileNames(ids: Iterable<string>, extension: string, known: Around['known']): Map<string, string> {
  const taken = new Set<string>();
  const files = new Map<string, string>();
  for (const id of ids) {
    const summary = known.get(id);
    if (!summary) {
      throw new StetError(
        'articles/missing',
        'One of these articles is no longer in the library. Choose again and export once more.',
      );
    }
    const name = numbered(exportName(summary), taken);
    taken.add(name.toLowerCase());
    files.set(id, `${name}.${extension}`);
  }
  return files;
}
