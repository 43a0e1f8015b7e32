import type { Node } from '@tiptap/pm/model';
import type { TextRange, VerbatimText } from '../../core/quotes/verbatim';
import { BLOT, readableText } from '../../core/repair/readable';

/** One textblock. An offset in its texts plus `start` is a position of the document. */
export interface Textblock {
  /** Where its content begins. */
  readonly start: number;
  readonly node: Node;
  /** Each leaf that is no text counts as one character, as in the document: a break as a line feed. */
  readonly text: string;
  /** The paragraph before it in the same list, quotation or body runs on into it. */
  readonly continues: boolean;
  readonly inQuotation: boolean;
}

const known = new WeakMap<Node, readonly Textblock[]>();
const SPOKEN = new Set(['quote', 'pullQuote']);

/** The textblocks of one child of a document, positions counted from its beginning. Reads a child that did not change only once. */
export function textblocksOf(child: Node): readonly Textblock[] {
  let found = known.get(child);
  if (!found) known.set(child, (found = [...walk(child, 0, false, false)]));
  return found;
}

function* walk(node: Node, pos: number, continues: boolean, inQuotation: boolean): Iterable<Textblock> {
  if (node.isTextblock) {
    const text = node.textBetween(0, node.content.size, null, (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : BLOT));
    yield { start: pos + 1, node, text, continues, inQuotation };
    return;
  }
  const spoken = inQuotation || SPOKEN.has(node.type.name);
  let previous: string | null = null;
  let at = pos + 1;
  for (const child of node.children) {
    yield* walk(child, at, previous === 'paragraph' && child.type.name === 'paragraph', spoken);
    previous = child.type.name;
    at += child.nodeSize;
  }
}

/** The textblocks of a document, in order. */
export function textblocksIn(doc: Node): Textblock[] {
  const blocks: Textblock[] = [];
  let previous: string | null = null;
  doc.forEach((child, pos) => {
    const continues = previous === 'paragraph' && child.type.name === 'paragraph';
    for (const block of textblocksOf(child))
      blocks.push({ ...block, start: block.start + pos, continues: child.isTextblock ? continues : block.continues });
    previous = child.type.name;
  });
  return blocks;
}

const readable = new WeakMap<Node, string>();

/** What of a textblock may be read as language; code, addresses and leftover web code are blotted out. */
export function readableOf({ node, text }: Textblock): string {
  let found = readable.get(node);
  if (found === undefined) {
    let masked = '';
    if (node.type.spec.code) masked = BLOT.repeat(text.length);
    else
      node.forEach((child, offset) => {
        const words = text.slice(offset, offset + child.nodeSize);
        masked += child.marks.some(({ type }) => type.name === 'code') ? BLOT.repeat(words.length) : words;
      });
    readable.set(node, (found = readableText(masked).readable));
  }
  return found;
}

const NOBODY: readonly TextRange[] = [];

/** Words of a textblock whose speaker the writer has named. */
function spokenOf(node: Node): readonly TextRange[] {
  const speech = node.type.schema.marks['speech'];
  const ranges: TextRange[] = [];
  node.forEach((child, from) => {
    if (speech?.isInSet(child.marks)) ranges.push({ from, to: from + child.nodeSize });
  });
  return ranges.length > 0 ? ranges : NOBODY;
}

/** Textblocks as the core looks for quotations in them. */
export const verbatimTexts = (blocks: readonly Textblock[]): VerbatimText[] =>
  blocks.map((block) => ({
    text: readableOf(block),
    continues: block.continues,
    inQuotation: block.inQuotation,
    spoken: spokenOf(block.node),
  }));
