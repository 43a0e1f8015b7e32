import type { SessionState } from './session.svelte';

/** Below these widths, in pixels, a side lies over the page as a drawer instead of beside it. */
export const INSPECTOR_BESIDE = 1180;
export const LIBRARY_BESIDE = 1000;

export type Side = 'library' | 'inspector';

/** Which sides of the window are open, beside the page or over it. */
export class Panels {
  /** Inner width of the window in pixels. */
  width = $state(1440);
  /** The side that lies over the page now; never kept, so that nothing covers the copy at the next start. */
  drawer = $state<Side | null>(null);

  readonly libraryBeside = $derived(this.width >= LIBRARY_BESIDE);
  readonly inspectorBeside = $derived(this.width >= INSPECTOR_BESIDE);
  readonly #session: SessionState;

  constructor(session: SessionState) {
    this.#session = session;
  }

  isBeside(side: Side): boolean {
    return side === 'library' ? this.libraryBeside : this.inspectorBeside;
  }

  isOpen(side: Side): boolean {
    if (!this.isBeside(side)) return this.drawer === side;
    return !this.#session.focus && this.#session[side];
  }

  toggle(side: Side): void {
    if (this.isOpen(side)) this.close(side);
    else this.open(side);
  }

  open(side: Side): void {
    if (this.isBeside(side)) {
      this.#session.focus = false;
      this.#session[side] = true;
    } else this.drawer = side;
    this.#session.keep();
  }

  close(side: Side): void {
    if (this.isBeside(side)) this.#session[side] = false;
    else this.drawer = null;
    this.#session.keep();
  }

  toggleFocus(): void {
    this.#session.focus = !this.#session.focus;
    this.drawer = null;
    this.#session.keep();
  }
}
