/** Puts text into the clipboard, as HTML too where it is given; false when the platform does not let it. Needs a click or a key not long ago. */
export function copyText(text: string, html: string | null = null): boolean {
  let taken = false;
  const copied = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (html !== null) event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    taken = event.clipboardData !== null;
  };
  // The asynchronous clipboard would ask for a permission; this needs none.
  window.addEventListener('copy', copied, { capture: true });
  document.execCommand('copy');
  window.removeEventListener('copy', copied, { capture: true });
  return taken;
}
