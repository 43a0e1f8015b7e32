import type { Article } from '../../../core/article/article';
import type { SearchIndex, SearchRequest } from '../../../core/ports/search';
import { parseQuery } from '../../../core/search/parseQuery';
import { passagesOf } from '../../../core/search/passages';
import { searchableOf } from '../../../core/search/searchable';
import { fits } from '../../../core/search/testing/bruteForce';

/** An index that reads everything again at every question, and what a test does to it. */
export class MemorySearch implements SearchIndex {
  readonly known = new Map<string, { article: Article; stamp: string }>();
  /** Every batch that was put, by ids. */
  readonly batches: string[][] = [];
  /** Makes a batch fail that has this article. */
  poison: string | null = null;
  #begun: () => void = () => undefined;

  indexed = () => Promise.resolve(new Map([...this.known].map(([id, { stamp }]) => [id, stamp])));
  put = (articles: readonly { article: Article; stamp: string }[]) => {
    if (articles.some(({ article }) => article.id === this.poison)) return Promise.reject(new Error('cannot take it'));
    this.batches.push(articles.map(({ article }) => article.id));
    for (const one of articles) this.known.set(one.article.id, one);
    return Promise.resolve();
  };
  remove = (ids: readonly string[]) => {
    for (const id of ids) this.known.delete(id);
    return Promise.resolve();
  };
  forget = this.remove;
  find = ({ query: typed, limit, trashed }: SearchRequest) => {
    const query = parseQuery(typed);
    const found = [...this.known.values()]
      .map(({ article }) => article)
      .filter((article) => (article.trashedAt !== null) === trashed && fits(article, query));
    const hits = found
      .slice(0, limit)
      .map(({ id, doc }) => ({ id, stamp: this.known.get(id)?.stamp ?? '', passages: passagesOf(searchableOf(doc), query) }));
    return Promise.resolve({ hits, total: found.length });
  };
  warm = () => undefined;
  onBegun = (listener: () => void) => {
    this.#begun = listener;
  };
  close = () => Promise.resolve();

  /** As if its file had been damaged. */
  lose(): void {
    this.known.clear();
    this.#begun();
  }
}
