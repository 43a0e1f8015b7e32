import { Fragment, type Mark, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import { quoteAround, insertBlock } from './quotation';
import { PARTS } from './parts';

/** The pull quote that a position stands in. */
export function pullQuoteAround($pos: ResolvedPos): { pos: number; node: Node } | null {
  return $pos.parent.type.name === 'pullQuote' ? { pos: $pos.before(), node: $pos.parent } : null;
}

/** Sets the selected words large behind the block that they end in; they stay where they are. Without any, an empty pull quote. */
export const makePullQuote: Command = (state, dispatch) => {
  const { selection, schema } = state;
  if (selection.empty) return insertBlock('pullQuote', {})(state, dispatch);
  const words = selectedWords(state);
  if (words === null || selection.$to.depth === 0 || selection.$from.index(0) < PARTS) return false;
  if (dispatch) {
    const speaker = (quoteAround(selection.$from)?.node.attrs.speaker ?? null) as string | null;
    const pulled = schema.node('pullQuote', { speaker }, words);
    const pos = selection.$to.after(1);
    const tr = state.tr.insert(pos, pulled);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, pos + 1 + words.size)).scrollIntoView());
  }
  return true;
};

/** The words of a selection as one run, paragraphs parted by breaks. A private note is about the words where they stand. */
function selectedWords({ doc, schema, selection }: EditorState): Fragment | null {
  const runs: Fragment[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (!node.isTextblock) return true;
    const cut = node.content.cut(Math.max(0, selection.from - pos - 1), Math.min(node.content.size, selection.to - pos - 1));
    if (cut.size > 0) runs.push(cut);
    return false;
  });
  const kept = (mark: Mark): boolean => mark.type.name !== 'note';
  const nodes = runs.flatMap((run, index) => [
    ...(index > 0 ? [schema.node('hardBreak')] : []),
    ...run.content.map((node) => node.mark(node.marks.filter(kept))),
  ]);
  const words = Fragment.from(nodes);
  const text = words.textBetween(0, words.size, undefined, '\n');
  if (text.trim() === '') return null;
  // The white space at either end belongs to the sentence that they stand in.
  return words.cut(text.length - text.trimStart().length, text.trimEnd().length);
}

/** A pull quote as paragraphs again: its words, and whose they are. */
export const unwrapPullQuote: Command = (state, dispatch) => {
  const quote = pullQuoteAround(state.selection.$from);
  if (!quote || !state.selection.$from.sameParent(state.selection.$to)) return false;
  if (dispatch) {
    const { schema, selection } = state;
    const speaker = quote.node.attrs.speaker as string | null;
    const blocks = [
      schema.node('paragraph', null, quote.node.content),
      ...(speaker ? [schema.node('paragraph', null, schema.text(`— ${speaker}`))] : []),
    ];
    const tr = state.tr.replaceWith(quote.pos, quote.pos + quote.node.nodeSize, blocks);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, selection.from)).scrollIntoView());
  }
  return true;
};

/** Enter in a pull quote: an empty one goes away, at the end of its words one writes on behind it, inside them is a break. */
export const enterInPullQuote: Command = (state, dispatch, view) => {
  const { $from, $to, empty } = state.selection;
  const quote = pullQuoteAround($from);
  if (!quote || !$from.sameParent($to)) return false;
  if (quote.node.content.size === 0) return unwrapPullQuote(state, dispatch, view);
  if (dispatch) {
    if (empty && $from.parentOffset === quote.node.content.size) {
      const end = $from.after();
      const tr = state.tr.insert(end, state.schema.node('paragraph'));
      dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
    } else dispatch(state.tr.replaceSelectionWith(state.schema.node('hardBreak')).scrollIntoView());
  }
  return true;
};

/** Backspace where a pull quote begins makes paragraphs of it. */
export const unwrapPullQuoteAtStart: Command = (state, dispatch, view) =>
  state.selection.empty && state.selection.$from.parentOffset === 0 && unwrapPullQuote(state, dispatch, view);
