import type { Node } from '@tiptap/pm/model';
import { Selection, type Transaction } from '@tiptap/pm/state';

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
