import { blockText, inlineText } from '../article/summary';
import type { DocJson } from '../document/json';
import { plain } from './flags';

/** A pull quote with words that the body does not have. */
export interface StrayPullQuote {
  words: string;
  /** Of the block among the children of the document. */
  index: number;
}

const PARTS = 3;
const LEFT_OUT = /\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3}/u;

/** The pull quotes that do not repeat words of the body, in order; what an ellipsis leaves out need not be there. Linear in the text. */
export function strayPullQuotes(doc: DocJson): StrayPullQuote[] {
  const [, , , ...blocks] = doc.content;
  const pulls = blocks.flatMap((block, at) =>
    block.type === 'pullQuote' ? [{ words: inlineText(block.content), index: at + PARTS }] : [],
  );
  if (pulls.length === 0) return [];
  const body = ` ${blocks.map((block) => (block.type === 'pullQuote' ? '' : plain(blockText(block)))).join(' ')} `;
  return pulls.filter(({ words }) => {
    let from = 0;
    for (const piece of words.split(LEFT_OUT).map(plain)) {
      if (piece === '') continue;
      const at = body.indexOf(` ${piece} `, from);
      if (at < 0) return true;
      // The space at its end is the one before the next word.
      from = at + piece.length + 1;
    }
    return false;
  });
}
