import { Node } from '@tiptap/core';
import { inlineAttributes } from '../attributes';
import { attributes } from '../attribute';

/** A link that shows the headline which an article of this library has at present. */
export const ArticleLink = Node.create({
  name: 'articleLink',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => attributes(inlineAttributes.articleLink),
  parseHTML: () => [
    {
      tag: 'span[data-article]',
      getAttrs: (element) => {
        // Without an id that passes there is nothing to show.
        const article = attributes(inlineAttributes.articleLink).article?.parseHTML?.(element) as unknown;
        return article === undefined ? false : null;
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, class: 'article-link' }],
});
