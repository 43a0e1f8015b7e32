/** Puts a line of words into the clipboard. False when the platform does not let it; needs a click or a key. */
export function copyWords(words: string): boolean {
  let taken = false;
  const copied = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', words);
    taken = event.clipboardData !== null;
  };
  // The asynchronous clipboard would ask for a permission; this needs none.
  window.addEventListener('copy', copied, { capture: true });
  document.execCommand('copy');
  window.removeEventListener('copy', copied, { capture: true });
  return taken;
}
