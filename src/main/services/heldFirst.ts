import type { Article } from '../../core/article/article';
import type { ArticleSummary } from '../../core/article/summary';
import type { ArticleStore } from '../../core/ports/articles';
import type { OpenArticles } from './openArticles';

/** What of articles a reader in the background needs. */
export type ReadArticles = Pick<ArticleStore, 'list' | 'summaries' | 'read'>;

/** The same articles; one that is held as it stands on the disk is not read again, which takes long for a long one. */
export const heldFirst = (articles: ReadArticles, open: Pick<OpenArticles, 'durable'>): ReadArticles => ({
  list: () => articles.list(),
  summaries: (ids) => articles.summaries(ids),
  read: async (id) => {
    const held = open.durable(id);
    const known = held && (await articles.summaries([id])).get(id);
    return held && known && isSame(held, known) ? held : articles.read(id);
  },
});

const isSame = (held: Article, known: ArticleSummary): boolean =>
  held.revision === known.revision && held.editedAt === known.editedAt && held.trashedAt === known.trashedAt;
