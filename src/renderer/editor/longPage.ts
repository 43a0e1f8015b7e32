import { Plugin } from '@tiptap/pm/state';

/** From so many blocks on a page is long: below, laying all of it out costs less than a frame. */
const LONG = 400;

/**
 * Marks a long page, so that its paragraphs out of sight are neither laid out nor painted (`content-visibility`, CSS Containment 2, 4).
 * They stay in the document, in the accessibility tree, in selections and in what is found.
 */
export const longPagePlugin = () =>
  new Plugin({ props: { attributes: ({ doc }) => ({ class: doc.childCount >= LONG ? 'long' : '' }) } });
