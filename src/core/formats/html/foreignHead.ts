import * as v from 'valibot';
import { fieldSpecs, type Fields } from '../../article/fields';
import { isSafeUrl } from '../../article/url';
import { outsidePiece } from '../../series/series';
import type { Imported, LeftOut } from '../format';
import type { KnownHead } from '../page/draft';
import { labelAt } from '../page/label';
import { siteLabels } from '../page/labels/labels';
import { BESIDE, readHref } from './href';
import { linkedData, type LinkedData } from './linkedData';
import { canonicalOf, instantIn, languageOf, metas } from './metadata';
import { allIn, attr, findIn, lineOf, oneLine, visibleText, type Element, type Node, type Page } from './tree';

const home = new Set(siteLabels.flatMap((labels) => labels.home.map((word) => word.toLowerCase())));
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What a page of another site says for certain about its article. `taken` are the elements that said it. */
export interface ForeignHead {
  known: KnownHead;
  taken: Set<Node>;
  leftOut: LeftOut[];
}

/** Reads the head of a foreign page: headline, section, authors, dates, address, language, neighbours. What it does not say stays unknown. */
export function readForeignHead(page: Page, root: Element, beside = false): ForeignHead {
  const data = linkedData(page);
  const taken = new Set<Node>();
  const leftOut: LeftOut[] = [];
  const canonical = canonicalOf(page);
  const title = [oneLine(metas(page, 'og:title')[0] ?? ''), data.headline ?? ''].find((text) => text !== '');
  const shown = headlineElement(page, root, title);
  const headline = shown ? visibleText(shown) : title;
  if (shown) taken.add(shown);
  const section = sectionOf(page, data, headline ?? '', taken, leftOut);
  const byline = peopleOf(page, data);
  const language = languageOf(page);
  const publishedAt = instantIn([...metas(page, 'article:published_time'), data.published, itemTime(page, 'datePublished')]);
  const updatedAt = instantIn([...metas(page, 'article:modified_time'), data.updated, itemTime(page, 'dateModified')]);
  const tags = metas(page, 'article:tag').map(oneLine);
  const known: KnownHead = {
    ...(headline === undefined || headline === '' ? {} : { headline }),
    ...(section.length > 0 ? { section } : {}),
    ...(byline.length > 0 ? { byline } : {}),
    ...(language === null ? {} : { language }),
    ...(publishedAt === null ? {} : { publishedAt }),
    ...(updatedAt === null ? {} : { updatedAt }),
    ...(tags.length > 0 && v.is(fieldSpecs.tags, tags) ? { tags } : {}),
    ...(canonical === null ? {} : { canonicalUrl: canonical }),
    neighbours: neighboursOf(page, canonical ?? (beside ? BESIDE : null), taken),
  };
  return { known, taken, leftOut };
}

/** The level 1 heading that is the headline: the one that the page also names in its head, else the first in the article. */
function headlineElement(page: Page, root: Element, title: string | undefined): Element | null {
  const site = oneLine(metas(page, 'og:site_name')[0] ?? '');
  const headings = allIn(page, ({ tagName }) => tagName === 'h1').filter(
    (heading) => visibleText(heading) !== '' && !same(visibleText(heading), site),
  );
  const inRoot = new Set(allIn(root, ({ tagName }) => tagName === 'h1'));
  return (
    headings.find((heading) => title !== undefined && same(visibleText(heading), title)) ??
    headings.find((heading) => inRoot.has(heading)) ??
    headings[0] ??
    null
  );
}

function sectionOf(page: Page, data: LinkedData, headline: string, taken: Set<Node>, leftOut: LeftOut[]): string[] {
  const trail = findIn(page, isBreadcrumb);
  const shown = trail === null ? [] : stepsIn(trail);
  const steps = shown.length > 0 ? shown : data.breadcrumb;
  const path: string[] = [];
  for (const [index, step] of steps.entries()) {
    const why =
      index === 0 && home.has(step.toLowerCase())
        ? 'start of a breadcrumb'
        : index === steps.length - 1 && same(step, headline)
          ? 'headline repeated'
          : null;
    if (why === null) path.push(step);
    else if (trail !== null && shown.length > 0) leftOut.push({ line: lineOf(trail), text: step, why });
  }
  if (trail !== null && shown.length > 0 && v.is(fieldSpecs.section, path)) taken.add(trail);
  const named = [path, data.section, metas(page, 'article:section').map(oneLine)].find(
    (names) => names.length > 0 && v.is(fieldSpecs.section, names),
  );
  return named ?? [];
}

function isBreadcrumb(element: Element): boolean {
  if (!/^(?:nav|ol|ul|div)$/u.test(element.tagName)) return false;
  const names = [attr(element, 'aria-label'), attr(element, 'class'), attr(element, 'id'), attr(element, 'itemtype')]
    .filter((name) => name !== null)
    .join(' ');
  return /breadcrumb/iu.test(names) && visibleText(element).length < 500;
}

function stepsIn(trail: Element): string[] {
  const items = allIn(trail, ({ tagName }) => tagName === 'li');
  const parts = items.length > 0 ? items : allIn(trail, ({ tagName }) => tagName === 'a');
  return parts.map((part) => visibleText(part).replace(/^[\s>»›▸|/•·]+|[\s>»›▸|/•·]+$/gu, '')).filter((step) => step !== '');
}

function peopleOf(page: Page, data: LinkedData): Fields['byline'] {
  const byMeta = metas(page, 'author').concat(metas(page, 'article:author')).map(oneLine);
  const byLink = allIn(
    page,
    (element) => element.tagName === 'a' && (attr(element, 'rel') ?? '').split(/\s+/u).includes('author'),
  ).map(visibleText);
  const names =
    [byMeta, byLink]
      .map((found) => [...new Set(found.filter((name) => name !== '' && !/^https?:|^@/u.test(name)))])
      .find((found) => found.length > 0) ?? [];
  const people =
    data.people.length > 0
      ? data.people.map(({ name, role, url }) => ({ name, role, url: url !== null && isSafeUrl(url) ? url : null }))
      : names.map((name) => ({ name, role: null, url: null }));
  return v.is(fieldSpecs.byline, people) ? people : [];
}

function itemTime(page: Page, name: string): string | null {
  const element = findIn(page, (candidate) => (attr(candidate, 'itemprop') ?? '').split(/\s+/u).includes(name));
  return element && (attr(element, 'datetime') ?? attr(element, 'content'));
}

/** The visible links to the pieces before and after. */
function neighboursOf(page: Page, base: string | null, taken: Set<Node>): Imported['neighbours'] {
  const piece = (side: 'previous' | 'next', rels: readonly string[]): Imported['neighbours']['next'] => {
    const link = findIn(
      page,
      (element) =>
        element.tagName === 'a' &&
        (attr(element, 'rel') ?? '')
          .toLowerCase()
          .split(/\s+/u)
          .some((rel) => rels.includes(rel)),
    );
    if (link === null) return null;
    const labels = siteLabels.flatMap((words) => [...words[side].strong, ...words[side].weak]);
    const label = labelAt(visibleText(link), labels);
    const title = (label && label.rest !== '' ? label.rest : visibleText(link)).replace(/^[\s«»‹›←→]+|[\s«»‹›←→]+$/gu, '');
    const found = { title, url: readHref(attr(link, 'href') ?? '', base) };
    if (!v.is(outsidePiece, found) || (label !== null && label.rest === '')) return null;
    taken.add(link);
    return found;
  };
  return { seriesName: null, previous: piece('previous', ['prev', 'previous']), next: piece('next', ['next']) };
}
