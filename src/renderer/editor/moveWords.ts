import { closeHistory } from '@tiptap/pm/history';
import type { Slice } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { crossesParts, deleteAcrossParts } from './parts';
import { place } from './placing';

/** Words dragged within the text: taken from where they were, part by part, and placed as a paste would be. */
export function moveWords(view: EditorView, event: MouseEvent, slice: Slice, moved: boolean): boolean {
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  const { selection } = view.state;
  if (!view.dragging || !at || selection instanceof NodeSelection) return false;
  if (selection.from <= at.pos && at.pos <= selection.to) return true;
  const tr = closeHistory(view.state.tr);
  if (moved && crossesParts(selection)) deleteAcrossParts(tr);
  else if (moved) tr.deleteSelection();
  const pos = tr.mapping.map(at.pos);
  view.dispatch(place(tr, { from: pos, to: pos }, slice).setMeta('uiEvent', 'drop').scrollIntoView());
  view.focus();
  return true;
}
