import type { LeftOut } from '../format';
import { allIn, attr, findIn, isElement, lineOf, textSize, visibleText, type Element, type Node, type Page } from './tree';

/** A container that holds at least this share of the page's running text is where the article is. */
const SHARE = 0.9;
const CONTAINER = /^(?:div|section|main|article|center|td|table|tbody|tr|form|span)$/u;
const FURNITURE = /^(?:nav|footer|aside|form)$/u;

/** The element that holds the article: `article`, `main`, the declared body, else the innermost container of nearly all paragraphs. */
export function articleRoot(page: Page): Element | null {
  const body = findIn(page, ({ tagName }) => tagName === 'body');
  if (body === null) return null;
  const candidates = [
    allIn(body, ({ tagName }) => tagName === 'article'),
    allIn(body, (element) => element.tagName === 'main' || attr(element, 'role') === 'main'),
    allIn(body, (element) => (attr(element, 'itemprop') ?? '').split(/\s+/u).includes('articleBody')),
  ];
  const most = runningText(body);
  for (const group of candidates) {
    const [best] = group.map((element) => ({ element, size: runningText(element) })).sort((a, b) => b.size - a.size);
    // Teasers are articles too: the one that is read holds much of the page.
    if (best && best.size > 0 && best.size >= most * 0.5) return best.element;
  }
  let root = body;
  for (let next: Element | undefined = root; next;) {
    root = next;
    const size = runningText(root);
    next = root.childNodes.find(
      (node): node is Element => isElement(node) && CONTAINER.test(node.tagName) && size > 0 && runningText(node) >= size * SHARE,
    );
  }
  return runningText(root) > 0 ? root : body;
}

/** Characters in paragraphs below an element, without those of navigation and the like. */
function runningText(root: Element): number {
  let size = 0;
  const stack: Node[] = [...root.childNodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node) || FURNITURE.test(node.tagName)) continue;
    if (node.tagName === 'p') size += textSize(node);
    else for (const child of node.childNodes) stack.push(child);
  }
  return size;
}

/** What stands outside `root`, in the largest parts that do not contain it: told to the writer. */
export function outside(page: Page, root: Element, taken: ReadonlySet<Node>): LeftOut[] {
  const path = new Set<Node>();
  for (let node: Element['parentNode'] | Element = root; node && 'tagName' in node; node = node.parentNode) path.add(node);
  const body = findIn(page, ({ tagName }) => tagName === 'body');
  const found: LeftOut[] = [];
  const visit = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (node === root || taken.has(node)) continue;
      if (path.has(node)) visit(node as Element);
      else if (isElement(node)) report(node);
      else if (node.nodeName === '#text' && 'value' in node && node.value.trim() !== '')
        found.push({ line: node.sourceCodeLocation?.startLine ?? null, text: node.value.trim(), why: 'outside the article' });
    }
  };
  const report = (element: Element): void => {
    const text = /^(?:script|style|template|noscript)$/u.test(element.tagName)
      ? ''
      : visibleText({ ...element, childNodes: element.childNodes.filter((node) => !taken.has(node)) });
    if (text !== '') found.push({ line: lineOf(element), text, why: outsideNames[element.tagName] ?? 'outside the article' });
  };
  if (body !== null && body !== root) visit(body);
  return found;
}

const outsideNames: Readonly<Record<string, string>> = {
  nav: 'navigation of the site',
  header: 'head of the site',
  footer: 'foot of the page',
  aside: 'beside the article',
  form: 'a form',
};
