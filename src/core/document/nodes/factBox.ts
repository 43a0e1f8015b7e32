import { Node } from '@tiptap/core';
import { blockAttributes } from '../attributes';
import { attributes } from '../attribute';

/** Background beside the story under a title of its own: paragraphs and lists, nothing that is itself a box. */
export const FactBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: '(paragraph | bulletList | orderedList)+',
  defining: true,
  isolating: true,
  addAttributes: () => attributes(blockAttributes.factBox),
  parseHTML: () => [{ tag: 'aside[data-block="factBox"]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, 'data-block': 'factBox', class: 'factbox' }, 0],
});
