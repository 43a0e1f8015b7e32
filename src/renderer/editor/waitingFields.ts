import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isLong } from './longPage';

/** What makes the fields of a block that still waits for them. */
const makers = new WeakMap<Element, () => void>();
const drawn = new WeakSet<EditorView>();

/** True while a long page is drawn for the first time: of its blocks only those that come near the window get fields at once. */
export const mayWait = (view: EditorView): boolean =>
  'ContentVisibilityAutoStateChangeEvent' in window && !drawn.has(view) && isLong(view.state.doc);

/** The words of a block's fields, for eyes, ears and paper, in place of the fields; `make` is called once, when somebody comes near. */
export function waitForFields(block: HTMLElement, fields: HTMLElement, words: string, make: () => void): void {
  const plain = document.createElement('span');
  plain.className = 'waiting-fields';
  plain.textContent = words;
  // The Tab key comes here as it would to the fields, which then take its focus.
  plain.tabIndex = 0;
  plain.addEventListener('focus', ({ relatedTarget }) => {
    const back =
      relatedTarget instanceof Element &&
      Boolean(plain.compareDocumentPosition(relatedTarget) & Node.DOCUMENT_POSITION_FOLLOWING);
    makeFields(block);
    const all = fields.querySelectorAll<HTMLElement>('input, button');
    all[back ? all.length - 1 : 0]?.focus();
  });
  fields.append(plain);
  makers.set(block, () => {
    plain.remove();
    make();
  });
}

/** Says other words while the fields are waited for. */
export function waitingWords(fields: HTMLElement, words: string): void {
  const plain = fields.querySelector('.waiting-fields');
  if (plain) plain.textContent = words;
}

/** Makes the fields of a block that waits for them; does nothing where they are. */
export function makeFields(block: Element): void {
  const make = makers.get(block);
  makers.delete(block);
  make?.();
}

/** Makes those fields at once that `blockGroupsPlugin` tells nothing of: the fields of a block inside another. */
export const waitingFieldsPlugin = () =>
  new Plugin({
    view: (view) => {
      drawn.add(view);
      // A block inside another is laid out with that one.
      for (const plain of view.dom.querySelectorAll(':scope > * > * > * .waiting-fields')) {
        for (let around = plain.parentElement; around; around = around.parentElement) makeFields(around);
      }
      return {};
    },
  });
