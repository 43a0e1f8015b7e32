import { closeHistory, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { matcherOf } from '../../core/find/matcher';
import type { TextRange } from '../../core/quotes/verbatim';
import { replaceRanges } from '../editor/replaceRanges';
import { firstAfter, hidePlaces, scrollTo, showPlaces } from './highlights';
import { Search } from './search';
import { partSpoken } from './spoken';

/** Milliseconds without a change after which the text is searched again. */
const PAUSE_MS = 120;
/** Milliseconds that searching takes at a time; in between, keys are heard. */
const SLICE_MS = 8;
const LONGEST_SEED = 200;

/** What replacing everywhere did, and what it left. */
export interface Replaced {
  readonly count: number;
  /** Places inside quotations that were left as they are. */
  readonly skipped: number;
  /** The document that it made: while it stands, undoing takes exactly this back. */
  readonly made: Node | null;
}

/** Finding and replacing in the article that is written: what is asked for, where it stands, and what becomes of it. */
export class Finding {
  mode = $state<'closed' | 'find' | 'replace'>('closed');
  words = $state('');
  replacement = $state('');
  matchCase = $state(false);
  wholeWords = $state(false);
  ignoreAccents = $state(false);
  places = $state.raw<readonly TextRange[]>([]);
  /** Index of the place that is shown; -1 for none. */
  current = $state(-1);
  searching = $state(false);
  replaced = $state.raw<Replaced | null>(null);
  /** Counts the times that the bar was asked for: each takes the focus. */
  asked = $state(0);

  #view: EditorView | null = null;
  #search: Search | null = null;
  /** The document that `places` belong to. */
  #searched: Node | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  /** Opens the bar; words of one line that are selected are what is looked for. */
  show(mode: 'find' | 'replace'): void {
    const view = this.#view;
    if (!view) return;
    const { doc, selection } = view.state;
    const chosen = doc.textBetween(selection.from, selection.to, '\n', '\n');
    if (!view.hasFocus() || chosen === '' || chosen.includes('\n') || chosen.length > LONGEST_SEED) this.change({});
    else this.change({ words: chosen });
    this.mode = mode;
    this.asked++;
  }

  /** Closes the bar and goes on writing at the place that was shown. */
  close(): void {
    if (this.mode === 'closed') return;
    this.mode = 'closed';
    clearTimeout(this.#timer);
    this.searching = false;
    this.replaced = null;
    this.#show();
    this.#view?.focus();
  }

  /** Looks for something else, or in another way. */
  change(how: Partial<Pick<Finding, 'words' | 'matchCase' | 'wholeWords' | 'ignoreAccents'>>): void {
    Object.assign(this, how);
    this.replaced = null;
    const matcher = matcherOf({
      words: this.words,
      matchCase: this.matchCase,
      wholeWords: this.wholeWords,
      ignoreAccents: this.ignoreAccents,
    });
    this.#search = matcher && new Search(matcher);
    this.#searched = null;
    this.#begin();
  }

  next(): void {
    this.#step(1);
  }
  previous(): void {
    this.#step(-1);
  }

  /** Replaces the place that is shown, wherever it stands, and goes on to the next. */
  replace(): void {
    const view = this.#view;
    this.#finish();
    const place = this.places[this.current];
    if (!view || !place) return;
    view.dispatch(replaceRanges(closeHistory(view.state.tr), [{ ...place, text: this.replacement }]));
    this.replaced = null;
    this.#finish();
    this.current = firstAfter(this.places, place.from + this.replacement.length);
    if (this.current === this.places.length) this.current = this.places.length > 0 ? 0 : -1;
    this.#reveal();
  }

  /**
   * Replaces everywhere, in one step of undo: in the writer's own words, where somebody's words stay and are counted; or, when the
   * writer asks for it afterwards, in those.
   */
  replaceAll(where: 'own' | 'spoken'): void {
    const view = this.#view;
    this.#finish();
    if (!view || this.places.length === 0) return;
    const parted = partSpoken(view.state.doc, this.places);
    const places = parted[where].map((place) => ({ ...place, text: this.replacement }));
    if (places.length > 0) {
      view.dispatch(replaceRanges(closeHistory(view.state.tr), places));
      view.dispatch(closeHistory(view.state.tr));
    }
    this.replaced = {
      count: places.length,
      skipped: where === 'own' ? parted.spoken.length : 0,
      made: places.length > 0 ? view.state.doc : null,
    };
    this.#finish();
    this.#show();
  }

  /** Takes the last replacing everywhere back, as long as nothing was written since. */
  undoReplaced(): void {
    const view = this.#view;
    if (view && this.replaced?.made === view.state.doc) undo(view.state, view.dispatch);
    this.replaced = null;
  }

  /** Joins it to the text: hears of changes and of scrolling. */
  plugin(): Plugin {
    return new Plugin({
      view: (view) => {
        this.#view = view;
        const soon = () => {
          if (this.mode !== 'closed') this.#frame ||= requestAnimationFrame(() => this.#show());
        };
        window.addEventListener('scroll', soon, { capture: true, passive: true });
        window.addEventListener('resize', soon);
        return {
          update: (_, before) => {
            if (before.doc === view.state.doc || this.mode === 'closed') return;
            clearTimeout(this.#timer);
            this.#timer = setTimeout(() => this.#begin(), PAUSE_MS);
          },
          destroy: () => {
            window.removeEventListener('scroll', soon, { capture: true });
            window.removeEventListener('resize', soon);
            clearTimeout(this.#timer);
            cancelAnimationFrame(this.#frame);
            this.#frame = 0;
            this.#view = null;
            this.mode = 'closed';
            hidePlaces();
          },
        };
      },
    });
  }

  /** Searches in slices, and shows what was found at the end. */
  #begin(): void {
    clearTimeout(this.#timer);
    const view = this.#view;
    if (!view) return;
    const { doc } = view.state;
    const search = this.#search?.through(doc);
    const slice = () => {
      const until = performance.now() + SLICE_MS;
      for (;;) {
        const step = search?.next();
        if (!step || step.done) return this.#found(doc, step?.value ?? []);
        if (performance.now() > until) break;
      }
      this.searching = true;
      this.#timer = setTimeout(slice);
    };
    slice();
  }

  #found(doc: Node, places: readonly TextRange[]): void {
    const isNew = this.#searched === null;
    const before = this.places[this.current]?.from ?? this.#view?.state.selection.from ?? 0;
    this.searching = false;
    this.#searched = doc;
    this.places = places;
    const at = firstAfter(places, before);
    this.current = places.length === 0 ? -1 : at < places.length ? at : 0;
    if (isNew && this.mode !== 'closed') this.#reveal();
    else this.#show();
  }

  /** Brings `places` up to date at once. Only what changed since is read. */
  #finish(): void {
    const view = this.#view;
    if (!view || (this.#searched === view.state.doc && !this.searching)) return;
    clearTimeout(this.#timer);
    const search = this.#search?.through(view.state.doc);
    let step = search?.next();
    while (search && step && !step.done) step = search.next();
    this.#searched ??= view.state.doc;
    this.#found(view.state.doc, step?.value ?? []);
  }

  #step(by: 1 | -1): void {
    const view = this.#view;
    if (!view || this.words === '') return;
    if (!this.#search) this.change({});
    this.#finish();
    const count = this.places.length;
    if (count === 0) return;
    const { from, to } = view.state.selection;
    const place = this.places[this.current];
    // From where the writer has put the cursor since.
    const onPlace = place?.from === from && place.to === to;
    const next = by > 0 ? firstAfter(this.places, from) : firstAfter(this.places, from - 1) - 1;
    this.current = onPlace ? (this.current + by + count) % count : (next + count) % count;
    this.#reveal();
  }

  /** Selects the place and brings it into sight. */
  #reveal(): void {
    const view = this.#view;
    const place = this.places[this.current];
    if (view && place) {
      const { doc, tr } = view.state;
      const selection = TextSelection.create(doc, place.from, place.to);
      if (!view.state.selection.eq(selection)) view.dispatch(tr.setSelection(selection).setMeta('addToHistory', false));
      const scroller = this.#scroller();
      if (scroller) scrollTo(view, scroller, place.from);
    }
    this.#show();
  }

  #show(): void {
    this.#frame = 0;
    const scroller = this.#scroller();
    if (this.mode === 'closed' || !this.#view || !scroller) hidePlaces();
    else if (this.#searched === this.#view.state.doc) showPlaces(this.#view, scroller, this.places, this.current);
  }

  #scroller(): HTMLElement | null {
    return this.#view?.dom.closest<HTMLElement>('.page-scroller') ?? null;
  }
}
