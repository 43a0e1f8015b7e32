import type { WordRange } from '../../quotes/quotations';

/** The program that a copy names: in a page, and in a Word file. */
export const ANNOTATED_BY = 'Stet annotated copy';

/** One line about some words: what it is, and what it says. */
export interface AnnotationLine {
  label: string;
  text: string;
}

/** What the copy says of some words of the article. */
export interface Annotation {
  /** From 1, in the order of the article. */
  number: number;
  kind: 'quotation' | 'note';
  words: string;
  /** Where the words stand, a range a textblock, in UTF-16 units. */
  ranges: readonly Pick<WordRange, 'path' | 'from' | 'to'>[];
  /** A sentence about a source to protect or words not for print; null where there is nothing to guard. */
  guard: string | null;
  lines: readonly AnnotationLine[];
}
