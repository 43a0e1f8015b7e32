import { readUrl } from '../../core/article/url';
import type { LinkTarget } from '../../core/document/attributes';
import type { ArticleSummary } from '../../core/article/summary';
import type { Offer } from './Combobox.svelte';
import type { EditorHost } from './host';

const MOST_OFFERS = 6;

const titleOf = ({ headline, opening }: ArticleSummary): string => headline.trim() || opening || 'Untitled';

/** What a typed address or title may mean: the address itself, or articles of the library whose words begin so. */
export async function targetOffers(
  host: EditorHost,
  typed: string,
  choose: (target: LinkTarget, title: string) => void,
): Promise<readonly Offer[]> {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const url = readUrl(typed);
  const { articles } = await host.client['articles.list']();
  const found = articles
    .filter(({ id, trashedAt }) => trashedAt === null && id !== host.articleId)
    .filter((article) =>
      words.every((word) => `${article.headline} ${article.slug} ${article.opening}`.toLowerCase().includes(word)),
    )
    .sort((a, b) => b.editedAt - a.editedAt)
    .slice(0, MOST_OFFERS)
    .map((article) => ({
      key: article.id,
      label: titleOf(article),
      hint: 'in this library',
      choose: () => choose({ article: article.id }, titleOf(article)),
    }));
  return url === null ? found : [{ key: 'url', label: url, hint: 'address', choose: () => choose({ url }, '') }, ...found];
}

/** A target as it is shown: the address, or the article's headline. */
export async function showTarget(host: EditorHost, target: LinkTarget | null): Promise<string> {
  if (target === null) return '';
  if ('url' in target) return target.url;
  const { articles } = await host.client['articles.list']();
  const article = articles.find(({ id }) => id === target.article);
  return article ? titleOf(article) : 'An article that is not in this library';
}

/** Opens what a link leads to: an article here, an address in the system's browser. Says why where it cannot. */
export function openTarget(host: EditorHost, target: LinkTarget): void {
  if ('article' in target) host.openArticle(target.article);
  else
    host.client['links.open']({ url: target.url }).catch((error: unknown) =>
      host.notice(error instanceof Error ? error.message : 'The address could not be opened.'),
    );
}
