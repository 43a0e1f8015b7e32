import { blockText } from '../article/summary';
import type { BlockAttributes } from '../document/attributes';
import type { DocJson } from '../document/json';

/** Somebody's words in an article, and what is said of them there. */
export interface Quotation extends Readonly<BlockAttributes['quote']> {
  /** The words as they stand, paragraphs joined by line feeds. */
  readonly words: string;
  /** Of the block among the children of the document, headline and the like included. */
  readonly index: number;
}

const PARTS = 3;

/** The block quotations of an article, in order. Derived anew each time: nothing of this list is stored. */
export function quotationsOf(doc: DocJson): Quotation[] {
  const [, , , ...blocks] = doc.content;
  return blocks.flatMap((block, at) => {
    if (block.type !== 'quote') return [];
    const { speaker = null, role = null, sourceTitle = null, sourceUrl = null, saidOn = null } = block.attrs ?? {};
    return [{ speaker, role, sourceTitle, sourceUrl, saidOn, words: blockText(block), index: at + PARTS }];
  });
}
