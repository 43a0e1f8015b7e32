/** The node and mark names of a Stet document. TipTap types names as `string`; these lists are what exporters are checked against. */
export const partNames = ['kicker', 'headline', 'standfirst'] as const;
export const blockNames = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'quote',
  'pullQuote',
  'factBox',
  'related',
  'embed',
  'table',
  'tableRow',
  'tableCell',
  'figure',
  'codeBlock',
  'horizontalRule',
] as const;
export const inlineNames = ['text', 'hardBreak', 'articleLink'] as const;
export const markNames = ['bold', 'italic', 'underline', 'strike', 'code', 'link', 'abbreviation', 'speech', 'note'] as const;

/** Marks that never leave the library: their words do, without them. */
export const privateMarkNames = ['speech', 'note'] as const satisfies readonly (typeof markNames)[number][];

export type PartName = (typeof partNames)[number];
export type BlockName = (typeof blockNames)[number];
export type MarkName = (typeof markNames)[number];
/** The marks that a format writes. It cannot write the others, because it has no words for them. */
export type PublicMarkName = Exclude<MarkName, (typeof privateMarkNames)[number]>;
