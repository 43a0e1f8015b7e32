import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';

/** What stands over the text and asks something about the selection. */
export type PopoverKind = 'link' | 'abbreviation' | 'note' | 'speech';

const popoverKey = new PluginKey<PopoverKind | null>('stetPopover');

/** Remembers which popover is open; writing or moving the cursor closes it. */
export const popoverPlugin = () =>
  new Plugin<PopoverKind | null>({
    key: popoverKey,
    state: {
      init: () => null,
      apply: (tr, open) => {
        const asked = tr.getMeta(popoverKey) as PopoverKind | null | undefined;
        return asked !== undefined ? asked : tr.docChanged || tr.selectionSet ? null : open;
      },
    },
  });

/** The popover that is open in this state. */
export const openPopover = (state: EditorState): PopoverKind | null => popoverKey.getState(state) ?? null;

/** Opens a popover, or closes it with null. */
export const setPopover = (tr: Transaction, kind: PopoverKind | null): Transaction =>
  tr.setMeta(popoverKey, kind).setMeta('addToHistory', false);
