import type { Article } from '../../../core/article/article';
import type { IndexedHits, SearchRequest } from '../../../core/ports/search';

/** What the host asks of the index's thread, one at a time; each carries where the index lies, so that a new thread can go on. */
export interface SearchJob {
  /** The index's file; null for one in memory. */
  path: string | null;
  do:
    | { kind: 'indexed' }
    | { kind: 'put'; articles: readonly { article: Article; stamp: string }[] }
    | { kind: 'remove'; ids: readonly string[] }
    | { kind: 'forget'; ids: readonly string[] }
    | { kind: 'find'; request: SearchRequest }
    | { kind: 'warm' }
    | { kind: 'close' };
}

/** `birth` names the index: another one means that it was begun anew and lacks what was in it. */
export interface SearchDone {
  birth: string;
  stamps?: ReadonlyMap<string, string>;
  results?: IndexedHits;
}
