import { Fragment, Slice, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model';
import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { BlockAttributes } from '../../core/document/attributes';
import { crossesParts, deleteAcrossParts, isPlainPart, partAt, PARTS } from './parts';
import { filledLines, oneLine } from './plainText';

/** Where something is to go: the text between is replaced. */
export interface Range {
  from: number;
  to: number;
}

/** Plain text as paragraphs, a line each. */
export const paragraphs = (schema: Schema, text: string): Node[] =>
  filledLines(text).map((line) => schema.node('paragraph', null, schema.text(line)));

/** The title or caption of a block that holds others. */
function namesOf({ attrs }: Node): string[] {
  const { title, caption } = attrs as { title?: string; caption?: string };
  return [title, caption].filter((name): name is string => Boolean(name));
}

/** What a node says, a line for each of its textblocks; for the parts of the text that take no blocks. */
function linesIn(node: Node): string[] {
  if (node.isTextblock) return [node.textBetween(0, node.content.size, undefined, '\n')];
  if (node.type.name === 'related') {
    const { label, title } = node.attrs as BlockAttributes['related'];
    return [[label, title].filter(Boolean).join(': ')];
  }
  if (node.type.name === 'embed') {
    const { title, url, provider, description } = node.attrs as BlockAttributes['embed'];
    return [title || (url ?? ''), description, provider].filter(Boolean);
  }
  if (node.type.name === 'figure') {
    const { caption, credit } = node.attrs as BlockAttributes['figure'];
    return [caption, credit].filter(Boolean);
  }
  const lines = namesOf(node);
  node.forEach((child) => void lines.push(...linesIn(child)));
  return lines;
}

/**
 * Puts a slice into the text so that every word of it arrives: blocks in the body, a single line in the head, plain
 * text in code. The selection ends behind it.
 */
export function place(tr: Transaction, range: Range, slice: Slice): Transaction {
  tr.setSelection(TextSelection.between(tr.doc.resolve(range.from), tr.doc.resolve(range.to)));
  if (crossesParts(tr.selection)) deleteAcrossParts(tr);
  const { $from, $to } = tr.selection;
  const part = partAt($from);
  const lines = () => childrenOf(slice.content).flatMap(linesIn);
  if (isPlainPart(part)) return placeText(tr, oneLine(lines().join('\n')));
  if (part === 'standfirst') return placeInline(tr, slice);
  if ($from.parent.type.spec.code && $from.sameParent($to)) return placeText(tr, lines().join('\n'));
  return placeBlocks(tr, withoutParts(slice));
}

/** Blocks that came from outside: their first and last paragraph join the text that they are put into. */
export function openSlice(blocks: readonly Node[]): Slice {
  const open = (node: Node | undefined) => (node?.type.name === 'paragraph' ? 1 : 0);
  return new Slice(Fragment.from([...blocks]), open(blocks[0]), open(blocks.at(-1)));
}

function placeText(tr: Transaction, text: string): Transaction {
  return text === '' ? tr.deleteSelection() : tr.insertText(text);
}

function placeInline(tr: Transaction, slice: Slice): Transaction {
  const { schema } = tr.doc.type;
  const inline: Node[] = [];
  const add = (nodes: readonly Node[]): void => void inline.push(...(inline.length > 0 ? [schema.text(' ')] : []), ...nodes);
  const gather = (node: Node): void => {
    if (!node.isTextblock && !node.isAtom) {
      for (const name of namesOf(node)) add([schema.text(name)]);
      return void node.forEach(gather);
    }
    if (node.isTextblock && !node.type.spec.code) add(node.children);
    else {
      const text = oneLine(linesIn(node).join('\n'));
      if (text !== '') add([schema.text(text)]);
    }
  };
  slice.content.forEach(gather);
  return tr.replaceSelection(new Slice(Fragment.from(inline), 0, 0));
}

function placeBlocks(tr: Transaction, slice: Slice): Transaction {
  const { from, to, $from } = tr.selection;
  const before = tr.doc;
  const wanted = weight(before.content) - weight(before.slice(from, to).content) + weight(slice.content);
  const steps = tr.steps.length;
  const holds = heldAround($from);
  // Anything else would tear a quotation from the one who said it, a box or a table into two.
  if (holds && childrenOf(slice.content).some(({ type }) => !holds.has(type.name))) {
    if (from < to) tr.deleteSelection();
    return insertBehind(tr, $from.pos, slice);
  }
  const single = slice.content.childCount === 1 && slice.openStart > 0 && slice.openEnd > 0;
  if (single) tr.replace(from, to, slice);
  else tr.replaceRange(from, to, slice);
  if (weight(tr.doc.content) !== wanted) {
    // ProseMirror leaves out what it cannot fit in. The whole of it then stands after the block.
    for (let i = tr.steps.length - 1; i >= steps; i--) {
      const step = tr.steps[i];
      const doc = tr.docs[i];
      if (step && doc) tr.step(step.invert(doc));
    }
    return insertBehind(tr.deleteRange(from, to), tr.mapping.slice(steps).map(from, -1), slice);
  }
  const end = tr.mapping.slice(steps).map(to, 1);
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(end, tr.doc.content.size)), -1));
}

const heldIn: Readonly<Record<string, ReadonlySet<string>>> = {
  quote: new Set(['paragraph']),
  tableCell: new Set(['paragraph']),
  pullQuote: new Set(['paragraph']),
  factBox: new Set(['paragraph', 'bulletList', 'orderedList']),
};

/** What may stand in the block around a position that is more than the sum of its paragraphs; null where anything may. */
function heldAround($pos: ResolvedPos): ReadonlySet<string> | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const held = heldIn[$pos.node(depth).type.name];
    if (held) return held;
  }
  return null;
}

/** After the top-level block that a position stands in. */
function insertBehind(tr: Transaction, pos: number, slice: Slice): Transaction {
  const $pos = tr.doc.resolve(pos);
  const at = $pos.depth === 0 ? pos : $pos.after(1);
  const content = closed(slice);
  tr.insert(at, content);
  return tr.setSelection(Selection.near(tr.doc.resolve(at + content.size), -1));
}

// Blocks that were cut open are whole again when they stand by themselves.
function closed(slice: Slice): Fragment {
  return Fragment.from(childrenOf(slice.content).map((node) => node.type.createAndFill(node.attrs, node.content) ?? node));
}

const childrenOf = (fragment: Fragment): Node[] => {
  const children: Node[] = [];
  fragment.forEach((child) => void children.push(child));
  return children;
};

/** Text and atoms: what must not be less afterwards. */
function weight(fragment: Fragment): number {
  let sum = 0;
  fragment.descendants((node) => {
    if (node.isText) sum += node.nodeSize;
    else if (['related', 'embed', 'figure'].includes(node.type.name)) sum += 1;
  });
  return sum;
}

/** Kicker, headline and standfirst copied into a body become a crosshead and paragraphs. */
function withoutParts(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice;
  const children = childrenOf(content);
  const isPart = (node: Node) => partNumber(node) !== null;
  if (!children.some(isPart)) return slice;
  const changed = children
    .map((node) => {
      if (!isPart(node)) return node;
      const { schema } = node.type;
      return node.type.name === 'headline' && children.length > 1
        ? schema.node('heading', { level: 2 }, node.content)
        : schema.node('paragraph', null, node.content);
    })
    .filter((node, i) => node.content.size > 0 || !isPart(children[i] ?? node));
  const [first] = changed;
  const last = changed.at(-1);
  if (!first || !last) return Slice.empty;
  return new Slice(Fragment.from(changed), Math.min(openStart, depthAt(first, 'start')), Math.min(openEnd, depthAt(last, 'end')));
}

function depthAt(node: Node, edge: 'start' | 'end'): number {
  let depth = 0;
  for (let at: Node | null = node; at && !at.isLeaf; at = edge === 'start' ? at.firstChild : at.lastChild) depth++;
  return depth;
}

function partNumber(node: Node): number | null {
  const index = ['kicker', 'headline', 'standfirst'].indexOf(node.type.name);
  return index < 0 ? null : index;
}

/** True for an article that nobody has written in: a page pasted into it becomes the whole of it. */
export function isBlank(doc: Node): boolean {
  const body = doc.childCount === PARTS + 1 ? doc.child(PARTS) : null;
  const { byline, section, dateline } = doc.attrs as { byline: unknown[]; section: unknown[]; dateline: unknown };
  return (
    body?.type.name === 'paragraph' &&
    doc.textContent === '' &&
    body.content.size === 0 &&
    byline.length === 0 &&
    section.length === 0 &&
    dateline === null
  );
}
