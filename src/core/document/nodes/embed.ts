import { Node } from '@tiptap/core';
import { blockAttributes, type BlockAttributes } from '../attributes';
import { attributes } from '../attribute';

/** A card that leads to a post, a film or a page elsewhere. It says what is there and loads nothing of it. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => attributes(blockAttributes.embed),
  parseHTML: () => [{ tag: 'figure[data-block="embed"]' }],
  renderHTML({ node, HTMLAttributes }) {
    const { title, provider } = node.attrs as BlockAttributes['embed'];
    return ['figure', { ...HTMLAttributes, 'data-block': 'embed', class: 'embed' }, [title, provider].filter(Boolean).join(', ')];
  },
});
