import type { Neighbours, Series, SeriesEntry } from './series';

/** The series in which an article stands; null when it stands alone. */
export function seriesOf(all: readonly Series[], articleId: string): Series | null {
  return all.find((one) => indexIn(one, articleId) >= 0) ?? null;
}

/** Where an article stands in a series, from 0; -1 when it does not. */
export function indexIn(one: Series, articleId: string): number {
  return one.entries.findIndex((entry) => 'article' in entry && entry.article === articleId);
}

/**
 * The pieces before and after an article, passing over entries for which `isLive` is false (in the trash, or gone).
 * Pieces outside the library are always live.
 */
export function neighboursOf(all: readonly Series[], articleId: string, isLive: (articleId: string) => boolean): Neighbours {
  const one = seriesOf(all, articleId);
  if (!one) return { previous: null, next: null };
  const at = indexIn(one, articleId);
  const shown = (entry: SeriesEntry) => !('article' in entry) || isLive(entry.article);
  return { previous: one.entries.slice(0, at).findLast(shown) ?? null, next: one.entries.slice(at + 1).find(shown) ?? null };
}
