import * as v from 'valibot';
import { blockAttributes } from '../../document/attributes';
import type { BlockJson, BlockOf } from '../../document/json';
import type { RawBlock } from '../page/draft';
import type { BlockReader } from './blockReader';
import { paragraphsIn } from './paragraphsIn';
import type { TextStyle } from './style';
import { attr, isElement, type Element, type Node } from './tree';

/** Lists inside lists up to here; deeper ones become items of the last. The gate allows a little more. */
export const DEEPEST_LIST = 20;

/** A list; what stands in it outside an item becomes an item, or goes to the one before (lists directly in lists). */
export function readList(element: Element, style: TextStyle, reader: BlockReader): void {
  reader.flush(style);
  const items: BlockOf<'listItem'>[] = [];
  for (const node of element.childNodes) {
    const content = itemContent(node, style, reader);
    const [first] = content;
    const last = items.at(-1);
    if (!first) continue;
    if (!(isElement(node) && node.tagName === 'li') && first.type !== 'paragraph' && last)
      last.content = [...(last.content ?? []), ...content];
    else items.push({ type: 'listItem', content: first.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] });
  }
  if (items.length === 0) return;
  if (reader.listDepth >= DEEPEST_LIST) {
    for (const paragraph of items.flatMap((item) => paragraphsIn(item))) reader.emit(paragraph, element, style);
    return;
  }
  const given = Number.parseInt(attr(element, 'start') ?? '1', 10);
  const start = v.is(blockAttributes.orderedList.start.schema, given) ? given : 1;
  reader.emit(
    element.tagName === 'ol' ? { type: 'orderedList', attrs: { start }, content: items } : { type: 'bulletList', content: items },
    element,
    style,
  );
}

/** An item without a list: a paragraph. */
export function readLooseItem(element: Element, style: TextStyle, reader: BlockReader): void {
  reader.readBlock(element, style);
}

function itemContent(node: Node, style: TextStyle, reader: BlockReader): NonNullable<BlockOf<'listItem'>['content']> {
  const inner = reader.inside(reader.listDepth + 1);
  inner.read(node, style);
  inner.flush(style);
  return inner.blocks.flatMap((raw) => asItemContent(raw));
}

function asItemContent({ block }: RawBlock): NonNullable<BlockOf<'listItem'>['content']> {
  const isList = (candidate: BlockJson): candidate is BlockOf<'bulletList' | 'orderedList'> =>
    candidate.type === 'bulletList' || candidate.type === 'orderedList';
  return isList(block) ? [block] : paragraphsIn(block);
}
