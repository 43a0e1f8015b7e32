import { Node } from '@tiptap/core';
import { blockAttributes } from '../attributes';
import { attributes } from '../attribute';

/** "Read also": a pointer to another piece inside the story. */
export const Related = Node.create({
  name: 'related',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => attributes(blockAttributes.related),
  parseHTML: () => [{ tag: 'aside[data-block="related"]' }],
  renderHTML({ node, HTMLAttributes }) {
    const { label, title } = node.attrs as { label: string; title: string };
    return ['aside', { ...HTMLAttributes, 'data-block': 'related', class: 'related' }, [label, title].filter(Boolean).join(': ')];
  },
});
