import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Page = DefaultTreeAdapterTypes.Document;

const HTML = 'http://www.w3.org/1999/xhtml';

/** True for an element; comments, text and doctypes are none. */
export function isElement(node: Node | Parent): node is Element {
  return 'tagName' in node;
}

/** True for an element of HTML itself, not of a drawing or a formula inside it. */
export const isHtml = (element: Element): boolean => String(element.namespaceURI) === HTML;

export const attr = (element: Element, name: string): string | null => element.attrs.find((a) => a.name === name)?.value ?? null;

export const classesOf = (element: Element): string[] =>
  (attr(element, 'class') ?? '').split(/\s+/u).filter((name) => name !== '');

export const hasClass = (element: Element, name: string): boolean => classesOf(element).includes(name);

/** The first element below `root`, in document order, that fits. Contents of `template` are not part of a page and are never visited. */
export function findIn(root: Parent, fits: (element: Element) => boolean): Element | null {
  const stack: Node[] = [];
  push(root, stack);
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (fits(node)) return node;
    push(node, stack);
  }
  return null;
}

/** All elements below `root` that fit, in document order; visits what `findIn` does. */
export function allIn(root: Parent, fits: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  findIn(root, (element) => {
    if (fits(element)) found.push(element);
    return false;
  });
  return found;
}

/** Puts the children of a node on a stack, the first on top. */
function push({ childNodes }: Parent, stack: Node[]): void {
  for (let index = childNodes.length - 1; index >= 0; index--) stack.push(childNodes[index] as Node);
}

/** The characters below `root` exactly as they stand, without those of programs and styles. */
export function rawText(root: Parent): string {
  let text = '';
  const stack: Node[] = [];
  push(root, stack);
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value;
    else if (isElement(node) && !unseen.has(node.tagName)) push(node, stack);
  }
  return text;
}

/** About how many characters a reader sees below `root`; far cheaper than their text. */
export function textSize(root: Parent): number {
  let size = 0;
  const stack: Node[] = [...root.childNodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === '#text') size += (node as DefaultTreeAdapterTypes.TextNode).value.trim().length;
    else if (isElement(node) && !unseen.has(node.tagName)) for (const child of node.childNodes) stack.push(child);
  }
  return size;
}

/** Words of the page that a reader sees below `root`, on one line; parts that stand apart are kept apart. */
export function visibleText(root: Parent): string {
  let text = '';
  const stack: (Node | string)[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') text += node;
    else if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value;
    else if (isElement(node) && !unseen.has(node.tagName)) {
      const apart = !runsOn.has(node.tagName);
      if (apart) text += ' ';
      if (apart) stack.push(' ');
      for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index] as Node);
    }
  }
  return oneLine(text);
}

/** White space of any kind as one space, none at the ends; characters that no field can hold taken out. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/gu, '')
    .trim();
}

export const lineOf = (element: Element): number | null => element.sourceCodeLocation?.startLine ?? null;

/** Elements of which a reader sees nothing. */
export const unseen: ReadonlySet<string> = new Set(
  'head script style template noscript meta link base title xml param source track datalist noframes'.split(' '),
);

/** Elements that stand inside a line. */
const runsOn: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
