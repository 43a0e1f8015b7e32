/** The node and mark names of a Stet document. TipTap types names as `string`; these lists are what exporters are checked against. */
export const partNames = ['kicker', 'headline', 'standfirst'] as const;
export const blockNames = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'quote',
  'related',
  'codeBlock',
  'horizontalRule',
] as const;
export const inlineNames = ['text', 'hardBreak', 'articleLink'] as const;
export const markNames = ['bold', 'italic', 'underline', 'strike', 'code', 'link', 'abbreviation'] as const;

export type PartName = (typeof partNames)[number];
export type BlockName = (typeof blockNames)[number];
export type MarkName = (typeof markNames)[number];
