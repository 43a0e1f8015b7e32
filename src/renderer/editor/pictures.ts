import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { toWire } from '../../core/errors';
import type { StoredAsset } from '../../core/ports/assets';
import { offeredPictures } from '../state/pictureUpload';
import { focusField } from './fields';
import { hostOf, type EditorHost } from './host';
import { bodyStart } from './parts';
import { finishPlace, placeOf, reservePlace } from './waitingPlaces';

/** Has the writer choose pictures: none when the choice is given up. */
export function choosePictures(several: boolean, chosen: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = offeredPictures;
  input.multiple = several;
  for (const end of ['change', 'cancel']) input.addEventListener(end, () => chosen([...(input.files ?? [])]));
  input.click();
}

/** Milliseconds after which the writer is told that a picture is still on its way. */
const LONG_MS = 1_000;

/** Asks for pictures and puts them where the cursor was. */
export const insertPicture: Command = (state, dispatch, view) => {
  const host = hostOf(state);
  if (!host) return false;
  if (dispatch && view) {
    // The writer may go on writing elsewhere while the chooser is open.
    const id = reservePlace(view, { from: state.selection.to, to: state.selection.to });
    choosePictures(true, (files) => void putInto(view, host, files, id));
  }
  return true;
};

/**
 * Keeps the pictures in the library and puts them into the text, each in one step of undo, at the block boundary after `at`,
 * which is kept through every edit in the meantime. One that cannot be taken is told, and the others come all the same.
 */
export async function addPictures(view: EditorView, host: EditorHost, files: readonly File[], at: number): Promise<void> {
  await putInto(view, host, files, reservePlace(view, { from: at, to: at }));
}

async function putInto(view: EditorView, host: EditorHost, files: readonly File[], id: number): Promise<void> {
  let last: number | null = null;
  for (const file of files) {
    const slow = setTimeout(() => host.notice(`“${file.name}” is being taken in. You can go on writing.`), LONG_MS);
    try {
      const stored = await host.putPicture(file);
      const place = view.isDestroyed ? null : placeOf(view.state, id);
      if (!place) return host.notice(`“${file.name}” was not put into the text, because another article is open now.`);
      last = insertAfter(view, place.to, stored);
    } catch (error) {
      host.notice(`“${file.name}” was not taken. ${toWire(error).message}`);
    } finally {
      clearTimeout(slow);
    }
  }
  if (view.isDestroyed) return;
  finishPlace(view, id);
  if (last !== null) focusField(view, last, 'alt');
}

/** Puts a picture in place of an empty paragraph, or behind the block that `pos` stands in; gives where it is. */
function insertAfter(view: EditorView, pos: number, { asset, width, height }: StoredAsset): number {
  const { state } = view;
  const node = state.schema.node('figure', { asset, width, height });
  const { from, to } = roomAt(state, pos);
  const tr = closeHistory(state.tr).replaceWith(from, to, node);
  view.dispatch(selected(tr, from).scrollIntoView());
  return from;
}

const selected = (tr: Transaction, pos: number): Transaction => tr.setSelection(NodeSelection.create(tr.doc, pos));

function roomAt({ doc }: EditorState, pos: number): { from: number; to: number } {
  const $pos = doc.resolve(Math.min(Math.max(pos, bodyStart(doc)), doc.content.size));
  if ($pos.depth === 0) return { from: $pos.pos, to: $pos.pos };
  const block = $pos.node(1);
  const empty = block.type.name === 'paragraph' && block.content.size === 0;
  return empty ? { from: $pos.before(1), to: $pos.after(1) } : { from: $pos.after(1), to: $pos.after(1) };
}
