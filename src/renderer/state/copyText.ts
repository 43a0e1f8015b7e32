/** Puts plain text into the clipboard; false when the platform does not let it. Needs a click or a key. */
export function copyText(text: string): boolean {
  let taken = false;
  const copied = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    taken = event.clipboardData !== null;
  };
  // The asynchronous clipboard would ask for a permission; this needs none.
  window.addEventListener('copy', copied, { capture: true });
  document.execCommand('copy');
  window.removeEventListener('copy', copied, { capture: true });
  return taken;
}
