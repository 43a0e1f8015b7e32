import { Fragment, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import type { BlockAttributes } from '../../core/document/attributes';
import { intoBlock, ontoWords } from './carriedNotes';
import { PARTS } from './parts';

/** Where the quotation around a position begins; null outside one. */
export function quoteAround($pos: ResolvedPos): { pos: number; node: Node } | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type.name === 'quote') return { pos: $pos.before(depth), node: $pos.node(depth) };
  }
  return null;
}

/**
 * Makes a block quotation: of the selected words, exactly as they are, parting the text around them
 * at the white space; or, with nothing
 * selected, an empty one with the cursor in it. Refused in the head and where the selection reaches into another quotation.
 */
export const makeQuotation: Command = (state, dispatch) => {
  const { selection } = state;
  if (selection.$from.depth === 0 || selection.$from.index(0) < PARTS) return false;
  if (selection.empty) return insertBlock('quote', {})(state, dispatch);
  const made = quotationOf(state);
  if (made === null) return false;
  if (dispatch) {
    const { from, to, before, quote, kept, after } = made;
    const blocks = [...(before ? [before] : []), quote, ...kept, ...(after ? [after] : [])];
    const tr = state.tr.replaceWith(from, to, blocks);
    const end = from + (before?.nodeSize ?? 0) + quote.nodeSize;
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end - 2)).scrollIntoView());
  }
  return true;
};

interface Parted {
  /** The top-level blocks that are replaced. */
  from: number;
  to: number;
  before: Node | null;
  quote: Node;
  /** Blocks that cannot be words of a quotation and follow it as they were. */
  kept: Node[];
  after: Node | null;
}

function quotationOf({ doc, schema, selection }: EditorState): Parted | null {
  const { $from, $to } = selection;
  const first = $from.index(0);
  const last = $to.depth === 0 ? $to.index(0) - 1 : $to.index(0);
  const words: Node[] = [];
  const kept: Node[] = [];
  let refused = false;
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (node.type.name === 'quote') refused = true;
    else if (node.isTextblock) {
      const content = node.content.cut(
        Math.max(0, selection.from - pos - 1),
        Math.min(node.content.size, selection.to - pos - 1),
      );
      if (content.size > 0)
        words.push(schema.node('paragraph', null, node.type.spec.code ? withBreaks(schema, content) : content));
    } else if (node.isAtom) kept.push(node);
    return !refused && !node.isTextblock;
  });
  if (refused || words.every(({ textContent }) => textContent.trim() === '')) return null;
  const noted = intoBlock(words);
  const from = $from.posAtIndex(first, 0);
  const to = doc.resolve(selection.to).posAtIndex(last + 1, 0);
  const cutFrom = outwards(doc.resolve(selection.from), 'start');
  const cutTo = outwards(doc.resolve(selection.to), 'end');
  return {
    from,
    to,
    before: cutFrom > from + 1 ? filled(trimmed(mended(doc.child(first).cut(0, cutFrom - from - 1)), 'end')) : null,
    quote: trimmed(trimmed(schema.node('quote', noted.fields, noted.words), 'start'), 'end'),
    kept,
    after: cutTo < to - 1 ? filled(trimmed(mended(doc.child(last).cut(cutTo - $to.posAtIndex(last, 0) - 1)), 'start')) : null,
  };
}

// A new paragraph stands for the white space where the text was parted. Code keeps its own.
function trimmed(node: Node, edge: 'start' | 'end'): Node {
  if (node.isTextblock) {
    const outer = edge === 'start' ? node.firstChild : node.lastChild;
    if (node.type.spec.code || !outer?.isText) return node;
    const spaces = (edge === 'start' ? /^\s+/u : /\s+$/u).exec(outer.text ?? '')?.[0].length ?? 0;
    if (spaces === 0) return node;
    const rest = edge === 'start' ? node.cut(spaces) : node.cut(0, node.content.size - spaces);
    return trimmed(rest, edge);
  }
  const index = edge === 'start' ? 0 : node.childCount - 1;
  return node.isLeaf ? node : node.copy(node.content.replaceChild(index, trimmed(node.child(index), edge)));
}

const filled = (node: Node): Node | null => (node.isTextblock && node.content.size === 0 ? null : node);

// A selection that begins where a block begins takes the whole of it, so that no empty one stays behind.
function outwards($pos: ResolvedPos, edge: 'start' | 'end'): number {
  let { pos } = $pos;
  for (let depth = $pos.depth; depth >= 1; depth--) {
    if (pos !== (edge === 'start' ? $pos.start(depth) : $pos.end(depth))) break;
    pos = edge === 'start' ? $pos.before(depth) : $pos.after(depth);
  }
  return pos;
}

// A list item whose own words went into the quotation still has to begin with a paragraph.
function mended(node: Node): Node {
  if (node.isTextblock || node.isLeaf) return node;
  const children: Node[] = [];
  node.forEach((child) => void children.push(mended(child)));
  const lead =
    node.type.name === 'listItem' && children[0]?.type.name !== 'paragraph' ? [node.type.schema.node('paragraph')] : [];
  return node.copy(Fragment.from([...lead, ...children]));
}

function withBreaks(schema: Schema, content: Fragment): Node[] {
  const lines = content.textBetween(0, content.size).split('\n');
  return lines.flatMap((line, i) => [...(i > 0 ? [schema.node('hardBreak')] : []), ...(line === '' ? [] : [schema.text(line)])]);
}

/** Takes the frame of a quotation away. Its words stay, and so does who said them, as a line of its own. */
export const unwrapQuotation: Command = (state, dispatch) => {
  const quote = quoteAround(state.selection.$from);
  if (!quote || state.selection.to > quote.pos + quote.node.nodeSize) return false;
  if (dispatch) {
    const attribution = attributionLine(quote.node.attrs as BlockAttributes['quote']);
    const { from } = state.selection;
    const line = attribution === '' ? [] : [state.schema.node('paragraph', null, state.schema.text(attribution))];
    const tr = state.tr.replaceWith(quote.pos, quote.pos + quote.node.nodeSize, quote.node.content.append(Fragment.from(line)));
    ontoWords(tr, quote.pos, quote.node);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(from - 1))).scrollIntoView());
  }
  return true;
};

/** Who said it and where, in one line: `— Name, role, source`. Empty when nothing is known; an address that stays out of exports is left out. */
export function attributionLine({ speaker, role, sourceTitle, sourceUrl, saidOn, evidence }: BlockAttributes['quote']): string {
  const known = [speaker, role, sourceTitle, evidence?.hideSource ? null : sourceUrl, saidOn].filter(
    (part) => part !== null && part !== '',
  );
  return known.length === 0 ? '' : `— ${known.join(', ')}`;
}

/** Inserts a block where the cursor is: in place of an empty paragraph, otherwise after the block that it stands in. Refused in the head. */
export function insertBlock(
  name: 'quote' | 'pullQuote' | 'factBox' | 'related' | 'embed' | 'codeBlock' | 'horizontalRule',
  attrs: Record<string, unknown>,
): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    if ($from.depth === 0 || $from.index(0) < PARTS) return false;
    const node = state.schema.nodes[name]?.createAndFill(attrs);
    if (!node) return false;
    if (dispatch) {
      const empty = $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
      const pos = empty ? $from.before(1) : $to.after(1);
      const tr = empty ? state.tr.replaceWith(pos, $from.after(1), node) : state.tr.insert(pos, node);
      // A rule is passed over; a quotation is written in, a "read also" or a link card is filled in.
      if (name === 'horizontalRule' && pos + 1 === tr.doc.content.size) tr.insert(pos + 1, state.schema.node('paragraph'));
      tr.setSelection(
        node.isAtom && name !== 'horizontalRule' ? NodeSelection.create(tr.doc, pos) : Selection.near(tr.doc.resolve(pos + 1)),
      );
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}
