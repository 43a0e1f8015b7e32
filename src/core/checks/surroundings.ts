import type { ArticleSummary } from '../article/summary';
import type { Series } from '../series/series';

/** What of another article matters to a check. */
export type Neighbour = Pick<ArticleSummary, 'id' | 'slug' | 'headline' | 'trashedAt'>;

/** The library around the article that is examined. */
export interface Surroundings {
  /** Another article, not in the trash, whose slug is this one without regard to case; null where there is none. */
  slugTaken(slug: string): Neighbour | null;
  /** An article of the library, also one in the trash; null where it is gone. */
  article(id: string): Neighbour | null;
  /** The series that the article stands in. */
  readonly series: Series | null;
}

interface Known {
  bySlug: Map<string, Neighbour[]>;
  byId: Map<string, Neighbour>;
}

// A window hands over the same list until something in the library changes.
const known = new WeakMap<readonly Neighbour[], Known>();

/**
 * The surroundings of the article `id` in a library. `articles` are all of them, those in the trash included; the list is read
 * once, however often it is handed over.
 */
export function surroundingsOf(id: string, articles: readonly Neighbour[], series: readonly Series[]): Surroundings {
  const lists = known.get(articles) ?? read(articles);
  return {
    slugTaken: (slug) => lists.bySlug.get(slug.toLowerCase())?.find((other) => other.id !== id) ?? null,
    article: (wanted) => lists.byId.get(wanted) ?? null,
    series: series.find(({ entries }) => entries.some((entry) => 'article' in entry && entry.article === id)) ?? null,
  };
}

function read(articles: readonly Neighbour[]): Known {
  const lists: Known = { bySlug: new Map(), byId: new Map() };
  for (const article of articles) {
    lists.byId.set(article.id, article);
    if (article.trashedAt !== null || article.slug === '') continue;
    const slug = article.slug.toLowerCase();
    const same = lists.bySlug.get(slug);
    if (same) same.push(article);
    else lists.bySlug.set(slug, [article]);
  }
  known.set(articles, lists);
  return lists;
}
