import { closeHistory } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Article } from '../../core/article/article';
import { StetError } from '../../core/errors';
import type { Client } from '../../core/rpc/createClient';
import { Autosave, type SaveState, type Stored } from '../editor/autosave';
import { replaceDocument } from '../editor/replaceDocument';

/** Characters; a browser carries 64 KiB for a closed page, and some take three bytes. */
const MOST_TO_LEAVE_WITH = 20_000;

/** The text that is saved, as far as saving depends on it. */
export interface SavedText {
  state(): EditorState;
  dispatch(tr: Transaction): void;
  /** Whether the writer can type. */
  setEditable(editable: boolean): void;
}

/** The saving of the article that is written: how it stands, and the ways out of a conflict. */
export class Saving {
  #state: SaveState = $state.raw({ kind: 'saved' });
  readonly #client: Client;
  readonly #id: string;
  readonly #text: SavedText;
  readonly #autosave: Autosave;

  /** `text` shows the document of `article`. */
  constructor(client: Client, { id, revision }: Pick<Article, 'id' | 'revision'>, text: SavedText) {
    this.#client = client;
    this.#id = id;
    this.#text = text;
    const sender = crypto.randomUUID();
    this.#autosave = new Autosave(
      { revision, doc: text.state().doc },
      {
        save: (baseRevision, changes, turn) =>
          client['articles.save']({ id, baseRevision, changes, sender: { id: sender, turn } }),
        read: () => this.#read(),
      },
      (state) => (this.#state = state),
    );
  }

  get state(): SaveState {
    return this.#state;
  }

  /** True when so much is not acknowledged that a browser would not send it for a window that has gone. */
  get isTooMuchToLeaveWith(): boolean {
    return this.#autosave.unanswered > MOST_TO_LEAVE_WITH;
  }

  /** The text has changed. Costs nothing beyond starting a timer. */
  changed(): void {
    this.#autosave.changed(this.#text.state().doc);
  }

  /**
   * Saves now; resolves only when everything typed is saved.
   * Errors: `articles/not-saved`, `articles/conflict`; the text is then still here.
   */
  async flush(): Promise<void> {
    await this.#autosave.flush();
    const state = this.#state;
    if (state.kind === 'failed') throw new StetError('articles/not-saved', state.message);
    if (state.kind === 'conflict') {
      throw new StetError('articles/conflict', 'This article was changed elsewhere too. Say first which version to keep.');
    }
  }

  /** Saves and gives what the library then has; null when it could not be saved. */
  async saved(): Promise<Stored | null> {
    await this.#autosave.flush();
    return this.#autosave.state.kind === 'saved' ? this.#autosave.acknowledged : null;
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
    this.#text.setEditable(false);
    try {
      const copy = await this.#client['articles.create']({ doc: this.#text.state().doc.toJSON() });
      await this.reload();
      return copy.id;
    } finally {
      this.#text.setEditable(true);
    }
  }

  /** Shows the article as the library has it; one undo brings back what stood here. Errors: those of `articles.open`. */
  async reload(): Promise<void> {
    const stored = await this.#read();
    this.#text.dispatch(replaceDocument(closeHistory(this.#text.state().tr), stored.doc));
    this.#autosave.adopt(stored, this.#text.state().doc);
  }

  /** Sends nothing more: flush first. */
  stop(): void {
    this.#autosave.stop();
  }

  async #read(): Promise<Stored> {
    const { revision, doc } = await this.#client['articles.open']({ id: this.#id });
    return { revision, doc: this.#text.state().schema.nodeFromJSON(doc) };
  }
}
