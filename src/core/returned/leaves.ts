import type { InlineJson } from '../document/json';
import { blocksOf, inlineOf, type AnyBlock } from '../history/inline';

/** A block that holds words itself, and where it stands in the block around it. */
export interface Leaf {
  path: readonly number[];
  block: AnyBlock;
  content: readonly InlineJson[];
}

/** The textblocks in a block, itself included, in order. */
export function leavesOf(block: AnyBlock, path: readonly number[] = []): Leaf[] {
  const content = inlineOf(block);
  if (content) return [{ path, block, content }];
  return (blocksOf(block) ?? []).flatMap((child, at) => leavesOf(child, [...path, at]));
}

/** What a block is made of, without words and attributes: equal for blocks that can be compared leaf by leaf. */
export function shapeOf(block: AnyBlock): string {
  const inside = blocksOf(block);
  return inside ? `${block.type}(${inside.map(shapeOf).join()})` : block.type;
}

/** Every block in a block, itself first, with its path. */
export function nodesOf(block: AnyBlock, path: readonly number[] = []): { path: readonly number[]; node: AnyBlock }[] {
  return [{ path, node: block }, ...(blocksOf(block) ?? []).flatMap((child, at) => nodesOf(child, [...path, at]))];
}

/** A block with other words in its textblocks, which `words` gives in their order, and other attributes. */
export function rewritten(
  block: AnyBlock,
  words: (leaf: Leaf, index: number) => readonly InlineJson[],
  attrs: (node: AnyBlock, path: readonly number[]) => AnyBlock['attrs'] = (node) => node.attrs,
): AnyBlock {
  let index = 0;
  const visit = (node: AnyBlock, path: readonly number[]): AnyBlock => {
    const { content: _content, ...bare } = node;
    const given = attrs(node, path);
    const shell = { ...bare, ...(given ? { attrs: given } : {}) };
    const own = inlineOf(node);
    if (own) {
      const content = words({ path, block: node, content: own }, index++);
      return content.length > 0 ? { ...shell, content: content as unknown as readonly AnyBlock[] } : shell;
    }
    const inside = blocksOf(node);
    return inside ? { ...shell, content: inside.map((child, at) => visit(child, [...path, at])) } : shell;
  };
  return visit(block, []);
}

/** Words with the same marks as one text. */
export function joined(content: readonly InlineJson[]): InlineJson[] {
  const out: InlineJson[] = [];
  for (const node of content) {
    const last = out.at(-1);
    if (node.type === 'text' && node.text === '') continue;
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? []))
      out[out.length - 1] = { ...last, text: last.text + node.text };
    else out.push(node);
  }
  return out;
}
