import type { EditorView } from '@tiptap/pm/view';
import type { LinkTarget } from '../../core/document/attributes';
import type { EditorHost } from './host';
import { markedRange } from './marks';
import { openTarget } from './targets';

/** A click places the cursor; with Mod it opens the link. */
export const followLinks = (host: EditorHost) => ({
  click: (view: EditorView, event: MouseEvent): boolean => {
    if (!(event.ctrlKey || event.metaKey) || !(event.target instanceof Element) || !event.target.closest('.link')) return false;
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
    const type = view.state.schema.marks.link;
    const range = at && type ? markedRange(view.state.doc.resolve(at.pos), type) : null;
    if (!range) return false;
    event.preventDefault();
    openTarget(host, range.mark.attrs.target as LinkTarget);
    return true;
  },
});
