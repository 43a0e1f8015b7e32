import { blockText, inlineText } from '../../article/summary';
import type { PublicView } from '../../document/publicView';
import type { SitePlace } from '../format';
import { startTag, worded } from './element';
import { escapeJson, publicHref } from './escape';
import { Voice } from './pageWords';
import { imageAddress, structuredData } from './structuredData';
import { stylesheet } from './stylesheet';

/** The name by which an importer knows a page of our own. */
export const GENERATOR = 'Stet';

const DESCRIPTION_LENGTH = 200;

/** Everything between `<head>` and `</head>`: what machines read of the article, and how it looks. */
export function writeHead(view: PublicView, { alternates = [] }: SitePlace = {}): string {
  const { fields } = view;
  const description = descriptionOf(view);
  const canonical = fields.canonicalUrl === null ? null : publicHref(fields.canonicalUrl);
  const title =
    [view.headline, description, fields.slug].find((text) => text.trim() !== '') ?? new Voice(fields.language).plain('untitled');
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    named('generator', GENERATOR),
    worded('title', {}, title),
    named('description', description),
    ...fields.byline.map(({ name }) => named('author', name)),
    named('slug', fields.slug),
    canonical === null ? '' : startTag('link', { rel: 'canonical', href: canonical }),
    ...alternates.flatMap(({ language, href }) => {
      const address = publicHref(href);
      return address === null ? [] : [startTag('link', { rel: 'alternate', hreflang: language, href: address })];
    }),
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', canonical),
    property('og:locale', localeOf(fields.language)),
    property('og:image', imageAddress(view)),
    property('og:image:alt', fields.leadImage?.alt ?? null),
    property('article:published_time', fields.publishedAt),
    property('article:modified_time', fields.updatedAt),
    property('article:section', fields.section.at(-1) ?? null),
    ...fields.tags.map((tag) => property('article:tag', tag)),
    `<script type="application/ld+json">\n${escapeJson(structuredData(view))}\n</script>`,
    `<style>\n${stylesheet}</style>`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const named = (name: string, content: string): string => (content === '' ? '' : startTag('meta', { name, content }));
const property = (name: string, content: string | null): string =>
  content === null || content === '' ? '' : startTag('meta', { property: name, content });

/** The standfirst, or the opening of the story, cut at a word. */
function descriptionOf(view: PublicView): string {
  const opening = view.body.find((block) => block.type === 'paragraph');
  const text =
    [inlineText(view.standfirst), opening ? blockText(opening) : '']
      .map((part) => part.trim().replace(/\s+/gu, ' '))
      .find((part) => part !== '') ?? '';
  if (text.length <= DESCRIPTION_LENGTH) return text;
  const cut = text.slice(0, DESCRIPTION_LENGTH).replace(/[\ud800-\udbff]$/u, '');
  return `${cut.replace(/\s\S*$/u, '')}…`;
}

/** OpenGraph wants language_TERRITORY; a territory that the article does not name is not guessed. */
function localeOf(language: string): string | null {
  const { language: tongue, region } = new Intl.Locale(language);
  return region === undefined ? null : `${tongue}_${region}`;
}
