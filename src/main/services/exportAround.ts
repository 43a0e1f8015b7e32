import type { Article } from '../../core/article/article';
import type { Fields } from '../../core/article/fields';
import type { ArticleSummary } from '../../core/article/summary';
import { linkedArticles } from '../../core/document/linkedArticles';
import { isUnderEmbargo } from '../../core/document/publicFields';
import { StetError } from '../../core/errors';
import type { SitePlace } from '../../core/formats/format';
import type { Pointed } from '../../core/series/publicNeighbours';
import { seriesOf } from '../../core/series/neighbours';
import type { Series } from '../../core/series/series';
import { articleOf } from '../../core/series/settle';
import type { OpenArticles } from './openArticles';

/** How the pages of a site point to one another, and what they say of their place. */
export interface Placement {
  /** From one page to another; null where one of them is not on the site. */
  wayTo(from: string, to: string): string | null;
  /** What the names of a page's pictures begin with. */
  pictureStem(id: string): string;
  place(id: string): SitePlace;
}

/** The library as one export sees it. */
export interface Around {
  known: ReadonlyMap<string, ArticleSummary>;
  series: readonly Series[];
  /** File names in this export by article. */
  files: ReadonlyMap<string, string>;
  /** For every article with translations in this export: all of them, itself included. */
  translations?: ReadonlyMap<string, readonly { id: string; language: string }[]>;
  /** The pictures whose files the library has; without it, all that are asked for. */
  assets?: ReadonlySet<string>;
  /** Of the whole export, so that its pages agree on which embargo is over. */
  now: number;
  /** For the pages of a site. */
  site?: Placement;
}

/** What the page of `article` may point to, by id. Articles that are gone are as if they were not there. Errors: those of storage. */
export async function pointedFrom(
  article: Article,
  { known, series, files, translations, now, site }: Around,
  open: OpenArticles,
): Promise<Map<string, Pointed>> {
  const beside = (seriesOf(series, article.id)?.entries ?? []).flatMap((entry) => articleOf(entry) ?? []);
  const pointed = new Map<string, Pointed>();
  const others = (translations?.get(article.id) ?? []).map(({ id }) => id);
  for (const id of new Set([...beside, ...linkedArticles(article.doc), ...others])) {
    const summary = known.get(id);
    if (!summary) continue;
    const { headline, status, trashedAt } = summary;
    const fields = trashedAt === null ? await fieldsOf(id, open) : null;
    pointed.set(id, {
      headline,
      status,
      canonicalUrl: fields?.canonicalUrl ?? null,
      trashed: trashedAt !== null,
      // What cannot be read may be under embargo: then it is not named.
      embargoed: fields === null || isUnderEmbargo(fields.embargo, now),
      file: site ? site.wayTo(article.id, id) : (files.get(id) ?? null),
    });
  }
  return pointed;
}

async function fieldsOf(id: string, open: OpenArticles): Promise<Fields | null> {
  try {
    return (await open.read(id)).doc.attrs;
  } catch (error) {
    // A neighbour that cannot be read is no reason to keep this page back.
    if (error instanceof StetError && error.code.startsWith('articles/')) return null;
    throw error;
  }
}
