import * as v from 'valibot';
import { fieldSpecs } from '../../article/fields';
import { isSafeUrl } from '../../article/url';
import { allIn, attr, findIn, type Element, type Page } from './tree';

const found = new WeakMap<Page, Element[]>();

/** All `meta` elements, looked for once a page: there are many names to ask for. */
function metaElements(page: Page): Element[] {
  let elements = found.get(page);
  if (!elements) found.set(page, (elements = allIn(page, ({ tagName }) => tagName === 'meta')));
  return elements;
}

/** The values of `meta` elements of a name or property, as they stand, in order. */
export function metas(page: Page, name: string): string[] {
  return metaElements(page)
    .filter((element) => [attr(element, 'name'), attr(element, 'property')].some((given) => given?.toLowerCase() === name))
    .map((element) => attr(element, 'content') ?? '')
    .filter((content) => content !== '');
}

/** The language (BCP 47) that the page says it is in; null when it does not, or not in a way that is one. */
export function languageOf(page: Page): string | null {
  const html = findIn(page, ({ tagName }) => tagName === 'html');
  const said = html === null ? null : (attr(html, 'lang') ?? attr(html, 'xml:lang'));
  return v.is(fieldSpecs.language, said) ? said : null;
}

/** Where the page says that it lives. */
export function canonicalOf(page: Page): string | null {
  const link = findIn(
    page,
    (element) => element.tagName === 'link' && (attr(element, 'rel') ?? '').toLowerCase().split(/\s+/u).includes('canonical'),
  );
  return (
    [link === null ? null : attr(link, 'href'), ...metas(page, 'og:url')].find((url) => url !== null && isSafeUrl(url)) ?? null
  );
}

/** More languages than any site has. */
const MOST_ALTERNATES = 100;

/** The pages in other languages that a page names (WHATWG, `link` with `alternate` and `hreflang`), as they stand there. */
export function alternatesOf(page: Page): { language: string; href: string }[] {
  return allIn(page, ({ tagName }) => tagName === 'link')
    .filter((link) => (attr(link, 'rel') ?? '').toLowerCase().split(/\s+/u).includes('alternate'))
    .flatMap((link) => {
      const [language, href] = [(attr(link, 'hreflang') ?? '').trim(), (attr(link, 'href') ?? '').trim()];
      const known = /^x-default$/iu.test(language) || v.is(fieldSpecs.language, language);
      return known && href !== '' && href.length <= 500 ? [{ language, href }] : [];
    })
    .slice(0, MOST_ALTERNATES);
}

/** The first that is an instant with its offset. */
export function instantIn(texts: readonly (string | null | undefined)[]): string | null {
  return texts.find((text): text is string => typeof text === 'string' && v.is(fieldSpecs.publishedAt, text)) ?? null;
}
