import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { bodyStart } from './parts';

/** Keeps the row with by-line and dateline between standfirst and body. The row is no part of the text. */
export const creditsPlugin = (row: () => HTMLElement) =>
  new Plugin({
    props: {
      decorations: ({ doc }) =>
        DecorationSet.create(doc, [
          Decoration.widget(bodyStart(doc), row, { key: 'credits', side: -1, ignoreSelection: true, stopEvent: () => true }),
        ]),
    },
  });
