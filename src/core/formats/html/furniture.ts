import { attr, findIn, textSize, visibleText, type Element } from './tree';
import { markedAs } from './marked';
import { isHidden } from './style';

const byElement: Readonly<Record<string, string>> = {
  nav: 'navigation of the site',
  footer: 'foot of the page',
  form: 'a form',
  button: 'a button',
  select: 'a control',
  textarea: 'a control',
  label: 'a control',
  dialog: 'a dialog',
};
const byRole: Readonly<Record<string, string>> = {
  navigation: 'navigation of the site',
  search: 'a search box',
  banner: 'head of the site',
  contentinfo: 'foot of the page',
  dialog: 'a dialog',
  alertdialog: 'a dialog',
  menu: 'a menu',
  toolbar: 'a toolbar',
};
// Whole words of a class or id, divided as sites divide them (share-bar, shareBar, share_bar).
const byName: readonly (readonly [RegExp, string])[] = [
  [/^(?:share|sharing|sharedaddy|social|socials|addtoany)$/u, 'buttons for sharing'],
  [/^(?:comments|disqus|respond)$/u, 'comments of readers'],
  [/^(?:advert|adverts|advertisement|advertising|ads|ad|sponsored|promo|outbrain|taboola)$/u, 'advertising'],
  [/^(?:newsletter|subscribe|signup|paywall)$/u, 'an offer to subscribe'],
  [/^(?:cookie|cookies|consent)$/u, 'a notice about cookies'],
  [/^(?:breadcrumb|breadcrumbs)$/u, 'breadcrumb of the page'],
];
const UNSEEN_CLASS = /(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|u-hidden)(?:\s|$)/iu;
/** A part that holds more than this share of the article's words is the article, whatever its name. */
const MOST = 0.3;

/** Says for each element inside `root` why it is not part of the article, or null. What holds the headline or many of the words always is. */
export function furnitureOf(root: Element, part: 'page' | 'fragment'): (element: Element) => string | null {
  const total = textSize(root);
  const sizes = new WeakMap<Element, boolean>();
  const isMuch = (element: Element): boolean => {
    let much = sizes.get(element);
    if (much === undefined) {
      much = textSize(element) > total * MOST || findIn(element, ({ tagName }) => tagName === 'h1') !== null;
      sizes.set(element, much);
    }
    return much;
  };
  return (element) => {
    if (isHidden(element)) return 'hidden on the page';
    if (UNSEEN_CLASS.test(attr(element, 'class') ?? '')) return 'words that only a screen reader says';
    if (/^(?:button|select|textarea)$/u.test(element.tagName)) return byElement[element.tagName] ?? null;
    const why = part === 'page' ? named(element) : null;
    return why === null || isInQuote(element) || isMuch(element) ? null : why;
  };
}

function named(element: Element): string | null {
  if (Object.hasOwn(byElement, element.tagName)) return byElement[element.tagName] ?? null;
  const role = attr(element, 'role');
  if (role !== null && Object.hasOwn(byRole, role)) return byRole[role] ?? null;
  if (!/^(?:div|section|aside|ul|ol|p|span)$/u.test(element.tagName)) return null;
  const words = `${attr(element, 'class') ?? ''} ${attr(element, 'id') ?? ''}`
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/u);
  const found = byName.find(([pattern]) => words.some((word) => pattern.test(word)));
  if (found) return found[1];
  return element.tagName === 'aside' && !isPointer(element) && markedAs(element) === null ? 'beside the article' : null;
}

/** A few words and one link: a "read also". */
const isPointer = (element: Element): boolean =>
  visibleText(element).length < 300 && findIn(element, ({ tagName }) => tagName === 'a') !== null;

/** The footer of a quotation is its attribution. */
function isInQuote(element: Element): boolean {
  for (let parent = element.parentNode; parent && 'tagName' in parent; parent = parent.parentNode) {
    if (parent.tagName === 'blockquote' || parent.tagName === 'figure') return true;
    if (/^(?:article|main|body)$/u.test(parent.tagName)) return false;
  }
  return false;
}
