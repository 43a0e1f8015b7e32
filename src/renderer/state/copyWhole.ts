import { copyText } from './copyText';
import type { Draft } from './draft.svelte';

/**
 * Puts the whole article into the clipboard, formatted and plain: the way out while nothing can be saved. False when the
 * platform does not let it; needs a click or a key.
 */
export function copyWhole(draft: Pick<Draft, 'withView'>): boolean {
  return draft.withView((view) => {
    const { doc } = view.state;
    const { dom, text } = view.serializeForClipboard(doc.slice(0, doc.content.size));
    return copyText(text, dom.innerHTML);
  });
}
