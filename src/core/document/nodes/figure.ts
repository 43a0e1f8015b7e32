import { Node } from '@tiptap/core';
import { attributes } from '../attribute';
import { blockAttributes } from '../attributes';

/** A picture with its caption and credit. Its words are attributes, edited below it. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => attributes(blockAttributes.figure),
  parseHTML: () => [{ tag: 'figure[data-block="figure"]' }],
  renderHTML({ node, HTMLAttributes }) {
    const { caption, credit } = node.attrs as { caption: string; credit: string };
    return [
      'figure',
      { ...HTMLAttributes, 'data-block': 'figure', class: 'figure' },
      [caption, credit].filter(Boolean).join(' '),
    ];
  },
});
