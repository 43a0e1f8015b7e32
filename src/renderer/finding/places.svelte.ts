import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import type { Matcher } from '../../core/find/matcher';
import type { TextRange } from '../../core/quotes/verbatim';
import { firstAfter } from './highlights';
import { Search } from './search';

/** Milliseconds without a change after which the text is searched again. */
const PAUSE_MS = 120;
/** Milliseconds that searching takes at a time; in between, keys are heard. */
const SLICE_MS = 8;

/** Where what is looked for stands in a text that is being written, and which of the places is shown. */
export class Places {
  list = $state.raw<readonly TextRange[]>([]);
  /** Index of the place that is shown; -1 for none. */
  current = $state(-1);
  searching = $state(false);

  readonly #state: () => EditorState | null;
  readonly #found: (isNew: boolean) => void;
  #search: Search | null = null;
  /** The document that `list` belongs to. */
  #searched: Node | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `state` gives null while no text is shown. `found` hears each time that `list` is new, and whether it is the first of a search that nobody has asked to finish. */
  constructor(state: () => EditorState | null, found: (isNew: boolean) => void) {
    this.#state = state;
    this.#found = found;
  }

  /** False until something was looked for. */
  get isLooking(): boolean {
    return this.#search !== null;
  }

  /** The place that is shown. */
  get shown(): TextRange | undefined {
    return this.list[this.current];
  }

  /** True while `list` is of the text as it stands. */
  get isFresh(): boolean {
    return this.#searched === this.#state()?.doc;
  }

  /** Looks for something else; null for nothing. */
  lookFor(matcher: Matcher | null): void {
    this.#search = matcher && new Search(matcher);
    this.#searched = null;
    this.#begin();
  }

  /** The text has changed: searches again after a pause. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), PAUSE_MS);
  }

  /** Leaves off searching. */
  stop(): void {
    clearTimeout(this.#timer);
    this.searching = false;
  }

  /** Brings `list` up to date at once. Only what changed since is read. */
  finish(): void {
    const state = this.#state();
    if (!state || (this.isFresh && !this.searching)) return;
    clearTimeout(this.#timer);
    const search = this.#search?.through(state.doc);
    let step = search?.next();
    while (search && step && !step.done) step = search.next();
    this.#searched ??= state.doc;
    this.#take(state, step?.value ?? []);
  }

  /** Shows the next place (1) or the one before (-1), round the end: from where the writer has put the cursor since. */
  step(by: 1 | -1, { from, to }: TextRange): void {
    const count = this.list.length;
    if (count === 0) return;
    const onPlace = this.shown?.from === from && this.shown.to === to;
    const next = by > 0 ? firstAfter(this.list, from) : firstAfter(this.list, from - 1) - 1;
    this.current = onPlace ? (this.current + by + count) % count : (next + count) % count;
  }

  /** Shows the first place that ends behind a position, or the very first. */
  showBehind(pos: number): void {
    const at = firstAfter(this.list, pos);
    this.current = this.list.length === 0 ? -1 : at < this.list.length ? at : 0;
  }

  /** Searches in slices, and tells of what was found at the end. */
  #begin(): void {
    clearTimeout(this.#timer);
    const state = this.#state();
    if (!state) return;
    const search = this.#search?.through(state.doc);
    const slice = () => {
      const until = performance.now() + SLICE_MS;
      for (;;) {
        const step = search?.next();
        if (!step || step.done) return this.#take(state, step?.value ?? []);
        if (performance.now() > until) break;
      }
      this.searching = true;
      this.#timer = setTimeout(slice);
    };
    slice();
  }

  #take({ doc }: EditorState, places: readonly TextRange[]): void {
    const isNew = this.#searched === null;
    const before = this.shown?.from ?? this.#state()?.selection.from ?? 0;
    this.searching = false;
    this.#searched = doc;
    this.list = places;
    this.showBehind(before);
    this.#found(isNew);
  }
}
