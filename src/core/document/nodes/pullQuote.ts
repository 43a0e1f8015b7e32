import { Node } from '@tiptap/core';
import { blockAttributes } from '../attributes';
import { attributes } from '../attribute';

/** Words of the story set large, to draw the eye to it: one run of words, and perhaps whose they are. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => attributes(blockAttributes.pullQuote),
  parseHTML: () => [{ tag: 'aside[data-block="pullQuote"]', contentElement: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, 'data-block': 'pullQuote', class: 'pullquote' }, ['p', 0]],
});
