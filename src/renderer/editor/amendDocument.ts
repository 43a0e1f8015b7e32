import { closeHistory } from '@tiptap/pm/history';
import type { Node, Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Transform } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { partNames } from '../../core/document/blockNames';
import type { DocJson } from '../../core/document/json';
import { compareBlocks } from '../../core/history/compareBlocks';
import { childrenOf } from '../../core/history/inline';
import { docJson } from './docJson';
import { setDocAttributes } from './replaceDocument';

/**
 * Makes the document say what `wanted` says, fields included, by replacing only what differs: children that are the same stay, and of
 * a child that changed only the words that did. The cursor stays where it is as far as its words do.
 */
export function amendDocument(tr: Transaction, wanted: DocJson, schema: Schema): Transaction {
  const { doc } = tr;
  const [old, now] = [childrenOf(docJson(doc)), childrenOf(wanted)];
  const starts = startsOf(doc);
  const parts = partNames.length;
  const kept = compareBlocks(old.slice(parts), now.slice(parts)).flatMap(({ change, before, after }) =>
    change !== 'moved' && before !== null && after !== null ? [{ before: before + parts, after: after + parts }] : [],
  );
  let [b, a] = [old.length, now.length];
  // From the end, so that positions before it keep their meaning.
  for (const { before, after } of [...partNames.map((_name, at) => ({ before: at, after: at })), ...kept].reverse()) {
    const [from, to] = [starts[before + 1] ?? 0, starts[b] ?? doc.content.size];
    const blocks = now.slice(after + 1, a).map((block) => schema.nodeFromJSON(block));
    if (from < to || blocks.length > 0) tr.replaceWith(from, to, blocks);
    if (old[before] !== now[after]) amendChild(tr, starts[before] ?? 0, schema.nodeFromJSON(now[after]));
    [b, a] = [before, after];
  }
  return setDocAttributes(tr, sameObjects(doc.attrs, wanted.attrs));
}

/** Makes of the document, as it stands at this moment, what `change` makes of it: one step of undo. */
export function amendView(view: EditorView, change: (now: DocJson) => DocJson): true {
  const { doc, schema, tr } = view.state;
  amendDocument(closeHistory(tr), change(docJson(doc)), schema);
  if (tr.docChanged) view.dispatch(tr);
  return true;
}

function startsOf(doc: Node): number[] {
  const starts: number[] = [];
  let pos = 0;
  doc.forEach((child) => {
    starts.push(pos);
    pos += child.nodeSize;
  });
  return [...starts, pos];
}

/** Values that are the same are the same objects: only what differs is set. */
const sameObjects = (old: Readonly<Record<string, unknown>>, now: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(now).map(([name, value]) => [name, JSON.stringify(old[name]) === JSON.stringify(value) ? old[name] : value]),
  );

function amendChild(tr: Transaction, pos: number, wanted: Node): void {
  const mine = tr.doc.nodeAt(pos);
  if (!mine || mine.eq(wanted)) return;
  const start = mine.content.findDiffStart(wanted.content);
  const ends = mine.content.findDiffEnd(wanted.content);
  if (mine.type === wanted.type && start !== null && ends) {
    // Words that repeat are found from both ends.
    const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
    const trial = new Transform(tr.doc);
    try {
      trial.replace(pos + 1 + start, pos + 1 + ends.a + overlap, wanted.slice(start, ends.b + overlap));
    } catch (error) {
      // A cut through lists and cells may not fit together: then the block is exchanged as a whole.
      if (!(error instanceof Error)) throw error;
    }
    if (trial.doc.nodeAt(pos)?.content.eq(wanted.content)) for (const step of trial.steps) tr.step(step);
  }
  const now = tr.doc.nodeAt(pos);
  if (!now || now.eq(wanted)) return;
  if (now.type === wanted.type && now.content.eq(wanted.content)) {
    for (const [name, value] of Object.entries(wanted.attrs))
      if (now.attrs[name] !== value) tr.setNodeAttribute(pos, name, value);
  } else tr.replaceWith(pos, pos + now.nodeSize, wanted);
}
