import type { ArticleSummary } from '../../core/article/summary';
import { parseQuery } from '../../core/search/parseQuery';
import type { Passage } from '../../core/search/passages';

/** An article that was found, with words in context. */
export interface Hit {
  readonly article: ArticleSummary;
  readonly passages: readonly Passage[];
}

/** So many are shown beyond those that the host found: who has not found it among them needs another word. */
const MOST_ADDED = 40;

/** What a query found: the hits that are shown, and how many articles there are in all, at least. */
export interface Hits {
  readonly shown: readonly Hit[];
  readonly total: number;
}

/**
 * The articles that the host found, and after them those whose headline, section or people have the words, also in the middle: what was
 * written a moment ago is found before it is indexed. Nothing is added where the query says more than plain words.
 */
export function hitsOf(
  { hits: found, total }: { hits: readonly { id: string; passages: readonly Passage[] }[]; total: number },
  byId: ReadonlyMap<string, ArticleSummary>,
  matching: readonly ArticleSummary[],
  query: string,
): Hits {
  const hits = found.flatMap(({ id, passages }): Hit[] => {
    const article = byId.get(id);
    return article && article.trashedAt === null ? [{ article, passages }] : [];
  });
  const beyond = Math.max(0, total - found.length);
  if (!isPlain(query)) return { shown: hits, total: hits.length + beyond };
  const there = new Set(hits.map(({ article }) => article.id));
  const others = matching.filter(({ id }) => !there.has(id));
  return {
    shown: [...hits, ...others.slice(0, MOST_ADDED).map((article): Hit => ({ article, passages: [] }))],
    // Some of the others may be among those that the host counted and did not name.
    total: beyond === 0 ? hits.length + others.length : Math.max(hits.length + beyond, matching.length),
  };
}

/** The words of an article to go to, as they stand in its text; null where only its people, tags or notes were found. */
export function placeOf(passages: readonly Passage[]): string | null {
  const passage = passages.find(({ part }) => part === 'body' || part === 'standfirst');
  const mark = passage?.marks[0];
  return passage && mark ? passage.text.slice(mark.from, mark.to) : null;
}

const isPlain = (query: string): boolean =>
  !/["“”„«»]/u.test(query) && parseQuery(query).every((clause) => clause.kind === 'words' && !clause.not);
