/** Distance from the edge of the window and from the trigger, in pixels. */
const GAP = 8;

/**
 * Puts an open popover under `trigger` (over it where there is no room), aligned with its start and kept inside the window.
 * Positions are set through the style object, which the content security policy allows.
 */
export function placeNear(popover: HTMLElement, trigger: Element): void {
  const at = trigger.getBoundingClientRect();
  const size = popover.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - GAP;
  const above = at.top - GAP;
  const under = size.height <= below || below >= above;
  const left = Math.max(GAP, Math.min(at.left, window.innerWidth - size.width - GAP));
  const top = under ? at.bottom + 4 : Math.max(GAP, at.top - size.height - 4);
  popover.style.setProperty('left', `${left}px`);
  popover.style.setProperty('top', `${top}px`);
  popover.style.setProperty('max-height', `${(under ? below : above) - 4}px`);
}
