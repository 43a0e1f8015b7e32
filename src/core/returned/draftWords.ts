import type { ArticleLinkJson, InlineJson, MarkJson } from '../document/json';
import { wordTokens, type WordToken } from '../history/wordHunks';
import { isCarried, type Carrying } from './asCarried';

/** What stands at one place of the draft's words: with it the link that shows a headline, where these are the words of one. */
export interface Piece {
  node: InlineJson;
  atom: Shown | null;
}
export interface Shown {
  link: ArticleLinkJson;
  headline: string;
}
/** A word of the draft or of the copy, in the look that the copy shows. */
export interface Word {
  text: string;
  look: string;
  pieces: readonly Piece[];
  /** Links before it that show no headline here. */
  silent: readonly ArticleLinkJson[];
}

/** Between two textblocks; NUL stands in no text. */
export const END = '\0end';
/** Links behind the last word of a textblock that show no headline here. */
export const SILENT = '\0silent';

export const end: Word = { text: END, look: '', pieces: [], silent: [] };
export const asToken = ({ text, look }: Word): WordToken => ({ text, look, content: [] });

/** The words of a textblock of the draft as a returned copy would have them, each with what it is made of. */
export function wordsOf(content: readonly InlineJson[], carrying: Carrying, language: string): Word[] {
  // Cutting words apart keeps the marks of each as they are: they tell which link it was.
  const atoms = new Map<readonly MarkJson[], Shown>();
  const silent: { at: number; atom: ArticleLinkJson }[] = [];
  let at = 0;
  const shown = content.flatMap((node): InlineJson[] => {
    if (node.type !== 'articleLink') {
      at += node.type === 'text' ? node.text.length : 1;
      return [node];
    }
    const headline = (carrying.headlines[node.attrs.article] ?? '').trim();
    if (headline === '') {
      silent.push({ at, atom: node });
      return [];
    }
    at += headline.length;
    const others = (node.marks ?? []).filter(({ type }) => type !== 'link');
    const marks: MarkJson[] = [...others, { type: 'link', attrs: { target: { article: node.attrs.article } } }];
    atoms.set(marks, { link: node, headline });
    return [{ type: 'text', text: headline, marks }];
  });
  let from = 0;
  const tokens = wordTokens(shown, language, (mark) => isCarried(mark, carrying)).map((token): Word => {
    const length = token.text.startsWith('\0') ? 1 : token.text.length;
    const before = silent.filter((each) => each.at >= from && each.at < from + length).map(({ atom }) => atom);
    from += length;
    const pieces = token.content.map((node) => ({ node, atom: (node.marks && atoms.get(node.marks)) ?? null }));
    return { text: token.text, look: token.look, pieces, silent: before };
  });
  const last = silent.filter((each) => each.at >= from).map(({ atom }) => atom);
  return last.length === 0 ? tokens : [...tokens, { text: SILENT, look: '', pieces: [], silent: last }];
}
