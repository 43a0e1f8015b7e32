import type { EditorView } from '@tiptap/pm/view';
import type { Anchor } from './menus.svelte';

/** Where the selection stands in the window. */
export function anchorOf(view: EditorView): Anchor {
  const { from, to } = view.state.selection;
  const start = view.coordsAtPos(from, 1);
  const end = view.coordsAtPos(to, -1);
  return {
    left: Math.min(start.left, end.left),
    right: Math.max(start.right, end.right),
    top: Math.min(start.top, end.top),
    bottom: Math.max(start.bottom, end.bottom),
  };
}
