import { Plugin } from '@tiptap/pm/state';
import { BlockView } from './blockView.svelte';
import { ArticleLinkView } from './articleLinkView';
import type { EditorHost } from './host';
import QuoteCaption from './QuoteCaption.svelte';
import RelatedFields from './RelatedFields.svelte';

/** Blocks that show fields of their own. */
export const nodeViewsPlugin = (host: EditorHost) =>
  new Plugin({
    props: {
      nodeViews: {
        quote: (node, view, getPos) =>
          new BlockView(node, view, getPos, host, {
            tag: 'figure',
            className: 'quote',
            words: 'blockquote',
            fieldsTag: 'figcaption',
            fields: QuoteCaption,
          }),
        articleLink: (node) => new ArticleLinkView(node, host),
        related: (node, view, getPos) =>
          new BlockView(node, view, getPos, host, {
            tag: 'aside',
            className: 'related',
            words: null,
            fieldsTag: 'div',
            fields: RelatedFields,
          }),
      },
    },
  });
