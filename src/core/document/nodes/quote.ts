import { Node } from '@tiptap/core';
import { blockAttributes } from '../attributes';
import { attributes } from '../attribute';

/** A block quotation with its attribution; the words are the content. */
export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  addAttributes: () => attributes(blockAttributes.quote),
  parseHTML: () => [{ tag: 'figure[data-block="quote"]', contentElement: 'blockquote' }],
  renderHTML({ node, HTMLAttributes }) {
    const { speaker, role } = node.attrs as { speaker: string | null; role: string | null };
    return [
      'figure',
      { ...HTMLAttributes, 'data-block': 'quote', class: 'quote' },
      ['blockquote', 0],
      ['figcaption', [speaker, role].filter((part) => part !== null).join(', ')],
    ];
  },
});
