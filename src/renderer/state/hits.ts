import type { ArticleSummary } from '../../core/article/summary';
import { parseQuery } from '../../core/search/parseQuery';
import type { Passage } from '../../core/search/passages';

/** An article that was found, with words in context. */
export interface Hit {
  readonly article: ArticleSummary;
  readonly passages: readonly Passage[];
}

/**
 * The articles that the host found, and after them those whose headline, section or people have the words, also in the middle: what was
 * written a moment ago is found before it is indexed. Nothing is added where the query says more than plain words.
 */
export function hitsOf(
  found: readonly { id: string; passages: readonly Passage[] }[],
  byId: ReadonlyMap<string, ArticleSummary>,
  matching: readonly ArticleSummary[],
  query: string,
): readonly Hit[] {
  const hits = found.flatMap(({ id, passages }): Hit[] => {
    const article = byId.get(id);
    return article && article.trashedAt === null ? [{ article, passages }] : [];
  });
  if (!isPlain(query)) return hits;
  const there = new Set(hits.map(({ article }) => article.id));
  return [...hits, ...matching.filter(({ id }) => !there.has(id)).map((article): Hit => ({ article, passages: [] }))];
}

/** The words of an article to go to, as they stand in its text; null where only its people, tags or notes were found. */
export function placeOf(passages: readonly Passage[]): string | null {
  const passage = passages.find(({ part }) => part === 'body' || part === 'standfirst');
  const mark = passage?.marks[0];
  return passage && mark ? passage.text.slice(mark.from, mark.to) : null;
}

const isPlain = (query: string): boolean =>
  !/["“”„«»]/u.test(query) && parseQuery(query).every((clause) => clause.kind === 'words' && !clause.not);
