import type { Mark, Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/** Words in place of a range inside one textblock, as positions of a document. */
export interface WordsAt {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Replaces words in many places, which lie apart and in order. Only what differs is exchanged, so that letters that stay keep
 * their emphasis and links; new ones take those of the words that they replace.
 */
export function replaceRanges(tr: Transaction, places: readonly WordsAt[]): Transaction {
  const { doc } = tr;
  for (const { from, to, text } of [...places].reverse()) {
    const old = doc.textBetween(from, to, '\n', '\ufffc');
    let start = 0;
    while (start < old.length && start < text.length && old[start] === text[start]) start++;
    let end = 0;
    while (end < old.length - start && end < text.length - start && old.at(-1 - end) === text.at(-1 - end)) end++;
    // A character of two units is exchanged whole.
    if (start > 0 && /[\ud800-\udbff]/u.test(old[start - 1] ?? '')) start--;
    if (end > 0 && /[\udc00-\udfff]/u.test(old.at(-end) ?? '')) end--;
    const range = { from: from + start, to: to - end };
    const words = text.slice(start, text.length - end);
    if (words !== '') tr.replaceWith(range.from, range.to, doc.type.schema.text(words, marksFor(doc, range, { from, to })));
    else if (range.from < range.to) tr.delete(range.from, range.to);
  }
  return tr;
}

function marksFor(doc: Node, changed: { from: number; to: number }, whole: { from: number; to: number }): readonly Mark[] {
  const at =
    changed.from < changed.to
      ? changed.from
      : changed.from > whole.from
        ? changed.from - 1
        : Math.min(changed.from, whole.to - 1);
  return doc.nodeAt(at)?.marks ?? [];
}
