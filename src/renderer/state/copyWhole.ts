import type { Draft } from './draft.svelte';

/**
 * Puts the whole article into the clipboard, formatted and plain: the way out while nothing can be saved. False when the
 * platform does not let it; needs a click or a key.
 */
export function copyWhole(draft: Pick<Draft, 'withView'>): boolean {
  return draft.withView((view) => {
    const { doc } = view.state;
    const { dom, text } = view.serializeForClipboard(doc.slice(0, doc.content.size));
    let taken = false;
    const copied = (event: ClipboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/html', dom.innerHTML);
      event.clipboardData?.setData('text/plain', text);
      taken = event.clipboardData !== null;
    };
    // The asynchronous clipboard would ask for a permission; this needs none.
    window.addEventListener('copy', copied, { capture: true });
    document.execCommand('copy');
    window.removeEventListener('copy', copied, { capture: true });
    return taken;
  });
}
