import type { BlockJson, BlockOf, InlineJson } from '../../document/json';
import type { BlockReader } from './blockReader';
import { declarationsOf, type TextStyle } from './style';
import { allIn, rawText, type Element, type Node } from './tree';

/** One paragraph that Word draws as an item of a list. */
interface WordItem {
  /** From 1. */
  level: number;
  ordered: boolean;
  content: InlineJson[];
}

const LEVEL = /\blevel([1-9])\b/u;

/** True for a paragraph of Word's that belongs to a list: it says so in its style, and draws the bullet as words. */
export function isWordItem(element: Element): boolean {
  return LEVEL.test(declarationsOf(element).get('mso-list') ?? '');
}

/** Word's list paragraphs as lists. Called for each in turn; those in a row make one list. */
export function readWordItems(element: Element, style: TextStyle, reader: BlockReader): void {
  if (previousOf(element) !== null) return; // read together with the first of the row
  const items: WordItem[] = [];
  for (let at: Element | null = element; at !== null; at = nextOf(at)) {
    const item = itemOf(at, style, reader);
    if (item.content.length > 0) items.push(item);
  }
  for (const list of listsOf(items, 1)) reader.emit(list, element, style);
}

function itemOf(element: Element, style: TextStyle, reader: BlockReader): WordItem {
  const level = Number(LEVEL.exec(declarationsOf(element).get('mso-list') ?? '')?.[1] ?? 1);
  const drawn = new Set<Node>(allIn(element, (part) => (declarationsOf(part).get('mso-list') ?? '').startsWith('ignore')));
  const marker = [...drawn]
    .map((part) => ('childNodes' in part ? rawText(part) : ''))
    .join('')
    .trim();
  const inner = reader.insideWithout(drawn);
  inner.readBlock(element, style);
  const content = inner.blocks.flatMap(({ block }, index): InlineJson[] =>
    block.type === 'paragraph' ? [...(index > 0 ? [{ type: 'hardBreak' as const }] : []), ...(block.content ?? [])] : [],
  );
  return { level, ordered: /^\(?(?:\d+|[a-z]{1,4})[.)]/iu.test(marker), content };
}

function listsOf(items: readonly WordItem[], level: number): BlockOf<'bulletList' | 'orderedList'>[] {
  const lists: BlockOf<'bulletList' | 'orderedList'>[] = [];
  for (let at = 0; at < items.length;) {
    const first = items[at] as WordItem;
    const item: BlockOf<'listItem'> = {
      type: 'listItem',
      content: [{ type: 'paragraph', content: first.level > level ? [] : first.content }],
    };
    let end = first.level > level ? at : at + 1;
    while (end < items.length && (items[end] as WordItem).level > level) end++;
    item.content?.push(...listsOf(items.slice(first.level > level ? at : at + 1, end), level + 1));
    const last = lists.at(-1);
    const type: BlockJson['type'] = first.ordered ? 'orderedList' : 'bulletList';
    if (last?.type === type) last.content?.push(item);
    else
      lists.push(
        first.ordered ? { type: 'orderedList', attrs: { start: 1 }, content: [item] } : { type: 'bulletList', content: [item] },
      );
    at = end;
  }
  return lists;
}

function beside(element: Element, step: 1 | -1): Element | null {
  const siblings = element.parentNode?.childNodes ?? [];
  for (let at = siblings.indexOf(element) + step; at >= 0 && at < siblings.length; at += step) {
    const node = siblings[at] as Node;
    if ('tagName' in node) return isWordItem(node) ? node : null;
    if (node.nodeName === '#text' && 'value' in node && node.value.trim() !== '') return null;
  }
  return null;
}
const nextOf = (element: Element): Element | null => beside(element, 1);
const previousOf = (element: Element): Element | null => beside(element, -1);
