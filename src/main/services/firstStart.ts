import type { ArticleStore } from '../../core/ports/articles';
import type { Clock, Ids } from '../../core/ports/clock';
import type { LibraryStore } from '../../core/ports/library';
import type { Series } from '../../core/series/series';
import { newArticle } from './articles';
import type { OpenArticles } from './openArticles';
import { sampleDocument, sampleNeighbours } from './sample';

/**
 * Puts the sample into a library that has never held an article, once: after that its deletion is final.
 * Errors: those of the stores' writes.
 */
export async function firstStart(
  ports: { articles: ArticleStore; library: LibraryStore; ids: Ids; clock: Clock },
  open: OpenArticles,
): Promise<void> {
  const { articles, library, ids } = ports;
  if ((await library.read()).settings.sampled) return;
  const isNew = (await articles.list()).length === 0 && (await articles.damaged()).length === 0;
  const series = isNew ? [await createSample()] : [];
  await library.update((data) => ({
    ...data,
    series: [...data.series, ...series],
    settings: { ...data.settings, sampled: true },
  }));

  async function createSample(): Promise<Series> {
    const article = newArticle(sampleDocument, ports);
    await open.create(article);
    return { id: ids.next(), name: null, entries: [sampleNeighbours.previous, { article: article.id }, sampleNeighbours.next] };
  }
}
