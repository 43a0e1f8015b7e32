import { history } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state';
import { documentSchema } from '../../../core/document/schema';
import type { DocJson } from '../../../core/document/json';

/** An editor's state over a document, for tests without a DOM. `[` and `]` of `words` say where the selection begins and ends. */
export function writing(doc: DocJson, words?: string): EditorState {
  const node = documentSchema().nodeFromJSON(doc);
  node.check();
  const state = EditorState.create({ doc: node, plugins: [history()] });
  return words === undefined ? state : select(state, words);
}

/** Selects these words, which stand in one text node each end. */
export function select(state: EditorState, words: string): EditorState {
  const [start, end] = words.split('…') as [string, string | undefined];
  const from = find(state.doc, start);
  const to = end === undefined ? from + start.length : find(state.doc, end) + end.length;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

/** The cursor right before these words. */
export function before(state: EditorState, words: string): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, find(state.doc, words))));
}

function find(doc: Node, words: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    const at = node.isText && found < 0 ? (node.text ?? '').indexOf(words) : -1;
    if (at >= 0) found = pos + at;
  });
  if (found < 0) throw new Error(`no such words in the document: ${words}`);
  return found;
}

/** The state after a command; null when it refused. The result is checked against the schema. */
export function after(state: EditorState, command: Command): EditorState | null {
  let next: EditorState | null = null;
  const done = command(state, (tr) => (next = state.apply(tr)));
  const result = next as EditorState | null;
  result?.doc.check();
  return done ? (result ?? state) : null;
}

/** A state's document as JSON, without the fields. */
export const bodyOf = (state: EditorState | null): unknown => (state?.doc.toJSON() as DocJson | undefined)?.content.slice(3);
