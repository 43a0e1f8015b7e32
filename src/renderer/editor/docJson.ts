import type { Node } from '@tiptap/pm/model';
import type { BlockJson, DocJson } from '../../core/document/json';

// Blocks that did not change are the same objects, here and in what is derived from their JSON.
const known = new WeakMap<Node, BlockJson>();

/** A block of a document as plain JSON: the same object each time. */
export function blockJson(block: Node): BlockJson {
  let json = known.get(block);
  if (!json) known.set(block, (json = block.toJSON() as BlockJson));
  return json;
}

/** A document as plain JSON. Costs only the blocks not seen before, and gives the same object for the same block. */
export function docJson(doc: Node): DocJson {
  const content: BlockJson[] = [];
  doc.forEach((child) => void content.push(blockJson(child)));
  return { type: 'doc', attrs: doc.attrs, content } as unknown as DocJson;
}

const starts = new WeakMap<Node, readonly number[]>();

/** Where each block of a document begins. Made once for a document: do not ask at every key. */
export function blockStarts(doc: Node): readonly number[] {
  let made = starts.get(doc);
  if (!made) {
    const found: number[] = [];
    doc.forEach((_, pos) => void found.push(pos));
    starts.set(doc, (made = found));
  }
  return made;
}

/** The position in a document of an offset in the block at `path` (child indices). */
export function positionIn(doc: Node, path: readonly number[], offset: number): number {
  let node = doc;
  let pos = 0;
  for (const [depth, index] of path.entries()) {
    if (depth === 0) pos = blockStarts(doc)[index] ?? 0;
    else for (let before = 0; before < index; before++) pos += node.child(before).nodeSize;
    pos += 1;
    node = node.child(index);
  }
  return pos + offset;
}
