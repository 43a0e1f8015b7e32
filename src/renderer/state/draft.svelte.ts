import type { Editor } from '@tiptap/core';
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fieldNames, type Fields } from '../../core/article/fields';
import type { Place } from '../../core/article/library';
import type { Article } from '../../core/article/article';
import type { DocJson } from '../../core/document/json';
import type { EditingCommandId } from '../../core/commands/commands';
import type { Client } from '../../core/rpc/createClient';
import { articleEditor } from '../editor/articleEditor';
import type { SaveState } from '../editor/autosave';
import { editorCommands } from '../editor/commands';
import { showChangedWords } from '../editor/changedWords';
import type { Digest } from '../editor/digest';
import type { EditorHost } from '../editor/host';
import { MenuState } from '../editor/menus.svelte';
import { directionOf } from '../editor/printedWords';
import { Finding } from '../finding/finding.svelte';
import { Checks } from './checks.svelte';
import { Digested } from './digested.svelte';
import { Edits } from './edits';
import { hostBeforePage } from './hostBeforePage';
import { Saving } from './saving.svelte';
import { TextPlace } from './textPlace';

/** The article that is being written: its document, fields, saving and undo history. `Page` shows it. */
export class Draft {
  readonly id: string;
  readonly host: EditorHost;
  readonly menus = new MenuState();
  readonly checks: Checks;
  readonly edits: Edits;
  readonly saving: Saving;
  readonly finding = new Finding();
  /** The row with by-line and dateline, placed by the editor and filled by the page. */
  readonly creditsRow: HTMLElement;

  #fields: Fields = $state.raw() as Fields;
  /** Replaced after every transaction, at most once a frame: what menus and buttons depend on. */
  #shown: EditorState = $state.raw() as EditorState;

  readonly #editor: Editor;
  readonly #digested: Digested;
  readonly #place: TextPlace;
  #frame = 0;

  private constructor(client: Client, article: Article, place: TextPlace) {
    this.id = article.id;
    this.#place = place;
    this.creditsRow = document.createElement('div');
    this.creditsRow.className = 'credits';
    this.creditsRow.contentEditable = 'false';
    this.host = hostBeforePage(client, article.id, () => this.checks.expectPasted());
    this.#editor = articleEditor(
      article.doc,
      { host: this.host, menus: this.menus, finding: this.finding, creditsRow: () => this.creditsRow },
      (transaction) => this.#seen(transaction),
    );
    this.#shown = this.#editor.state;
    this.#fields = this.#shown.doc.attrs as Fields;
    const text = {
      state: () => this.#editor.state,
      dispatch: (tr: Transaction) => this.#editor.view.dispatch(tr),
      setEditable: (editable: boolean) => this.#editor.setEditable(editable, false),
      withView: (act: (view: EditorView) => unknown) => this.withView(act),
    };
    this.#digested = new Digested(
      () => this.#editor.state.doc,
      () => this.#showChanged(),
    );
    this.edits = new Edits({ ...text, host: this.host, look: () => this.#digested.look() });
    this.saving = new Saving(client, article, text);
    this.checks = new Checks({
      ...text,
      client,
      articleId: article.id,
      saved: () => this.saving.saved(),
      notice: (message, undo) => this.host.notice(message, undo),
    });
  }

  /** Opens an article at the place where the writer left it; `unasked` leaves the focus in whatever field it is. Errors: those of `articles.open`. */
  static async open(client: Client, id: string, place: Place | null, unasked: boolean): Promise<Draft> {
    const asked = unasked ? document.body : document.activeElement;
    return new Draft(client, await client['articles.open']({ id }), new TextPlace(place, asked));
  }

  get fields(): Fields {
    return this.#fields;
  }
  /** What is shown of the text besides itself, as it was at the last pause. */
  get digest(): Digest {
    return this.#digested.now;
  }
  /** The document as it stands, at most a frame old. Costs its length: not for every key. */
  document(): DocJson {
    return this.#shown.doc.toJSON() as DocJson;
  }
  get saveState(): SaveState {
    return this.saving.state;
  }
  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.#fields.language);
  }

  /** Shows the text in `element`; `scroller` is what scrolls around it. */
  attach(element: HTMLElement, scroller: HTMLElement): void {
    this.#place.show(scroller);
    // Drawn before it is part of the page: on the way ProseMirror asks where it is scrolled, and all of a long text would be laid out for that.
    this.#editor.mount(document.createElement('div'));
    element.append(this.#editor.view.dom);
    this.#place.restore(this.#editor.view);
    this.checks.start();
    this.#digested.start();
  }

  detach(): void {
    this.#place.hide(this.#editor.state);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#editor.unmount();
  }

  /** Carries out an editing command; false when it has nothing to do here. */
  run(id: EditingCommandId): boolean {
    return this.withView((view) => editorCommands[id](view.state, view.dispatch, view));
  }

  can(id: EditingCommandId): boolean {
    return editorCommands[id](this.#shown);
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

  focus(): void {
    this.withView((view) => {
      view.focus();
      return true;
    });
  }

  place(): Place {
    return this.#place.of(this.#editor.state);
  }

  /** As `Saving.flush`, so that whoever awaits it may let this draft go. */
  flush(): Promise<void> {
    return this.saving.flush();
  }

  /** As `Saving.leave`. */
  leave(): void {
    this.saving.leave();
  }

  /** Sends nothing more and lets the editor go: flush first. */
  destroy(): void {
    this.#digested.stop();
    this.checks.stop();
    cancelAnimationFrame(this.#frame);
    this.saving.stop();
    this.#editor.destroy();
  }

  /** Runs something on the shown editor; false while it is not shown. */
  withView(act: (view: EditorView) => unknown): boolean {
    return this.#place.isShown && act(this.#editor.view) === true;
  }

  // Runs at every key: nothing here may depend on the length of the document.
  #seen(transaction: Transaction): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#shown = this.#editor.state;
    });
    this.checks.seen(transaction.docChanged);
    if (!transaction.docChanged) return;
    const { attrs } = this.#editor.state.doc;
    this.saving.changed();
    if (fieldNames.some((name) => attrs[name] !== this.#fields[name])) this.#fields = attrs as Fields;
    this.#digested.soon();
  }

  #showChanged(): void {
    this.withView((view) => {
      const tr = showChangedWords(view.state, this.#digested.now.quotes);
      if (tr) view.dispatch(tr);
    });
  }
}
