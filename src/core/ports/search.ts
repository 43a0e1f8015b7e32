import type { Article } from '../article/article';
import type { Passage } from '../search/passages';

export interface SearchRequest {
  /** As typed; see `parseQuery`. */
  query: string;
  /** At most so many hits. */
  limit: number;
  /** Looks in the trash instead. */
  trashed: boolean;
}

/** Articles that fit, the best first, each with words in context. `total` counts those beyond the limit too. */
export interface SearchResults {
  hits: readonly { id: string; passages: readonly Passage[] }[];
  total: number;
}

/** What the index knows: `stamp` is the one that the article was taken in with. */
export interface IndexedHits extends SearchResults {
  hits: readonly { id: string; stamp: string; passages: readonly Passage[] }[];
}

/** The words of all articles, private ones included: derived from them, never trusted over them, and never leaving the library. */
export interface SearchIndex {
  /** By article, the stamp that it was indexed with. */
  indexed(): Promise<ReadonlyMap<string, string>>;
  /** Takes articles in, in place of what was known of them. Errors: `search/failed`. */
  put(articles: readonly { article: Article; stamp: string }[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes articles so that no word of them is left in any index of the library, on whichever computer it was made. */
  forget(ids: readonly string[]): Promise<void>;
  find(request: SearchRequest): Promise<IndexedHits>;
  /** Makes ready for the first question, in the background, which otherwise does that itself. */
  warm(): void;
  /** Calls the listener when the index had to be begun anew, so that everything is missing in it. */
  onBegun(listener: () => void): void;
  close(): Promise<void>;
}
