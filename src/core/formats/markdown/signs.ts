/** What a link card begins with, in bold. */
export const CARD = '↗';
/** What stands before the caption in the paragraph under a table; Pandoc reads it so too. */
export const CAPTION = 'Table: ';
/** The kinds of quotation block that are no quotations, by the word in their first line: `> [!FACTBOX] Title`. */
export const calloutNames = ['FACTBOX', 'PULLQUOTE'] as const;
export type CalloutName = (typeof calloutNames)[number];
