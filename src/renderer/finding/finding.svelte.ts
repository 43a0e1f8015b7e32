import { closeHistory, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { matcherOf } from '../../core/find/matcher';
import type { TextRange } from '../../core/quotes/verbatim';
import { replaceRanges } from '../editor/replaceRanges';
import { hidePlaces, scrollTo, showPlaces } from './highlights';
import { Places } from './places.svelte';
import { partSpoken } from './spoken';

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
  replaced = $state.raw<Replaced | null>(null);
  /** Counts the times that the bar was asked for: each takes the focus. */
  asked = $state(0);

  #view: EditorView | null = null;
  #frame = 0;
  readonly #places = new Places(
    () => this.#view?.state ?? null,
    (isNew) => (isNew && this.mode !== 'closed' ? this.#reveal() : this.#show()),
  );

  get places(): readonly TextRange[] {
    return this.#places.list;
  }
  /** Index of the place that is shown; -1 for none. */
  get current(): number {
    return this.#places.current;
  }
  get searching(): boolean {
    return this.#places.searching;
  }

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
    this.#places.stop();
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
    this.#places.lookFor(matcher);
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
    this.#places.finish();
    const place = this.#places.shown;
    if (!view || !place) return;
    view.dispatch(replaceRanges(closeHistory(view.state.tr), [{ ...place, text: this.replacement }]));
    this.replaced = null;
    this.#places.finish();
    this.#places.showBehind(place.from + this.replacement.length);
    this.#reveal();
  }

  /**
   * Replaces everywhere, in one step of undo: in the writer's own words, where somebody's words stay and are counted; or, when the
   * writer asks for it afterwards, in those.
   */
  replaceAll(where: 'own' | 'spoken'): void {
    const view = this.#view;
    this.#places.finish();
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
    this.#places.finish();
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
            if (before.doc !== view.state.doc && this.mode !== 'closed') this.#places.changed();
          },
          destroy: () => {
            window.removeEventListener('scroll', soon, { capture: true });
            window.removeEventListener('resize', soon);
            this.#places.stop();
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

  #step(by: 1 | -1): void {
    const view = this.#view;
    if (!view || this.words === '') return;
    if (!this.#places.isLooking) this.change({});
    this.#places.finish();
    if (this.places.length === 0) return;
    this.#places.step(by, view.state.selection);
    this.#reveal();
  }

  /** Selects the place and brings it into sight. */
  #reveal(): void {
    const view = this.#view;
    const place = this.#places.shown;
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
    else if (this.#places.isFresh) showPlaces(this.#view, scroller, this.places, this.current);
  }

  #scroller(): HTMLElement | null {
    return this.#view?.dom.closest<HTMLElement>('.page-scroller') ?? null;
  }
}
