import { inlineText } from '../../article/summary';
import type { PublicView } from '../../document/publicView';
import { publicHref } from './escape';

/**
 * What search engines read: a schema.org NewsArticle, with its place in the site and with `more` of its properties. Nothing
 * stands in it that the article does not say.
 */
export function structuredData(view: PublicView, more: Record<string, string> = {}): object {
  const { fields } = view;
  const article = filled({
    '@type': 'NewsArticle',
    headline: view.headline,
    alternativeHeadline: inlineText(view.standfirst),
    url: fields.canonicalUrl,
    mainEntityOfPage: fields.canonicalUrl,
    image: imageAddress(view),
    inLanguage: fields.language,
    datePublished: fields.publishedAt,
    dateModified: fields.updatedAt,
    correction: fields.corrections.map(({ at, text }) => ({ '@type': 'CorrectionComment', text, datePublished: at })),
    dateline: fields.dateline?.place,
    articleSection: fields.section,
    keywords: fields.tags,
    author: fields.byline.map(({ name, role, url }) =>
      filled({ '@type': 'Person', name, jobTitle: role, url: url === null ? null : publicHref(url) }),
    ),
    isPartOf: view.series.name === null ? null : { '@type': 'CreativeWorkSeries', name: view.series.name },
    ...more,
  });
  const breadcrumb = {
    '@type': 'BreadcrumbList',
    itemListElement: fields.section.map((name, index) => ({ '@type': 'ListItem', position: index + 1, name })),
  };
  return { '@context': 'https://schema.org', '@graph': fields.section.length > 0 ? [article, breadcrumb] : [article] };
}

/** Where the lead image is once the page is out: its file as the page's own address completes it; null without one. */
export function imageAddress({ fields: { leadImage, canonicalUrl } }: PublicView): string | null {
  if (leadImage === null) return null;
  const page = canonicalUrl !== null && /^https?:/iu.test(canonicalUrl) ? canonicalUrl : null;
  return page === null ? leadImage.asset : new URL(leadImage.asset, page).href;
}

function filled(properties: Record<string, unknown>): Record<string, unknown> {
  const said = (value: unknown): boolean =>
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => said(value)));
}
