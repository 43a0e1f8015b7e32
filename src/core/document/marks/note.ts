import { Mark } from '@tiptap/core';
import { markAttributes } from '../attributes';
import { attributes } from '../attribute';

/** A remark to oneself or to the desk about some words. Private: the words leave the library, the remark never does. */
export const Note = Mark.create({
  name: 'note',
  inclusive: false,
  addAttributes: () => attributes(markAttributes.note),
  parseHTML: () => [{ tag: 'span.note[data-text]' }],
  renderHTML: ({ mark, HTMLAttributes }) => {
    const { text } = mark.attrs as { text: string };
    return ['span', { ...HTMLAttributes, class: 'note', title: `Private note: ${text}` }, 0];
  },
});
