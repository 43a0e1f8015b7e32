import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fieldNames, type Fields } from '../../core/article/fields';
import type { Place } from '../../core/article/library';
import type { Article } from '../../core/article/article';
import type { DocJson } from '../../core/document/json';
import type { Splice } from '../../core/history/comparison';
import { StetError } from '../../core/errors';
import type { EditingCommandId } from '../../core/commands/commands';
import type { Client } from '../../core/rpc/createClient';
import { articleEditor } from '../editor/articleEditor';
import { Autosave, type SaveState, type Stored } from '../editor/autosave';
import { editorCommands, isActiveIn } from '../editor/commands';
import { showChangedWords } from '../editor/changedWords';
import { countAhead, digestBefore, digestOf, quoteNow, type Digest, type DraftQuote } from '../editor/digest';
import type { EditorHost } from '../editor/host';
import { addPictures } from '../editor/pictures';
import { MenuState } from '../editor/menus.svelte';
import { directionOf } from '../editor/printedWords';
import { Checks } from './checks.svelte';
import { isLong } from '../editor/longPage';
import { scrollerFrom } from '../editor/scroller';
import { replaceDocument, setDocAttributes, spliceBlocks } from '../editor/replaceDocument';
import { writesElsewhere } from '../editor/writesElsewhere';
import { Finding } from '../finding/finding.svelte';

export type { SaveState } from '../editor/autosave';
export type { DraftQuote } from '../editor/digest';

/** Milliseconds without a change after which words, quotes and headline are looked at again. */
const PAUSE_MS = 300;
/** The same on a long page, where looking takes longer than a key may wait. */
const LONG_PAUSE_MS = 1_000;
/** Milliseconds that words are counted at a time; in between, keys are heard. */
const SLICE_MS = 8;
/** Characters; a browser carries 64 KiB for a closed page, and some take three bytes. */
const MOST_TO_LEAVE_WITH = 20_000;

/** The article that is being written: its document, fields, saving and undo history. `Page` shows it. */
export class Draft {
  readonly id: string;
  readonly host: EditorHost;
  readonly menus = new MenuState();
  readonly checks: Checks;
  readonly finding = new Finding();
  /** The row with by-line and dateline, placed by the editor and filled by the page. */
  readonly creditsRow: HTMLElement;

  #fields: Fields = $state.raw() as Fields;
  #digest: Digest = $state.raw() as Digest;
  #saveState: SaveState = $state.raw({ kind: 'saved' });
  /** Replaced after every transaction, at most once a frame: what menus and buttons depend on. */
  #shown: EditorState = $state.raw() as EditorState;

  readonly #client: Client;
  readonly #editor: Editor;
  readonly #autosave: Autosave;
  #scroller: HTMLElement | null = null;
  #place: Place;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  /** What had the focus when the article was asked for. */
  #asked: Element | null;

  private constructor(client: Client, article: Article, place: Place | null, asked: Element | null) {
    this.id = article.id;
    this.#client = client;
    this.#asked = asked;
    this.#place = place ?? { anchor: 0, head: 0, scroll: 0 };
    this.creditsRow = document.createElement('div');
    this.creditsRow.className = 'credits';
    this.creditsRow.contentEditable = 'false';
    this.host = {
      client,
      articleId: article.id,
      people: () => Promise.resolve([]),
      article: () => null,
      find: () => [],
      openArticle: () => undefined,
      putPicture: () => Promise.reject(new StetError('host/gone', 'The page is not open yet. Try again.')),
      notice: () => undefined,
      working: () => () => undefined,
      pasting: 0,
      smartPunctuation: true,
      pasted: () => this.checks.expectPasted(),
    };
    this.#editor = articleEditor(
      article.doc,
      { host: this.host, menus: this.menus, finding: this.finding, creditsRow: () => this.creditsRow },
      (transaction) => this.#seen(transaction),
    );
    const { doc } = this.#editor.state;
    this.#fields = doc.attrs as Fields;
    this.#digest = isLong(doc) ? digestBefore(doc) : digestOf(doc);
    this.#shown = this.#editor.state;
    const sender = crypto.randomUUID();
    this.#autosave = new Autosave(
      { revision: article.revision, doc },
      {
        save: (baseRevision, changes, turn) =>
          client['articles.save']({ id: article.id, baseRevision, changes, sender: { id: sender, turn } }),
        read: () => this.#read(),
      },
      (state) => (this.#saveState = state),
    );
    this.checks = new Checks({
      client,
      articleId: article.id,
      state: () => this.#editor.state,
      dispatch: (tr) => this.#editor.view.dispatch(tr),
      withView: (act) => this.withView(act),
      saved: async () => {
        await this.#autosave.flush();
        return this.#autosave.state.kind === 'saved' ? this.#autosave.acknowledged : null;
      },
      notice: (message, undo) => this.host.notice(message, undo),
    });
  }

  /** Opens an article at the place where the writer left it. Errors: those of `articles.open`. */
  static async open(client: Client, id: string, place: Place | null): Promise<Draft> {
    const asked = document.activeElement;
    return new Draft(client, await client['articles.open']({ id }), place, asked);
  }

  get fields(): Fields {
    return this.#fields;
  }
  get headline(): string {
    return this.#digest.headline;
  }
  get words(): number | null {
    return this.#digest.words;
  }
  get strayPulls(): Digest['strayPulls'] {
    return this.#digest.strayPulls;
  }
  get quotes(): readonly DraftQuote[] {
    return this.#digest.quotes;
  }
  /** The document as it stands, at most a frame old. Costs its length: not for every key. */
  document(): DocJson {
    return this.#shown.doc.toJSON() as DocJson;
  }
  get saveState(): SaveState {
    return this.#saveState;
  }
  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.#fields.language);
  }

  /** Shows the text in `element`; `scroller` is what scrolls around it. */
  attach(element: HTMLElement, scroller: HTMLElement): void {
    this.#scroller = scroller;
    this.#editor.mount(element);
    this.#restorePlace();
    this.checks.start();
    if (this.#digest.words === null) this.#lookSoon();
    else this.#showChanged();
  }

  detach(): void {
    this.#place = this.place();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#scroller = null;
    this.#editor.unmount();
  }

  /** Changes fields as one step of undo. */
  setFields(change: Partial<Fields>): void {
    const tr = setDocAttributes(closeHistory(this.#editor.state.tr), change);
    if (tr.docChanged) this.#editor.view.dispatch(tr);
  }

  /** Puts pictures into the text where they were let go, or at its end where that is beside it. */
  takePictures(files: readonly File[], at: { left: number; top: number }): boolean {
    return this.withView((view) => {
      const pos = view.posAtCoords(at)?.pos ?? view.state.doc.content.size;
      void addPictures(view, this.host, files, pos);
      return true;
    });
  }

  /** Carries out an editing command; false when it has nothing to do here. */
  run(id: EditingCommandId): boolean {
    return this.withView((view) => editorCommands[id](view.state, view.dispatch, view));
  }

  can(id: EditingCommandId): boolean {
    return editorCommands[id](this.#shown);
  }

  isActive(id: EditingCommandId): boolean {
    return isActiveIn[id]?.(this.#shown) ?? false;
  }

  /** Puts the cursor at a position of the document, in sight. */
  goTo(pos: number): void {
    this.withView((view) => {
      const { doc } = view.state;
      const at = doc.resolve(Math.max(0, Math.min(pos + 1, doc.content.size)));
      view.dispatch(view.state.tr.setSelection(Selection.near(at)).scrollIntoView());
      view.focus();
      return true;
    });
  }

  /** Does something to a quotation as it stands now, as one step of undo; false when its words are no longer there. */
  editQuote(quote: DraftQuote, edit: (state: EditorState, now: DraftQuote) => Transaction): boolean {
    return this.withView((view) => {
      const now = quoteNow(view.state.doc, quote);
      if (!now) return false;
      const tr = edit(view.state, now);
      if (tr.docChanged) view.dispatch(tr);
      this.#look();
      return true;
    });
  }

  focus(): void {
    this.withView((view) => {
      view.focus();
      return true;
    });
  }

  place(): Place {
    const { anchor, head } = this.#editor.state.selection;
    return { anchor, head, scroll: this.#scroller ? Math.max(0, scrollerFrom(this.#scroller).scrollTop) : this.#place.scroll };
  }

  /**
   * Saves now; resolves only when everything typed is saved, so that whoever awaits it may let this draft go.
   * Errors: `articles/not-saved`, `articles/conflict`; the text is then still here.
   */
  async flush(): Promise<void> {
    await this.#autosave.flush();
    const state = this.saveState;
    if (state.kind === 'failed') throw new StetError('articles/not-saved', state.message);
    if (state.kind === 'conflict') {
      throw new StetError('articles/conflict', 'This article was changed elsewhere too. Say first which version to keep.');
    }
  }

  /** True when so much is not acknowledged, or not even read, that a browser would not send it for a window that has gone. */
  get isTooMuchToLeaveWith(): boolean {
    return this.host.pasting > 0 || this.#autosave.unanswered > MOST_TO_LEAVE_WITH;
  }

  /** The window goes: sends at once what is not acknowledged, also while a save is under way. */
  leave(): void {
    this.#autosave.leave();
  }

  /**
   * After a conflict: makes another article of what stands here, then shows what the library has. Gives the copy's id.
   * Errors: those of `articles.create` and `articles.open`; the text is then still here.
   */
  async keepCopy(): Promise<string> {
    // Nothing may be typed between copying and showing the other version.
    this.#editor.setEditable(false, false);
    try {
      const copy = await this.#client['articles.create']({ doc: this.#editor.state.doc.toJSON() });
      await this.reload();
      return copy.id;
    } finally {
      this.#editor.setEditable(true, false);
    }
  }

  /** Shows the article as the library has it; one undo brings back what stood here. Errors: those of `articles.open`. */
  async reload(): Promise<void> {
    const stored = await this.#read();
    const view = this.#editor.view;
    view.dispatch(replaceDocument(closeHistory(view.state.tr), stored.doc));
    this.#autosave.adopt(stored, this.#editor.state.doc);
  }

  /** Puts a document of the gate in place of the text, fields included: one step of undo. */
  replaceAll(doc: DocJson): void {
    const { view, schema } = this.#editor;
    view.dispatch(replaceDocument(closeHistory(view.state.tr), schema.nodeFromJSON(doc)));
  }

  /** Puts blocks in place of others, as one step of undo. Splices count in the document as it is shown. */
  splice(splices: readonly Splice[]): void {
    const { view, schema } = this.#editor;
    view.dispatch(spliceBlocks(closeHistory(view.state.tr), splices, schema));
  }

  /** Sends nothing more and lets the editor go: flush first. */
  destroy(): void {
    clearTimeout(this.#pause);
    this.checks.stop();
    cancelAnimationFrame(this.#frame);
    this.#autosave.stop();
    this.#editor.destroy();
  }

  /** Runs something on the shown editor; false while it is not shown. */
  withView(act: (view: EditorView) => unknown): boolean {
    return this.#scroller !== null && act(this.#editor.view) === true;
  }

  async #read(): Promise<Stored> {
    const { revision, doc } = await this.#client['articles.open']({ id: this.id });
    return { revision, doc: this.#editor.schema.nodeFromJSON(doc) };
  }

  // Runs at every key: nothing here may depend on the length of the document.
  #seen(transaction: Transaction): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#shown = this.#editor.state;
    });
    this.checks.seen(transaction.docChanged);
    if (!transaction.docChanged) return;
    const { doc } = this.#editor.state;
    this.#autosave.changed(doc);
    if (fieldNames.some((name) => doc.attrs[name] !== this.#fields[name])) this.#fields = doc.attrs as Fields;
    this.#lookSoon();
  }

  #lookSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#look(), isLong(this.#editor.state.doc) ? LONG_PAUSE_MS : PAUSE_MS);
  }

  #look(): void {
    const { doc } = this.#editor.state;
    if (isLong(doc) && !countAhead(doc, SLICE_MS)) {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#look());
      return;
    }
    this.#digest = digestOf(doc);
    this.#showChanged();
  }

  #showChanged(): void {
    this.withView((view) => {
      const tr = showChangedWords(view.state, this.#digest.quotes);
      if (tr) view.dispatch(tr);
    });
  }

  #restorePlace(): void {
    const { view } = this.#editor;
    const { anchor, head, scroll } = this.#place;
    const { size } = view.state.doc.content;
    const start = view.state.doc.resolve(Math.min(anchor, size));
    const end = view.state.doc.resolve(Math.min(head, size));
    const selection = anchor === 0 && head === 0 ? Selection.atStart(view.state.doc) : TextSelection.between(start, end);
    view.dispatch(view.state.tr.setSelection(selection).setMeta('addToHistory', false));
    requestAnimationFrame(() => {
      if (this.#scroller) scrollerFrom(this.#scroller).scrollTop = scroll;
    });
    if (!writesElsewhere(this.#asked)) view.focus();
    this.#asked = null;
  }
}
