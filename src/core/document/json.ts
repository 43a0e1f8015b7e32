import type { Fields } from '../article/fields';
import type { BlockAttributes, MarkAttributes } from './attributes';
import type { BlockName, MarkName } from './blockNames';

/** A mark as stored. */
export type MarkJson = { [M in MarkName]: { type: M; attrs?: MarkAttributes[M] } }[MarkName];
export type MarkOf<M extends MarkName> = Extract<MarkJson, { type: M }>;

export interface TextJson {
  type: 'text';
  text: string;
  marks?: MarkJson[];
}
export interface HardBreakJson {
  type: 'hardBreak';
  marks?: MarkJson[];
}
/** A link that shows the headline which an article of the library has at present; no text of its own. Never in a public view. */
export interface ArticleLinkJson {
  type: 'articleLink';
  attrs: { article: string };
  marks?: MarkJson[];
}
export type InlineJson = TextJson | HardBreakJson | ArticleLinkJson;

interface Contents {
  paragraph: InlineJson;
  heading: InlineJson;
  bulletList: BlockOf<'listItem'>;
  orderedList: BlockOf<'listItem'>;
  listItem: BlockOf<'paragraph' | 'bulletList' | 'orderedList'>;
  quote: BlockOf<'paragraph'>;
  pullQuote: InlineJson;
  factBox: BlockOf<'paragraph' | 'bulletList' | 'orderedList'>;
  related: never;
  embed: never;
  table: BlockOf<'tableRow'>;
  tableRow: BlockOf<'tableCell'>;
  tableCell: BlockOf<'paragraph'>;
  figure: never;
  codeBlock: TextJson;
  horizontalRule: never;
}

/** A block as stored: `attrs` as specified in `attributes.ts`, defaults filled in by the gate. */
export type BlockOf<B extends BlockName> = {
  [N in B]: { type: N; attrs?: BlockAttributes[N]; content?: Contents[N][] };
}[B];
export type BlockJson = BlockOf<BlockName>;

export interface PartJson<P extends 'kicker' | 'headline' | 'standfirst'> {
  type: P;
  content?: InlineJson[];
}

/** A whole article document. The first three children are always there, in this order, and may be empty. */
export interface DocJson {
  type: 'doc';
  attrs: Fields;
  content: [PartJson<'kicker'>, PartJson<'headline'>, PartJson<'standfirst'>, ...BlockJson[]];
}
