import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { AllSelection, Selection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { partNames, type PartName } from '../../core/document/blockNames';

/** How many children of a document come before its body: kicker, headline, standfirst. */
export const PARTS = partNames.length;

/** The part of the head that a position stands in; null in the body. */
export function partAt($pos: ResolvedPos): PartName | null {
  return $pos.depth >= 1 && $pos.index(0) < PARTS ? (partNames[$pos.index(0)] ?? null) : null;
}

/** True where only one line of plain text may stand. */
export const isPlainPart = (part: PartName | null): boolean => part === 'kicker' || part === 'headline';

/** Where the body begins: after the standfirst. */
export function bodyStart(doc: Node): number {
  let pos = 0;
  for (let i = 0; i < PARTS; i++) pos += doc.child(i).nodeSize;
  return pos;
}

/** Start and end of a top-level child's content. */
function innerRange(doc: Node, index: number): { from: number; to: number } {
  let from = 1;
  for (let i = 0; i < index; i++) from += doc.child(i).nodeSize;
  return { from, to: from + doc.child(index).content.size };
}

function selectEdge(state: EditorState, index: number, edge: 'start' | 'end'): Selection {
  if (index >= PARTS) return Selection.findFrom(state.doc.resolve(bodyStart(state.doc)), 1) ?? state.selection;
  const range = innerRange(state.doc, index);
  return TextSelection.create(state.doc, edge === 'start' ? range.from : range.to);
}

/** Enter in the head: on to the next part, the text as it is. */
export const nextPart: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (partAt($from) === null || $from.index(0) !== $to.index(0)) return false;
  dispatch?.(state.tr.setSelection(selectEdge(state, $from.index(0) + 1, 'start')).scrollIntoView());
  return true;
};

/** Back to the part before; in the kicker there is none. */
export const previousPart: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (partAt($from) === null || $from.index(0) === 0) return false;
  dispatch?.(state.tr.setSelection(selectEdge(state, $from.index(0) - 1, 'end')).scrollIntoView());
  return true;
};

/**
 * Backspace where a part or the body begins: goes back without joining, because a headline is not a longer kicker.
 * An empty first paragraph goes away where others follow it.
 */
export const backspaceAtPartStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parentOffset > 0) return false;
  const index = $from.index(0);
  if (index > PARTS || (index === PARTS && $from.depth !== 1)) return false;
  if (index === 0) return true;
  if (index === PARTS && $from.parent.type.name !== 'paragraph') return false;
  const tr = state.tr;
  if (index === PARTS && $from.parent.content.size === 0 && state.doc.childCount > PARTS + 1)
    tr.delete($from.before(), $from.after());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, innerRange(tr.doc, index - 1).to)).scrollIntoView());
  return true;
};

/** Delete where a part ends: goes on without joining. */
export const deleteAtPartEnd: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || partAt($from) === null || $from.parentOffset < $from.parent.content.size) return false;
  dispatch?.(state.tr.setSelection(selectEdge(state, $from.index(0) + 1, 'start')).scrollIntoView());
  return true;
};

/** True when a selection reaches over the border of kicker, headline, standfirst or body. */
export function crossesParts({ $from, $to }: Selection): boolean {
  if ($from.depth === 0) return true;
  return $from.index(0) < PARTS && $from.index(0) !== $to.index(0);
}

/** Deletes a selection over several parts in each of them, so that none is joined to another. */
export function deleteAcrossParts(tr: Transaction): Transaction {
  const { from, to } = tr.selection;
  const { doc } = tr;
  const start = bodyStart(doc);
  if (to > start) tr.deleteRange(Math.max(from, start), to);
  for (let index = PARTS - 1; index >= 0; index--) {
    const range = innerRange(doc, index);
    const cut = { from: Math.max(from, range.from), to: Math.min(to, range.to) };
    if (cut.from < cut.to) tr.delete(cut.from, cut.to);
  }
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(Math.max(from, 1), tr.doc.content.size)), 1));
}

/** Types over a selection of several parts: each loses its selected words, the first takes the typed ones. */
export function typeAcrossParts(state: EditorState, text: string): Transaction | null {
  return crossesParts(state.selection) ? deleteAcrossParts(state.tr).insertText(text) : null;
}

/** Backspace, Delete and Enter over several parts. */
export const deletePartsSelection: Command = (state, dispatch) => {
  if (state.selection.empty || !crossesParts(state.selection)) return false;
  dispatch?.(deleteAcrossParts(state.tr).scrollIntoView());
  return true;
};

/** Selects the part that the cursor is in, or the body; asked again, everything. */
export const selectPart: Command = (state, dispatch) => {
  const { selection, doc } = state;
  const index = selection.$from.depth === 0 ? -1 : selection.$from.index(0);
  const range = index < 0 ? null : index < PARTS ? innerRange(doc, index) : bodyRange(doc);
  const whole = range === null || crossesParts(selection) || (selection.from <= range.from && selection.to >= range.to);
  dispatch?.(state.tr.setSelection(whole ? new AllSelection(doc) : TextSelection.create(doc, range.from, range.to)));
  return true;
};

function bodyRange(doc: Node): { from: number; to: number } | null {
  const first = Selection.findFrom(doc.resolve(bodyStart(doc)), 1, true);
  const last = Selection.findFrom(doc.resolve(doc.content.size), -1, true);
  return first && last && last.to > first.from ? { from: first.from, to: last.to } : null;
}
