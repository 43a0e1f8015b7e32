import { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import type { DocJson } from '../../core/document/json';
import { editorExtensions, type EditorSurroundings } from './extensions';
import { followLinks } from './links';
import { directionOf } from './printedWords';

/** The editor of one article, not shown yet. `seen` hears of every transaction. Throws when the document is not one of the schema. */
export const articleEditor = (doc: DocJson, surroundings: EditorSurroundings, seen: (transaction: Transaction) => void): Editor =>
  new Editor({
    element: null,
    content: doc,
    extensions: editorExtensions(surroundings),
    injectCSS: false,
    // Tells of deleted words, which nothing here asks for, in time that grows with the square of the places changed.
    enableCoreExtensions: { delete: false },
    enableInputRules: false,
    // Pasted signs stay signs.
    enablePasteRules: false,
    enableContentCheck: true,
    editorProps: {
      attributes: ({ doc: shown }) => ({
        class: 'prose',
        'aria-label': 'Article text',
        'aria-multiline': 'true',
        // Dictionaries would have to be downloaded; see docs.
        spellcheck: 'false',
        lang: String(shown.attrs.language),
        dir: directionOf(String(shown.attrs.language)),
      }),
      handleDOMEvents: followLinks(surroundings.host),
    },
    onTransaction: ({ transaction }) => seen(transaction),
  });
