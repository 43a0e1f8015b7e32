import { Mark } from '@tiptap/core';
import { markAttributes } from '../attributes';
import { attributes } from '../attribute';

/** An abbreviation and what it stands for. */
export const Abbreviation = Mark.create({
  name: 'abbreviation',
  inclusive: false,
  addAttributes: () => attributes(markAttributes.abbreviation),
  parseHTML: () => [{ tag: 'abbr[data-expansion]' }],
  renderHTML: ({ mark, HTMLAttributes }) => [
    'abbr',
    { ...HTMLAttributes, title: (mark.attrs as { expansion: string }).expansion },
    0,
  ],
});
