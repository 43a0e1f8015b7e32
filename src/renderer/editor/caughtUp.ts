import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Brings the editor's selection up to date with the browser's. */
export const catchUp = (view: EditorView): void => void view.root.dispatchEvent(new Event('selectionchange'));

/**
 * Brings the editor's selection up to date before each key. Browsers tell of a moved cursor a moment later: Enter right
 * after End, or after a click, would otherwise act on the old selection, and replace words that are no longer selected.
 */
export const caughtUpPlugin = () =>
  new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view, event) => {
          // An input method must not be disturbed; ProseMirror follows it by itself.
          if (!view.composing && !event.isComposing && view.hasFocus()) catchUp(view);
          return false;
        },
      },
    },
  });
