/** True when the writer has gone to a field since `asked` had the focus: what they type there must not land in an article that opens meanwhile. */
export function writesElsewhere(asked: Element | null): boolean {
  const now = document.activeElement;
  const isField = now instanceof HTMLElement && now.matches('input, textarea, select');
  // A dialog that asked is gone, and has given the focus back itself.
  return isField && now !== asked && (asked?.isConnected ?? false);
}
