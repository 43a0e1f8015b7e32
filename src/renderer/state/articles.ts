import type { ArticleSummary } from '../../core/article/summary';
import { fold, foldedWords } from './fold';

const haystacks = new WeakMap<ArticleSummary, string>();

/** What a search looks through: headline, kicker, slug, section and people; the first words where there is no headline. */
function haystack(article: ArticleSummary): string {
  let text = haystacks.get(article);
  if (text === undefined) {
    const { headline, kicker, slug, section, people, opening } = article;
    const names = people.flatMap((person) => [person.name, person.role ?? '']);
    text = fold([headline, kicker, slug, ...section, ...names, headline ? '' : opening].join('\n'));
    haystacks.set(article, text);
  }
  return text;
}

/** Stands in no text of an article. */
const NOWHERE = '\u0000';
/** How long getting ready keeps the window's thread at a stretch, in milliseconds. */
const SLICE_MS = 4;

/** Gets ready for `matching` a little at a time, so that the first key typed does not wait for thousands of articles. */
export async function makeReady(articles: readonly ArticleSummary[]): Promise<void> {
  let since = performance.now();
  for (const article of articles) {
    // A text made of pieces becomes one when it is first looked through.
    haystack(article).includes(NOWHERE);
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
}

/** How an article is named where only one line is shown. */
export function titleOf(article: Pick<ArticleSummary, 'headline' | 'opening'>): string {
  return article.headline.trim() || article.opening || 'Untitled';
}

const numbers = new Intl.NumberFormat('en-GB');

/** The length of an article in words: "1 word", "1,240 words". */
export function lengthOf(words: number): string {
  return `${numbers.format(words)} ${words === 1 ? 'word' : 'words'}`;
}

/** A section as it is shown and filtered by: the whole path. */
export function sectionOf(article: Pick<ArticleSummary, 'section'>): string {
  return article.section.join(' › ');
}

/** The sections that articles stand in, each once, in order of the alphabet. */
export function sectionsOf(articles: readonly ArticleSummary[]): readonly string[] {
  return [...new Set(articles.map(sectionOf).filter(Boolean))].sort((a, b) => a.localeCompare(b));
}

/** The tags in use, the most used first, equals in order of the alphabet. */
export function tagsOf(articles: readonly ArticleSummary[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const { tags } of articles) for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  return [...uses].sort(([a, one], [b, other]) => other - one || a.localeCompare(b)).map(([tag]) => tag);
}

export function byId(articles: readonly ArticleSummary[]): ReadonlyMap<string, ArticleSummary> {
  return new Map(articles.map((article) => [article.id, article]));
}

/** The last edited first; ids decide between equals, so that nothing jumps. */
export function newestFirst(articles: readonly ArticleSummary[]): readonly ArticleSummary[] {
  return articles.toSorted((a, b) => b.editedAt - a.editedAt || a.id.localeCompare(b.id));
}

/** The articles in which every word of the query stands, in their order. */
export function matching(articles: readonly ArticleSummary[], query: string): readonly ArticleSummary[] {
  const words = foldedWords(query);
  return words.length === 0 ? articles : articles.filter((article) => words.every((word) => haystack(article).includes(word)));
}

/** `matching` for a query that is being typed: one that goes on from the last is looked for only among what that found. */
export function matchingAsTyped(): typeof matching {
  let last: { articles: readonly ArticleSummary[]; query: string; found: readonly ArticleSummary[] } | null = null;
  return (articles, query) => {
    // Words that only grow, or are joined by others, can only be in fewer articles. A letter may be folded otherwise with its accent.
    const goesOn = last?.articles === articles && fold(query).startsWith(fold(last.query));
    const found = matching(goesOn && last ? last.found : articles, query);
    last = { articles, query, found };
    return found;
  };
}
