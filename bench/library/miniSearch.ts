import type MiniSearch from 'minisearch';
import type { Options } from 'minisearch';
import { parts } from '../../src/core/search/searchable';
import { wordsIn } from '../../src/core/search/words';

/** The same parts and the same words as Stet’s own index. */
export const miniSearchOptions: Options<Record<string, unknown>> = {
  fields: [...parts],
  processTerm: (term) => wordsIn(term)[0] ?? null,
};

/** Asks as Stet does: every word, the last perhaps unfinished, and the headline before the body. */
export function askMiniSearch(peer: MiniSearch<Record<string, unknown>>, query: string) {
  const words = query.trim().split(' ');
  const last = query.endsWith(' ') ? -1 : words.length - 1;
  return peer.search(
    { combineWith: 'AND', queries: words.map((word, at) => ({ queries: [word], prefix: at === last })) },
    { boost: { headline: 10, standfirst: 4, people: 5, tags: 5 } },
  );
}
