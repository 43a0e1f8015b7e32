import type { Node } from '@tiptap/pm/model';
import { countWords } from '../../core/article/countWords';
import { strayPullQuotes } from '../../core/quotes/pullQuotes';
import { readQuotables } from '../../core/quotes/quotable';
import { quotationsOf, type Quotation } from '../../core/quotes/quotations';
import { whoSaidIt, type Offer } from '../../core/quotes/whoSaidIt';
import { blockJson, docJson, positionIn } from './docJson';
import { PARTS } from './parts';

/** A quotation as the list of quotes shows it. */
export interface DraftQuote extends Quotation {
  /** The position before its words, or before its block. */
  pos: number;
  /** Who may have said it, by the words beside it. */
  offers: readonly Offer[];
}

export interface Digest {
  headline: string;
  /** Words of standfirst and body; null until they are counted. */
  words: number | null;
  quotes: readonly DraftQuote[];
  /** Pull quotes that repeat nothing of the body, and the position before each. */
  strayPulls: readonly { words: string; pos: number }[];
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

/** Counts words and looks for quotations ahead of `digestOf` for about `ms` milliseconds, one block at least; true when all is read. */
export function countAhead(doc: Node, ms: number): boolean {
  const language = String(doc.attrs.language);
  const end = performance.now() + ms;
  let some = false;
  for (let index = PARTS - 1; index < doc.childCount; index++) {
    const node = doc.child(index);
    if (counted.get(node)?.language === language) continue;
    if (some && performance.now() > end) return false;
    wordsIn(node, language);
    readQuotables(blockJson(node));
    some = true;
  }
  return true;
}

/** What the window shows of a document besides the text itself. Costs only the blocks not seen before. */
export function digestOf(doc: Node): Digest {
  const language = String(doc.attrs.language);
  let words = 0;
  doc.forEach((node, _pos, index) => {
    if (index >= PARTS - 1) words += wordsIn(node, language);
  });
  return { headline: doc.child(1).textContent, words, quotes: quotesOf(doc), strayPulls: strayPullsOf(doc) };
}

/** What is known of a document before anybody has read through it. */
export const digestBefore = (doc: Node): Digest => ({
  headline: doc.child(1).textContent,
  words: null,
  quotes: [],
  strayPulls: [],
});

const strayPullsOf = (doc: Node): Digest['strayPulls'] =>
  strayPullQuotes(docJson(doc)).map(({ words, index }) => ({ words, pos: positionIn(doc, [index], -1) }));

/** Where a quotation stands now: at its place, or moved there by edits before it. Undefined when its words are gone. */
export function quoteNow(doc: Node, { kind, words, pos }: DraftQuote): DraftQuote | undefined {
  const same = quotesOf(doc).filter((quote) => quote.kind === kind && quote.words === words);
  return same.find((quote) => quote.pos === pos) ?? same[0];
}

/** The quotations of a document as it stands. Linear; text that did not change is not read again. */
export function quotesOf(doc: Node): DraftQuote[] {
  const json = docJson(doc);
  const quotations = quotationsOf(json);
  const offers = whoSaidIt(json, quotations);
  return quotations.map((quotation, at) => {
    const first = quotation.ranges[0];
    const pos =
      quotation.kind === 'block' || !first
        ? positionIn(doc, [quotation.index], -1)
        : positionIn(doc, first.path, first.start) - 1;
    return { ...quotation, pos, offers: offers[at] ?? [] };
  });
}
