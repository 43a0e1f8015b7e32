/** An article, and the one that it translates; null where it is nobody's translation. */
export interface Translated {
  id: string;
  original: string | null;
}

/** The article at the beginning of a chain of translations, among those known; in a circle, the article itself. */
export function translationRoot<T extends Translated>(article: T, known: ReadonlyMap<string, T>): T {
  const seen = new Set<string>();
  let root = article;
  while (root.original !== null && !seen.has(root.id)) {
    seen.add(root.id);
    const original = known.get(root.original);
    if (!original) return root;
    root = original;
  }
  return seen.has(root.id) ? article : root;
}

/**
 * For every article that has translations among these: all of them, itself included, in the order given, the first of each
 * language. An article without any is not among the keys.
 */
export function translationsAmong<T extends Translated & { language: string }>(
  articles: readonly T[],
): Map<string, readonly T[]> {
  const known = new Map(articles.map((article) => [article.id, article]));
  const groups = new Map<string, T[]>();
  for (const article of articles) {
    const { id } = translationRoot(article, known);
    groups.set(id, [...(groups.get(id) ?? []), article]);
  }
  const found = new Map<string, readonly T[]>();
  for (const group of groups.values()) {
    const languages = new Set<string>();
    const told = group.filter(({ language }) => !languages.has(language.toLowerCase()) && languages.add(language.toLowerCase()));
    if (told.length > 1) for (const { id } of told) found.set(id, told);
  }
  return found;
}
