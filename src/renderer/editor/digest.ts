import type { Node } from '@tiptap/pm/model';
import type { BlockAttributes } from '../../core/document/attributes';
import { countWords } from '../../core/article/summary';
import { PARTS } from './parts';

/** A block quotation as the list of quotes shows it. */
export interface DraftQuote {
  /** From 0, in order of appearance. */
  index: number;
  /** Where it begins in the document. */
  pos: number;
  words: string;
  speaker: string | null;
  role: string | null;
  sourceTitle: string | null;
  sourceUrl: string | null;
  saidOn: string | null;
}

export interface Digest {
  headline: string;
  /** Words of standfirst and body. */
  words: number;
  quotes: readonly DraftQuote[];
}

// Blocks that did not change are the same objects, so they are counted once.
const counted = new WeakMap<Node, { language: string; words: number }>();

function wordsIn(node: Node, language: string): number {
  const known = counted.get(node);
  if (known?.language === language) return known.words;
  const words = countWords(node.textBetween(0, node.content.size, '\n', '\n'), language);
  counted.set(node, { language, words });
  return words;
}

/** What the window shows of a document besides the text itself. Costs only the blocks not seen before. */
export function digestOf(doc: Node): Digest {
  const language = String(doc.attrs.language);
  const quotes: DraftQuote[] = [];
  let words = 0;
  doc.forEach((node, pos, index) => {
    if (index >= PARTS - 1) words += wordsIn(node, language);
    if (node.type.name !== 'quote') return;
    const { speaker, role, sourceTitle, sourceUrl, saidOn } = node.attrs as BlockAttributes['quote'];
    quotes.push({
      index: quotes.length,
      pos,
      words: node.textBetween(0, node.content.size, '\n', '\n'),
      speaker,
      role,
      sourceTitle,
      sourceUrl,
      saidOn,
    });
  });
  return { headline: doc.child(1).textContent, words, quotes };
}
