import { Mark } from '@tiptap/core';
import { markAttributes } from '../attributes';
import { attributes } from '../attribute';

/** Words inside a sentence whose speaker the writer has named. Private: the page prints what the sentence says, and no more. */
export const Speech = Mark.create({
  name: 'speech',
  inclusive: false,
  addAttributes: () => attributes(markAttributes.speech),
  parseHTML: () => [{ tag: 'span[data-mark="speech"]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-mark': 'speech', class: 'speech' }, 0],
});
