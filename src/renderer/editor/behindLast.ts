import {
  NodeSelection,
  Plugin,
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Puts the cursor behind everything: into the last line of text, or a new paragraph where the last block takes none. */
export function toLastLine(state: EditorState): Transaction {
  const last = state.doc.lastChild;
  const end = state.doc.content.size;
  const takesText = last !== null && /^(?:paragraph|heading|bulletList|orderedList)$/u.test(last.type.name);
  if (takesText) return state.tr.setSelection(Selection.near(state.doc.resolve(end), -1));
  const tr = state.tr.insert(end, state.schema.node('paragraph'));
  return tr.setSelection(TextSelection.create(tr.doc, end + 1));
}

/**
 * To the start or the end of all that is written, taking the selection along when `extend` is true. The browser's own keys stop short
 * of a last block whose fields are no text, and of the words of a paragraph that was never laid out (`blockGroupsPlugin`).
 */
export function toTextEdge(edge: 'start' | 'end', { extend = false } = {}): Command {
  return (state, dispatch) => {
    const to = edge === 'start' ? Selection.atStart(state.doc) : Selection.atEnd(state.doc);
    const selection = extend ? TextSelection.between(state.selection.$anchor, to.$head) : to;
    dispatch?.(state.tr.setSelection(selection).scrollIntoView());
    return true;
  };
}

/** ArrowDown, or Enter on a block selected as a whole, at the end of a last block that is no plain text: a paragraph behind it. */
export function writeBehindLast(key: 'ArrowDown' | 'Enter'): Command {
  return (state, dispatch, view) => {
    const { selection, doc } = state;
    const whole = selection instanceof NodeSelection && selection.to === doc.content.size;
    const inside =
      key === 'ArrowDown' &&
      selection.empty &&
      Selection.findFrom(doc.resolve(Math.min(selection.$to.after(), doc.content.size)), 1, true) === null &&
      (view?.endOfTextblock('down') ?? true);
    if (!whole && !inside) return false;
    const tr = toLastLine(state);
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** True for a click below everything that is written. */
export function isBelowText(view: EditorView, clientY: number): boolean {
  const last = view.dom.lastElementChild;
  return last !== null && clientY > last.getBoundingClientRect().bottom;
}

/** A click below the last block writes on there. */
export const behindLastPlugin = () =>
  new Plugin({
    props: {
      handleClick: (view, _pos, event) => {
        if (event.button !== 0 || !isBelowText(view, event.clientY)) return false;
        view.dispatch(toLastLine(view.state));
        return true;
      },
    },
  });
