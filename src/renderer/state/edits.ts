import { closeHistory } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Fields } from '../../core/article/fields';
import type { DocJson } from '../../core/document/json';
import type { Splice } from '../../core/history/comparison';
import { quoteNow, type DraftQuote } from '../editor/digest';
import type { EditorHost } from '../editor/host';
import { addPictures } from '../editor/pictures';
import { replaceDocument, setDocAttributes, spliceBlocks } from '../editor/replaceDocument';

/** The text that is edited. */
export interface EditedText {
  readonly host: EditorHost;
  state(): EditorState;
  dispatch(tr: Transaction): void;
  /** Runs something on the shown editor; false while it is not shown. */
  withView(act: (view: EditorView) => unknown): boolean;
  /** What is shown of the text must not wait for a pause. */
  look(): void;
}

/** What panels, dialogs and proofs change in the text that is written, each as one step of undo. */
export class Edits {
  readonly #text: EditedText;

  constructor(text: EditedText) {
    this.#text = text;
  }

  setFields(change: Partial<Fields>): void {
    const tr = setDocAttributes(this.#step(), change);
    if (tr.docChanged) this.#text.dispatch(tr);
  }

  /** Puts a document of the gate in place of the text, fields included. */
  replaceAll(doc: DocJson): void {
    this.#text.dispatch(replaceDocument(this.#step(), this.#text.state().schema.nodeFromJSON(doc)));
  }

  /** Puts blocks in place of others. Splices count in the document as it is shown. */
  splice(splices: readonly Splice[]): void {
    this.#text.dispatch(spliceBlocks(this.#step(), splices, this.#text.state().schema));
  }

  /** Does something to a quotation as it stands now; false when its words are no longer there. */
  editQuote(quote: DraftQuote, edit: (state: EditorState, now: DraftQuote) => Transaction): boolean {
    return this.#text.withView((view) => {
      const now = quoteNow(view.state.doc, quote);
      if (!now) return false;
      const tr = edit(view.state, now);
      if (tr.docChanged) view.dispatch(tr);
      this.#text.look();
      return true;
    });
  }

  /** Puts pictures into the text where they were let go, or at its end where that is beside it; false while it is not shown. */
  takePictures(files: readonly File[], at: { left: number; top: number }): boolean {
    return this.#text.withView((view) => {
      const pos = view.posAtCoords(at)?.pos ?? view.state.doc.content.size;
      void addPictures(view, this.#text.host, files, pos);
      return true;
    });
  }

  // What was typed right before is undone by itself.
  #step(): Transaction {
    return closeHistory(this.#text.state().tr);
  }
}
