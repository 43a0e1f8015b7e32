import { numbered } from '../article/slug';
import type { ArticleSummary } from '../article/summary';
import type { DocJson } from '../document/json';
import { linkedArticles } from '../document/linkedArticles';
import type { Series } from '../series/series';

/** What of another article matters to a check. */
export interface OtherArticle {
  readonly headline: string;
  readonly trashed: boolean;
}

/** The library around the article that is examined: plain data, so that it can be sent to a worker. */
export interface Surroundings {
  /** Another article, not in the trash, with the same slug without regard to case. */
  readonly sameSlug: OtherArticle | null;
  /** The next slug like this one that no article has, where another has the same. */
  readonly freeSlug: string | null;
  /** The articles that this one links to or shares its series with, by id; one that is gone is not among them. */
  readonly articles: Readonly<Record<string, OtherArticle>>;
  /** The series that the article stands in. */
  readonly series: Series | null;
}

type Known = Pick<ArticleSummary, 'id' | 'slug' | 'headline' | 'trashedAt'>;

/** The surroundings of an article in its library. `articles` are all of them, those in the trash included. */
export function surroundingsOf(id: string, doc: DocJson, articles: readonly Known[], allSeries: readonly Series[]): Surroundings {
  const slug = doc.attrs.slug.toLowerCase();
  const series = allSeries.find(({ entries }) => entries.some((entry) => 'article' in entry && entry.article === id)) ?? null;
  const wanted = linkedArticles(doc);
  for (const entry of series?.entries ?? []) if ('article' in entry) wanted.add(entry.article);
  const found: Record<string, OtherArticle> = {};
  let sameSlug: OtherArticle | null = null;
  for (const article of articles) {
    const other = { headline: article.headline, trashed: article.trashedAt !== null };
    if (wanted.has(article.id)) found[article.id] = other;
    if (slug !== '' && !other.trashed && article.id !== id && article.slug.toLowerCase() === slug) sameSlug ??= other;
  }
  const taken = sameSlug ? new Set(articles.filter((other) => other.id !== id).map((other) => other.slug.toLowerCase())) : null;
  return { sameSlug, freeSlug: taken && numbered(doc.attrs.slug, taken), articles: found, series };
}
