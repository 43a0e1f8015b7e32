import type { Person } from '../../article/fields';
import type { PublicPiece, PublicView } from '../../document/publicView';
import type { SitePlace } from '../format';
import { pointer, writeBlocks } from './blocks';
import { embargoLine } from './embargoLine';
import { storyFoot } from './storyFoot';
import { instantInWords, dayInWords } from './dates';
import { directionOf } from './direction';
import { element, startTag, worded } from './element';
import { publicHref } from './escape';
import { writeHead } from './head';
import { writeInline } from './inline';
import { Voice } from './pageWords';
import { writePicture } from './pictures';

/** A whole page: the article, where it belongs, what machines read of it, and its look. Errors: `export/unknown-node`. */
export function writePage(view: PublicView, inside: ReadonlyMap<string, string> = new Map(), place: SitePlace = {}): string {
  const { language, leadImage } = view.fields;
  // A picture inside the page has no address that other sites could show it by.
  const alone = leadImage !== null && inside.has(leadImage.asset);
  const head = alone ? { ...view, fields: { ...view.fields, leadImage: null } } : view;
  return [
    '<!doctype html>',
    startTag('html', { lang: language, dir: directionOf(language) }),
    '<head>',
    writeHead(head, place),
    '</head>',
    '<body>',
    '<main>',
    ...embargoLine(view.fields),
    ...writeArticle(view),
    '</main>',
    '</body>',
    '</html>\n',
  ].join('\n');
}

/** The element `article` with everything that is printed of it, as lines of markup. Errors: `export/unknown-node`. */
export function writeArticle(view: PublicView): string[] {
  const { language, leadImage } = view.fields;
  const voice = new Voice(language);
  const parts = [
    breadcrumb(view, voice),
    header(view, voice),
    leadImage === null ? '' : writePicture(leadImage, 'picture lead'),
    writeBlocks(view.body, language),
    footer(view, voice),
  ];
  return ['<article>', ...parts.filter((part) => part !== ''), '</article>'];
}

function breadcrumb({ fields }: PublicView, voice: Voice): string {
  if (fields.section.length === 0) return '';
  const path = fields.section.map((name) => worded('li', {}, name)).join('\n');
  return `${startTag('nav', { class: 'breadcrumb', 'aria-label': voice.plain('section') })}\n<ol>\n${path}\n</ol>\n</nav>`;
}

function header(view: PublicView, voice: Voice): string {
  const parts = [
    view.kicker === '' ? '' : worded('p', { class: 'kicker' }, view.kicker),
    view.headline === '' ? '' : worded('h1', {}, view.headline),
    view.standfirst.length === 0 ? '' : element('p', { class: 'standfirst' }, writeInline(view.standfirst)),
    byline(view.fields.byline, voice),
    dateline(view),
    dates(view, voice),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `<header>\n${parts.join('\n')}\n</header>`;
}

function byline(people: readonly Person[], voice: Voice): string {
  if (people.length === 0) return '';
  const named = people.map(({ name, role, url }) => {
    const href = url === null ? null : publicHref(url);
    const who =
      href === null ? worded('span', { class: 'name' }, name) : worded('a', { class: 'name', rel: 'author', href }, name);
    return element('span', { class: 'person' }, role === null ? who : `${who}, ${worded('span', { class: 'role' }, role)}`);
  });
  return element(
    'p',
    { class: 'byline' },
    `${voice.written('by')} ${named.join(people.some(({ role }) => role !== null) ? '; ' : ', ')}`,
  );
}

function dateline({ fields: { dateline: line, language } }: PublicView): string {
  if (line === null) return '';
  const parts = [
    line.place === '' ? '' : worded('span', { class: 'place' }, line.place),
    line.date === null ? '' : worded('time', { datetime: line.date }, dayInWords(line.date, language)),
  ];
  return element('p', { class: 'dateline' }, parts.filter((part) => part !== '').join(', '));
}

function dates({ fields: { publishedAt, updatedAt, language } }: PublicView, voice: Voice): string {
  const at = (name: 'published' | 'updated', instant: string | null): string =>
    instant === null
      ? ''
      : `${voice.written(name)} ${worded('time', { class: name, datetime: instant }, instantInWords(instant, language))}`;
  const parts = [at('published', publishedAt), at('updated', updatedAt)].filter((part) => part !== '');
  return parts.length === 0 ? '' : element('p', { class: 'dates' }, parts.join(' · '));
}

/** What is printed under the story, and its neighbours: visible links, because browsers show nothing of `link` elements. */
function footer({ fields, series }: PublicView, voice: Voice): string {
  const { name, previous, next } = series;
  const side = (word: 'previous' | 'next', rel: 'prev' | 'next', piece: PublicPiece | null): string =>
    piece === null
      ? ''
      : element(
          'li',
          { class: word },
          `${voice.written(word)}: ${pointer(piece.title, piece.url === null ? null : publicHref(piece.url), rel)}`,
        );
  const sides = [side('previous', 'prev', previous), side('next', 'next', next)].filter((part) => part !== '');
  const nav =
    name === null && sides.length === 0
      ? []
      : [
          startTag('nav', { class: 'series', 'aria-label': voice.plain('series') }),
          ...(name === null ? [] : [worded('p', { class: 'name' }, name)]),
          ...(sides.length === 0 ? [] : [`<ul>\n${sides.join('\n')}\n</ul>`]),
          '</nav>',
        ];
  const parts = [...storyFoot(fields, voice), ...nav];
  return parts.length === 0 ? '' : ['<footer>', ...parts, '</footer>'].join('\n');
}
