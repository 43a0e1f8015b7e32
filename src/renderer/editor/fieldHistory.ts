import { redo, undo } from '@tiptap/pm/history';
import { Plugin, type Command } from '@tiptap/pm/state';

/** What a key asks of a history; null for any other key. */
function asked({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Command | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? redo : undo;
    case 'y':
      return shiftKey ? null : redo;
    default:
      return null;
  }
}

/** Undo from a field between the blocks: what is being typed there has its own; once that is stored, the article's. */
export const fieldHistoryPlugin = () =>
  new Plugin({
    view: (view) => {
      const keydown = (event: KeyboardEvent) => {
        const { target } = event;
        if (!(target instanceof HTMLInputElement) || target.dataset.typing === 'true') return;
        const command = asked(event);
        if (!command) return;
        event.preventDefault();
        event.stopPropagation();
        command(view.state, view.dispatch);
      };
      // While the event is on its way down, because fields keep their keys from the text.
      view.dom.addEventListener('keydown', keydown, { capture: true });
      return { destroy: () => view.dom.removeEventListener('keydown', keydown, { capture: true }) };
    },
  });
