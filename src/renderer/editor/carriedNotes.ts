import { Fragment, type Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { BlockAttributes, MarkAttributes } from '../../core/document/attributes';

/**
 * What is noted of words inside a sentence goes with them into a block quotation of their own: the words without that mark, and
 * the fields to give the block. Where the words are of several people, the marks stay as they are.
 */
export function intoBlock(words: readonly Node[]): { words: Node[]; fields: Partial<BlockAttributes['quote']> } {
  const notes = new Map<string, MarkAttributes['speech']>();
  for (const paragraph of words)
    paragraph.descendants((node) => {
      const mark = node.marks.find(({ type }) => type.name === 'speech');
      if (mark) notes.set(JSON.stringify(mark.attrs), mark.attrs as MarkAttributes['speech']);
    });
  const [note, ...others] = notes.values();
  if (!note || others.length > 0) return { words: [...words], fields: {} };
  return { words: words.map(unmarked), fields: note };
}

function unmarked(paragraph: Node): Node {
  const children: Node[] = [];
  paragraph.forEach((node) => void children.push(node.mark(node.marks.filter(({ type }) => type.name !== 'speech'))));
  return paragraph.copy(Fragment.from(children));
}

/** The evidence of a block quotation goes with its words when they become part of the text again, in a mark on them. */
export function ontoWords(tr: Transaction, from: number, quote: Node): Transaction {
  const { speaker, role, evidence = null } = quote.attrs as BlockAttributes['quote'];
  const type = tr.doc.type.schema.marks.speech;
  return type && evidence !== null ? tr.addMark(from, from + quote.content.size, type.create({ speaker, role, evidence })) : tr;
}
