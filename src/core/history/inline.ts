import type { DocJson, InlineJson, MarkJson } from '../document/json';
import { documentSchema } from '../document/schema';

/** Any child of a document or block, as stored: what a comparison looks at, whatever blocks are added to Stet. */
export interface AnyBlock {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AnyBlock[];
  readonly text?: string;
  readonly marks?: readonly MarkJson[];
}

/** A document's children, kicker, headline and standfirst first. */
export const childrenOf = (doc: DocJson): readonly AnyBlock[] => doc.content as unknown as readonly AnyBlock[];

/** The blocks in a block; null for one that holds text or nothing. */
export function blocksOf(block: AnyBlock): readonly AnyBlock[] | null {
  const type = documentSchema().nodes[block.type];
  return type && !type.isLeaf && !type.inlineContent ? (block.content ?? []) : null;
}

/** The words of a block that holds text itself; null for one that holds blocks or nothing. */
export function inlineOf(block: AnyBlock): readonly InlineJson[] | null {
  return documentSchema().nodes[block.type]?.inlineContent ? ((block.content ?? []) as unknown as readonly InlineJson[]) : null;
}

/** Everything that is read in a block, a line a textblock. */
export function textOf(block: AnyBlock): string {
  if (block.text !== undefined) return block.text;
  const inline = inlineOf(block) !== null;
  return (block.content ?? []).map(textOf).join(inline ? '' : '\n') || (block.type === 'hardBreak' ? '\n' : '');
}

const keys = new WeakMap<AnyBlock, string>();

/** Equal for blocks with the same content, and only for those. */
export function keyOf(block: AnyBlock): string {
  let key = keys.get(block);
  if (key === undefined) keys.set(block, (key = JSON.stringify(block)));
  return key;
}
