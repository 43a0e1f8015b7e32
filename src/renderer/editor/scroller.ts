/** What scrolls around the page: its own scroller, or the panel around that one where it does not scroll. */
export function scrollerFrom(scroller: HTMLElement): HTMLElement {
  for (let at: HTMLElement | null = scroller; at; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight + 1 && getComputedStyle(at).overflowY !== 'visible') return at;
  return scroller;
}
