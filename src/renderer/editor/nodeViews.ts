import type { NodeViewConstructor } from '@tiptap/pm/view';
import type { BlockAttributes } from '../../core/document/attributes';
import { BlockView } from './blockView.svelte';
import { ArticleLinkView } from './articleLinkView';
import type { EditorHost } from './host';
import CodeLanguage from './CodeLanguage.svelte';
import EmbedFields from './EmbedFields.svelte';
import FactBoxTitle from './FactBoxTitle.svelte';
import PullQuoteSpeaker from './PullQuoteSpeaker.svelte';
import QuoteCaption from './QuoteCaption.svelte';
import FigureFields from './FigureFields.svelte';
import RelatedFields from './RelatedFields.svelte';
import TableFields from './TableFields.svelte';
import { attributionLine } from './quotation';
import { tableCellView } from './tableCellView';
import { headingsMayMove } from './tables';

/** The filled ones of some attributes, in one line. */
const line =
  (...names: readonly string[]) =>
  (attrs: Readonly<Record<string, unknown>>): string =>
    names
      .map((name) => attrs[name])
      .filter((value) => typeof value === 'string' && value !== '')
      .join(', ');

/** Blocks that show fields of their own, by the name of their node. */
export const nodeViews = (host: EditorHost): Readonly<Record<string, NodeViewConstructor>> => ({
  quote: (node, view, getPos) =>
    new BlockView(node, view, getPos, host, {
      tag: 'figure',
      className: 'quote',
      words: 'blockquote',
      fieldsTag: 'figcaption',
      fields: QuoteCaption,
      said: (attrs) => attributionLine(attrs as BlockAttributes['quote']),
    }),
  articleLink: (node) => new ArticleLinkView(node, host),
  pullQuote: (node, view, getPos) =>
    new BlockView(node, view, getPos, host, {
      tag: 'aside',
      className: 'pullquote',
      words: 'p',
      fieldsTag: 'div',
      fields: PullQuoteSpeaker,
      said: line('speaker'),
    }),
  factBox: (node, view, getPos) =>
    new BlockView(node, view, getPos, host, {
      tag: 'aside',
      className: 'factbox',
      words: 'div',
      fieldsTag: 'div',
      fields: FactBoxTitle,
      said: line('title'),
      fieldsFirst: true,
    }),
  embed: (node, view, getPos) =>
    new BlockView(node, view, getPos, host, {
      tag: 'figure',
      className: 'embed',
      words: null,
      fieldsTag: 'div',
      fields: EmbedFields,
      said: line('title', 'description', 'provider', 'url'),
    }),
  table: (node, view, getPos) =>
    new BlockView(node, view, getPos, host, {
      tag: 'figure',
      className: 'table',
      words: 'table',
      inner: 'tbody',
      fieldsTag: 'div',
      fields: TableFields,
      fieldsFirst: true,
      anew: headingsMayMove,
    }),
  tableCell: (_node, view, getPos) => tableCellView(view, getPos),
  codeBlock: (node, view, getPos) =>
    new BlockView(node, view, getPos, host, {
      tag: 'div',
      className: 'code-block',
      words: 'pre',
      inner: 'code',
      fieldsTag: 'div',
      fields: CodeLanguage,
      said: line('language'),
      fieldsFirst: true,
    }),
  figure: (node, view, getPos) =>
    new BlockView(node, view, getPos, host, {
      tag: 'figure',
      className: 'figure',
      words: null,
      fieldsTag: 'div',
      fields: FigureFields,
    }),
  related: (node, view, getPos) =>
    new BlockView(node, view, getPos, host, {
      tag: 'aside',
      className: 'related',
      words: null,
      fieldsTag: 'div',
      fields: RelatedFields,
      said: line('label', 'title'),
    }),
});
