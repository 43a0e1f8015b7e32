import { Fragment, type Mark, type Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceManyStep, type Change } from './replaceManyStep';
import { textblocksIn } from './textblocks';

/** Words in place of a range inside one textblock, as positions of a document. */
export interface WordsAt {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Replaces words in many places, which lie apart and in order, in one step. Only what differs is exchanged, so that letters that
 * stay keep their emphasis and links; new ones take those of the words that they replace. Linear.
 */
export function replaceRanges(tr: Transaction, places: readonly WordsAt[]): Transaction {
  const blocks = textblocksIn(tr.doc);
  const changes: Change[] = [];
  let at = 0;
  for (const place of places) {
    while (at + 1 < blocks.length && (blocks[at + 1]?.start ?? 0) <= place.from) at++;
    const block = blocks[at];
    if (!block) break;
    const change = differing(block.node, block.text, { ...place, from: place.from - block.start, to: place.to - block.start });
    if (change) changes.push({ ...change, from: change.from + block.start, to: change.to + block.start });
  }
  return changes.length > 0 ? tr.step(new ReplaceManyStep(changes)) : tr;
}

function differing(block: Node, words: string, { from, to, text }: WordsAt): Change | null {
  const old = words.slice(from, to);
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < old.length - start && end < text.length - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  // A character of two units is exchanged whole.
  if (start > 0 && /[\ud800-\udbff]/u.test(old[start - 1] ?? '')) start--;
  if (end > 0 && /[\udc00-\udfff]/u.test(old.at(-end) ?? '')) end--;
  const range = { from: from + start, to: to - end };
  const put = text.slice(start, text.length - end);
  if (put === '' && range.from === range.to) return null;
  const near = range.from < range.to ? range.from : range.from > from ? range.from - 1 : Math.min(range.from, to - 1);
  return { ...range, content: put === '' ? Fragment.empty : Fragment.from(block.type.schema.text(put, marksAt(block, near))) };
}

const marksAt = (block: Node, offset: number): readonly Mark[] => block.childAfter(Math.max(0, offset)).node?.marks ?? [];
