import { closeHistory } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { hostOf } from './host';
import { openSlice, paragraphs, place } from './placing';
import { cleanText } from './plainText';

/** Inserts text as plain paragraphs, or as what the place takes: one step of undo. Tells of characters that it took out. */
export function insertPlain(view: EditorView, raw: string): void {
  const { text, removed } = cleanText(raw);
  if (removed > 0) hostOf(view.state)?.notice(controlNotice(removed));
  if (text === '') return;
  const { from, to } = view.state.selection;
  const { $from } = view.state.selection;
  const tr = closeHistory(view.state.tr);
  if ($from.parent.type.spec.code && $from.sameParent(view.state.selection.$to)) tr.insertText(text);
  else place(tr, { from, to }, openSlice(paragraphs(view.state.schema, text)));
  view.dispatch(tr.setMeta('uiEvent', 'paste').scrollIntoView());
}

/** What the writer hears when characters were taken out of a paste. */
export const controlNotice = (count: number): string =>
  count === 1
    ? 'One invisible control character in the pasted text was left out: no format can carry it.'
    : `${count} invisible control characters in the pasted text were left out: no format can carry them.`;

/** Pastes the clipboard's text without its form. Where the window may not read the clipboard, the writer is told the key that may. */
export const pastePlain: Command = (_state, dispatch, view) => {
  if (dispatch && view) void read(view);
  return true;
};

async function read(view: EditorView): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    // Refused by the system or the host: only the key's own paste may read it.
    const key = /Mac/u.test(navigator.platform) ? '⌘⇧V' : 'Ctrl+Shift+V';
    hostOf(view.state)?.notice(`The menu may not read the clipboard here. Press ${key} in the text instead.`);
    return;
  }
  if (!view.isDestroyed) insertPlain(view, text);
}
