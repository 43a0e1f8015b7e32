import type { Node, Schema } from '@tiptap/pm/model';
import { Selection, type Transaction } from '@tiptap/pm/state';
import type { Splice } from '../../core/history/comparison';

/** Another document in place of the one that is edited, fields included: one step of undo. Children keep their identity. */
export function replaceDocument(tr: Transaction, doc: Node): Transaction {
  // A document is never empty, so its content is exchanged as a whole.
  tr.replaceWith(0, tr.doc.content.size, doc.content);
  setDocAttributes(tr, doc.attrs);
  return tr.setSelection(Selection.atStart(tr.doc));
}

/** Sets those of the fields that differ. */
export function setDocAttributes(tr: Transaction, attrs: Readonly<Record<string, unknown>>): Transaction {
  for (const [name, value] of Object.entries(attrs)) if (tr.doc.attrs[name] !== value) tr.setDocAttribute(name, value);
  return tr;
}

/** Puts top-level blocks in place of others; the cursor goes to the first of them. Splices are in ascending order and lie apart. */
export function spliceBlocks(tr: Transaction, splices: readonly Splice[], schema: Schema): Transaction {
  const { doc } = tr;
  const startOf = (index: number) => {
    let pos = 0;
    for (let at = 0; at < index; at++) pos += doc.child(at).nodeSize;
    return pos;
  };
  // From the end, so that positions before it keep their meaning.
  for (const { from, remove, insert } of [...splices].reverse()) {
    tr.replaceWith(
      startOf(from),
      startOf(from + remove),
      insert.map((block) => schema.nodeFromJSON(block)),
    );
  }
  const first = splices[0];
  return first ? tr.setSelection(Selection.near(tr.doc.resolve(Math.min(startOf(first.from) + 1, tr.doc.content.size)))) : tr;
}
