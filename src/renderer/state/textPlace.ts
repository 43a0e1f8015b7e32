import type { Node } from '@tiptap/pm/model';
import { Selection, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Place } from '../../core/article/library';
import { scrollerFrom } from '../editor/scroller';
import { writesElsewhere } from '../editor/writesElsewhere';

/** Where the writer is in a text, its selection and how far it is scrolled; kept while the text is not shown. */
export class TextPlace {
  #kept: Place;
  /** What scrolls around the text; null while it is not shown. */
  #scroller: HTMLElement | null = null;
  /** What had the focus when the article was asked for; null once it was shown. */
  #asked: Element | null;

  constructor(kept: Place | null, asked: Element | null) {
    this.#kept = kept ?? { anchor: 0, head: 0, scroll: 0 };
    this.#asked = asked;
  }

  get isShown(): boolean {
    return this.#scroller !== null;
  }

  show(scroller: HTMLElement): void {
    this.#scroller = scroller;
  }

  hide(state: EditorState): void {
    this.#kept = this.of(state);
    this.#scroller = null;
  }

  of({ selection }: EditorState): Place {
    const { anchor, head } = selection;
    return { anchor, head, scroll: this.#scroller ? Math.max(0, scrollerFrom(this.#scroller).scrollTop) : this.#kept.scroll };
  }

  /** Goes back to where the text was left, and takes the focus unless the writer has gone to a field meanwhile. */
  restore(view: EditorView): void {
    const { scroll } = this.#kept;
    view.dispatch(view.state.tr.setSelection(selectionAt(view.state.doc, this.#kept)).setMeta('addToHistory', false));
    requestAnimationFrame(() => {
      if (this.#scroller) scrollerFrom(this.#scroller).scrollTop = scroll;
    });
    if (!writesElsewhere(this.#asked)) view.focus();
    this.#asked = null;
  }
}

/** The selection that a place means in a document that may be another since: never outside it. */
export function selectionAt(doc: Node, { anchor, head }: Pick<Place, 'anchor' | 'head'>): Selection {
  if (anchor === 0 && head === 0) return Selection.atStart(doc);
  const { size } = doc.content;
  return TextSelection.between(doc.resolve(Math.min(anchor, size)), doc.resolve(Math.min(head, size)));
}
