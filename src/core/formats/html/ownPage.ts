import * as v from 'valibot';
import { fieldSpecs, type Fields, type Person } from '../../article/fields';
import { outsidePiece } from '../../series/series';
import type { Imported, LeftOut } from '../format';
import type { KnownHead, RawBlock } from '../page/draft';
import { BlockReader, type PageReading } from './blockReader';
import { GENERATOR } from './head';
import { BESIDE, readHref } from './href';
import { ownPicture } from './pictures';
import type { TextStyle } from './style';
import { canonicalOf, instantIn, languageOf, metas } from './metadata';
import { allIn, attr, findIn, hasClass, isElement, lineOf, rawText, type Element, type Node, type Page } from './tree';

/*
 * Where each field of an article stands on a page of our own. "Shown" is read from the words that a reader sees.
 *
 *   language        html[lang]                      kicker, headline     shown: p.kicker, h1
 *   slug            meta slug                       standfirst           shown: p.standfirst, with its marks
 *   canonicalUrl    link canonical                  byline               shown: .person > .name (href), .role
 *   publishedAt     meta article:published_time     dateline             shown: .place, and the datetime of its time
 *   updatedAt       meta article:modified_time      section              shown: nav.breadcrumb li
 *   tags            meta article:tag, one each      series, neighbours   shown: nav.series .name, .previous, .next
 *   embargo         shown: p.embargo, the datetime of its time, and .zone
 *   corrections     shown: .corrections li, the datetime of its time, and .text
 *   tagline         shown: p.tagline
 *   leadImage       shown: figure.lead
 *   status, notes, translationOf: never on a page
 */

const exact: TextStyle = { marks: [], spacing: 'exact' };

/** True for a page that Stet wrote: read by what it says, without guessing. */
export function isOwnPage(page: Page): boolean {
  return metas(page, 'generator').some((name) => name === GENERATOR) && articleOf(page) !== null;
}

/** What a page of our own holds: exactly what was exported, as far as it is still there. `beside` as in `ImportContext`. */
export function readOwnPage(page: Page, beside = false): { blocks: RawBlock[]; known: KnownHead; leftOut: LeftOut[] } {
  const article = articleOf(page);
  const leftOut: LeftOut[] = [];
  const parts = partsOf(article);
  const reading: PageReading = {
    base: null,
    linkBase: beside ? BESIDE : null,
    exact: true,
    pictures: true,
    beside,
    leftOut,
    taken: new Set<Node>(Object.values(parts).filter((part) => part !== null)),
    furniture: () => null,
  };
  const body = new BlockReader(reading);
  if (article) body.readBlock(article, exact);
  return {
    blocks: body.blocks,
    known: { ...headOf(page, parts, reading), neighbours: neighboursOf(parts.footer, reading) },
    leftOut,
  };
}

interface Parts {
  breadcrumb: Element | null;
  header: Element | null;
  lead: Element | null;
  footer: Element | null;
}

const articleOf = (page: Page): Element | null => findIn(page, ({ tagName }) => tagName === 'article');

function partsOf(article: Element | null): Parts {
  const child = (tagName: string, className?: string): Element | null =>
    article?.childNodes.find(
      (node): node is Element =>
        isElement(node) && node.tagName === tagName && (className === undefined || hasClass(node, className)),
    ) ?? null;
  return { breadcrumb: child('nav'), header: child('header'), lead: child('figure', 'lead'), footer: child('footer') };
}

function headOf(page: Page, { breadcrumb, header, lead, footer }: Parts, reading: PageReading): KnownHead {
  const shown = (name: string): string => textOf(header && findIn(header, (element) => hasClass(element, name)));
  const valid = <N extends keyof Fields>(name: N, value: unknown, otherwise: Fields[N]): Fields[N] =>
    v.is(fieldSpecs[name], value) ? (value as Fields[N]) : otherwise;
  return {
    language: languageOf(page) ?? 'und',
    slug: valid('slug', metas(page, 'slug')[0] ?? '', ''),
    canonicalUrl: canonicalOf(page),
    publishedAt: instantIn(metas(page, 'article:published_time')),
    updatedAt: instantIn(metas(page, 'article:modified_time')),
    tags: valid('tags', metas(page, 'article:tag'), []),
    section: valid(
      'section',
      breadcrumb === null ? [] : allIn(breadcrumb, ({ tagName }) => tagName === 'li').map((step) => rawText(step)),
      [],
    ),
    kicker: shown('kicker'),
    headline: textOf(header && findIn(header, ({ tagName }) => tagName === 'h1')),
    standfirst: standfirstOf(header, reading),
    byline: valid('byline', header === null ? [] : allIn(header, (element) => hasClass(element, 'person')).map(personIn), []),
    dateline: valid('dateline', header && datelineIn(header), null),
    embargo: valid('embargo', embargoIn(page), null),
    corrections: valid('corrections', footer === null ? [] : correctionsIn(footer), []),
    tagline: valid('tagline', textOf(footer && findIn(footer, (part) => hasClass(part, 'tagline'))), ''),
    leadImage: lead && ownPicture(lead, reading.beside),
  };
}

function standfirstOf(header: Element | null, reading: PageReading): NonNullable<KnownHead['standfirst']> {
  const element = header && findIn(header, (part) => hasClass(part, 'standfirst'));
  if (!element) return [];
  const reader = new BlockReader(reading);
  reader.readAll(element.childNodes, exact);
  return reader.run.take('exact');
}

function personIn(element: Element): Person {
  const name = findIn(element, (part) => hasClass(part, 'name'));
  const role = findIn(element, (part) => hasClass(part, 'role'));
  return { name: textOf(name), role: role && rawText(role), url: name && readHref(attr(name, 'href') ?? '', null) };
}

function datelineIn(header: Element): Fields['dateline'] {
  const line = findIn(header, (element) => hasClass(element, 'dateline'));
  if (line === null) return null;
  const time = findIn(line, ({ tagName }) => tagName === 'time');
  return { place: textOf(findIn(line, (part) => hasClass(part, 'place'))), date: time && attr(time, 'datetime') };
}

function embargoIn(page: Page): Fields['embargo'] {
  const line = findIn(page, (element) => hasClass(element, 'embargo'));
  const time = line && findIn(line, ({ tagName }) => tagName === 'time');
  const instant = time && attr(time, 'datetime');
  return line && instant ? { instant, zone: textOf(findIn(line, (part) => hasClass(part, 'zone'))) } : null;
}

function correctionsIn(footer: Element): Fields['corrections'] {
  const list = findIn(footer, (part) => hasClass(part, 'corrections'));
  if (list === null) return [];
  return allIn(list, ({ tagName }) => tagName === 'li').map((item) => {
    const time = findIn(item, ({ tagName }) => tagName === 'time');
    return { at: (time && attr(time, 'datetime')) ?? '', text: textOf(findIn(item, (part) => hasClass(part, 'text'))) };
  });
}

function neighboursOf(footer: Element | null, { leftOut, linkBase }: PageReading): Imported['neighbours'] {
  const piece = (side: 'previous' | 'next'): Imported['neighbours']['next'] => {
    const item = footer && findIn(footer, (element) => element.tagName === 'li' && hasClass(element, side));
    if (!item) return null;
    const title = textOf(findIn(item, (part) => hasClass(part, 'title')));
    const link = findIn(item, ({ tagName }) => tagName === 'a');
    const raw = link === null ? null : attr(link, 'href');
    const url = raw === null ? null : readHref(raw, linkBase);
    if (link !== null && raw !== null && url === null)
      leftOut.push({
        line: lineOf(link),
        text: raw,
        why: `the address of the ${side} piece: a file beside this page, which the library cannot open`,
      });
    const found = { title: title === '' ? (url ?? '') : title, url };
    return v.is(outsidePiece, found) ? found : null;
  };
  const name = textOf(footer && findIn(footer, (part) => hasClass(part, 'name')));
  return { seriesName: name === '' ? null : name, previous: piece('previous'), next: piece('next') };
}

const textOf = (element: Element | null): string => (element === null ? '' : rawText(element));
