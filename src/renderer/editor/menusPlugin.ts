import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { anchorOf } from './anchorOf';
import type { MenuState } from './menus.svelte';
import { openPopover } from './popover';
import { matching, runSlash, SLASH_LIST_ID, slashOptionId, slashQuery } from './slash';

/** Watches cursor and selection, at most once a frame, and reads the layout only while there is something to show. */
export const menusPlugin = (menus: MenuState) => {
  /** Start of the line whose menu the writer has put away. */
  let dismissed = -1;
  return new Plugin({
    view: (view) => {
      let frame = 0;
      let pressed = false;
      const look = () => {
        frame = 0;
        if (!view.isDestroyed) show(view, menus, dismissed, pressed);
      };
      const soon = () => {
        frame ||= requestAnimationFrame(look);
      };
      const down = () => (pressed = true);
      const up = () => {
        pressed = false;
        soon();
      };
      view.dom.addEventListener('pointerdown', down);
      window.addEventListener('pointerup', up);
      view.dom.addEventListener('blur', soon);
      view.dom.addEventListener('focus', soon);
      window.addEventListener('scroll', soon, { capture: true, passive: true });
      window.addEventListener('resize', soon);
      return {
        update: (_, before) => {
          if (before.doc !== view.state.doc && slashQuery(view.state) === null) dismissed = -1;
          // What asks for words opens and closes at once: the next key must find it, or find it gone.
          if (openPopover(before) !== openPopover(view.state)) show(view, menus, dismissed, pressed);
          else if (before.selection !== view.state.selection || before.doc !== view.state.doc || menus.bubble) soon();
        },
        destroy: () => {
          cancelAnimationFrame(frame);
          window.removeEventListener('pointerup', up);
          window.removeEventListener('scroll', soon, { capture: true });
          window.removeEventListener('resize', soon);
          menus.bubble = menus.slash = menus.popover = menus.shown = null;
        },
      };
    },
    props: {
      handleKeyDown: (view, event) => {
        if (event.key === 'F10' && event.altKey && menus.bubble) {
          menus.focusBubble?.();
          return true;
        }
        const query = event.isComposing || view.state.selection.$from.start() === dismissed ? null : slashQuery(view.state);
        if (query === null) return false;
        // What is drawn may be a key behind.
        const items = matching(query.trim());
        const count = items.length;
        if (count === 0) return false;
        if (count !== menus.slash?.items.length) menus.slashIndex = 0;
        if (event.key === 'ArrowDown') menus.slashIndex = (menus.slashIndex + 1) % count;
        else if (event.key === 'ArrowUp') menus.slashIndex = (menus.slashIndex + count - 1) % count;
        else if (event.key === 'Escape') {
          dismissed = view.state.selection.$from.start();
          menus.slash = null;
        } else if (event.key === 'Enter' || event.key === 'Tab') {
          const chosen = items[menus.slashIndex];
          menus.slash = null;
          if (!chosen) return false;
          runSlash(view, chosen);
        } else return false;
        describeSlash(view, menus);
        return true;
      },
    },
  });
};

function show(view: EditorView, menus: MenuState, dismissed: number, pressed: boolean): void {
  const { state } = view;
  const kind = openPopover(state);
  const { selection } = state;
  menus.popover = kind === null ? null : { kind, anchor: anchorOf(view) };
  const selected = selection instanceof TextSelection && !selection.empty && !selection.$from.parent.type.spec.code;
  // The toolbar itself may hold the focus while it is used.
  const holds = view.hasFocus() || document.activeElement?.closest('.bubble') != null;
  menus.bubble = selected && kind === null && holds && !pressed ? anchorOf(view) : null;
  const query = view.hasFocus() && selection.$from.start() !== dismissed ? slashQuery(state) : null;
  const items = query === null ? [] : matching(query.trim());
  if (items.length > 0 && items.length !== menus.slash?.items.length) menus.slashIndex = 0;
  menus.slash = items.length === 0 ? null : { anchor: anchorOf(view), items };
  menus.shown = menus.bubble || menus.popover ? state : null;
  describeSlash(view, menus);
}

function describeSlash({ dom }: EditorView, menus: MenuState): void {
  if (menus.slash) {
    dom.setAttribute('aria-activedescendant', slashOptionId(menus.slashIndex));
    dom.setAttribute('aria-controls', SLASH_LIST_ID);
  } else if (dom.getAttribute('aria-controls') === SLASH_LIST_ID) {
    dom.removeAttribute('aria-activedescendant');
    dom.removeAttribute('aria-controls');
  }
}
