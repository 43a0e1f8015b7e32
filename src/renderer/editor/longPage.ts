import type { Node } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { typeOver } from './typeOver';

/** From so many blocks on a page is long: below, laying all of it out costs less than a frame. */
const LONG = 400;

/**
 * On a long page a typed character is put into the document here instead of by the browser, which counts all the text before the cursor
 * twice for every one; composition, spelling replacements and whatever else is no single key stay the browser's.
 */
export const longPagePlugin = () =>
  new Plugin({
    props: {
      handleKeyPress(view, { key }) {
        const { selection, doc } = view.state;
        if (!isLong(doc) || key.length !== 1 || !(selection instanceof TextSelection)) return false;
        if (!selection.$from.sameParent(selection.$to)) return false;
        typeOver(view, key);
        return true;
      },
      // Asking every element around the cursor how it scrolls costs more than the letter: not where the cursor is in sight anyway.
      handleScrollToSelection: (view) => isLong(view.state.doc) && view.state.selection.empty && isInSight(view),
    },
  });

/** Pixels that are kept free above and below the cursor: what ProseMirror keeps. */
const MARGIN = 5;

function isInSight(view: EditorView): boolean {
  const { top, bottom } = view.coordsAtPos(view.state.selection.head);
  if (top < MARGIN || bottom > window.innerHeight - MARGIN) return false;
  for (let around = view.dom.parentElement; around; around = around.parentElement) {
    const rect = around.getBoundingClientRect();
    if (top < rect.top + MARGIN || bottom > rect.bottom - MARGIN) return false;
  }
  return true;
}

/**
 * True where work on the whole document would be felt. Blocks of such a page that are out of sight are neither laid out nor painted
 * (`blockGroupsPlugin`); they stay in the document, in the accessibility tree, in selections and in what is found.
 */
export const isLong = (doc: Node): boolean => doc.childCount >= LONG;
