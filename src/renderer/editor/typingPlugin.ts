import { Plugin, type EditorState } from '@tiptap/pm/state';
import { catchUp } from './caughtUp';
import { crossesParts, deleteAcrossParts, typeAcrossParts } from './parts';
import { typeOver } from './typeOver';

/**
 * Words typed over a selection of several parts keep the shape of the article. What comes without a key (from a panel of signs, dictation,
 * an input method) over words of several blocks goes into the document here: the browser would take the elements of the blocks apart.
 */
export const typingPlugin = () =>
  new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) => {
        const tr = typeAcrossParts(view.state, text);
        if (tr) view.dispatch(tr.scrollIntoView());
        return tr !== null;
      },
      handleDOMEvents: {
        beforeinput(view, event) {
          const text = insertedBy(event);
          if (text === '' || !event.cancelable || view.composing) return false;
          catchUp(view);
          if (!isOverBlocks(view.state)) return false;
          event.preventDefault();
          typeOver(view, text);
          return true;
        },
        // A composition can't be held back, but finds the words gone and begins at the cursor.
        compositionstart(view) {
          catchUp(view);
          const { state } = view;
          if (isOverBlocks(state))
            view.dispatch(
              (crossesParts(state.selection) ? deleteAcrossParts(state.tr) : state.tr.deleteSelection()).scrollIntoView(),
            );
          return false;
        },
      },
    },
  });

const isOverBlocks = ({ selection }: EditorState): boolean => !selection.empty && !selection.$from.sameParent(selection.$to);

/** The words that an event puts in place of the selection (Input Events 2, 4.1.2); none where it does something else. */
function insertedBy({ inputType, data, dataTransfer }: InputEvent): string {
  if (inputType !== 'insertText' && inputType !== 'insertReplacementText') return '';
  return data ?? dataTransfer?.getData('text/plain') ?? '';
}
