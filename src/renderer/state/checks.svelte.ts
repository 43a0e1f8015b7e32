import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { SomeFindings } from '../../core/rpc/checkMethods';
import type { Client } from '../../core/rpc/createClient';
import { aroundFound } from '../editor/acceptProof';
import type { Stored } from '../editor/autosave';
import type { PlacedFound } from '../editor/proof';
import { askProof, currentFound, findingsIn, forgetProof, proofVersion, takeProof } from '../editor/proofPlugin';
import { isLong } from '../editor/longPage';
import { Decisions } from './decisions';
import { inWords } from './trouble';

/** Milliseconds without a change after which the text is looked through again: nobody is corrected in mid-sentence. */
const PAUSE_MS = 1_000;
/** After something went wrong. */
const RETRY_MS = 10_000;

/** What the findings of an article need of the draft that they belong to. */
export interface CheckedDraft {
  readonly client: Client;
  readonly articleId: string;
  state(): EditorState;
  dispatch(tr: Transaction): void;
  /** Runs something on the shown editor; false while it is not shown. */
  withView(act: (view: EditorView) => unknown): boolean;
  /** Saves and gives what the library then has; null when it could not be saved. */
  saved(): Promise<Stored | null>;
  notice(message: string, undo?: () => void): void;
}

/** What a sub-editor would point out in the article that is being written. */
export class Checks {
  /** In reading order, for the whole page first. */
  list = $state.raw<readonly PlacedFound[]>([]);
  /** What the writer let stand. */
  rejected = $state.raw<readonly PlacedFound[]>([]);
  /** False until the text was looked through once. */
  known = $state(false);
  /** Why it could not be looked through, in the writer's words. */
  trouble = $state<string | null>(null);
  /** The finding that the panel shows as the one looked at. */
  current = $state<string | null>(null);

  /** What the writer makes of it. */
  readonly decisions: Decisions;
  readonly #draft: CheckedDraft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #looking: Promise<void> | null = null;
  #once = false;
  #stopped = false;
  /** The body that the findings belong to. */
  #examined: Node['content'] | null = null;
  #version = 0;
  /** The document that `list` gives places of. */
  #listed: Node | null = null;
  /** How many there were when text from outside went in; null while none did. */
  #beforePaste: number | null = null;

  constructor(draft: CheckedDraft) {
    this.#draft = draft;
    this.decisions = new Decisions(draft, this);
  }

  /** Looks through the text that was just opened. */
  start(): void {
    const { doc } = this.#draft.state();
    // The first words on a long page come before what is said about them.
    if (this.#examined !== doc.content) this.#soon(isLong(doc) ? PAUSE_MS : 0);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }

  /** Looks again: something outside the text has changed that findings depend on. */
  again(): void {
    this.#examined = null;
    this.#soon(0);
  }

  /** Runs at every transaction: nothing here may depend on the length of the document. */
  seen(docChanged: boolean): void {
    if (docChanged) this.#soon(PAUSE_MS);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#refresh();
    });
  }

  /** As many more as will be found next are those of text that is going in. */
  expectPasted(): void {
    this.#beforePaste ??= this.#placed();
  }

  /** Resolves when the findings are those of the text as it stands; false when they cannot be had. */
  async settled(): Promise<boolean> {
    for (let tries = 0; tries < 5 && !this.#stopped; tries++) {
      await this.#look();
      if (this.trouble !== null || this.#examined === this.#draft.state().doc.content) break;
    }
    return this.trouble === null;
  }

  /** The words around a finding as they were when it was last listed. */
  around(found: PlacedFound): { left: string; right: string } {
    return aroundFound(this.#listed ?? this.#draft.state().doc, found);
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#look(), ms);
  }

  #look(): Promise<void> {
    clearTimeout(this.#timer);
    // What was typed since the text was sent off is looked through once more.
    if (this.#looking) this.#once = true;
    return (this.#looking ??= this.#ask().finally(() => {
      this.#looking = null;
      if (this.#once) this.#soon(PAUSE_MS);
      this.#once = false;
    }));
  }

  async #ask(): Promise<void> {
    try {
      const stored = await this.#draft.saved();
      if (this.#stopped) return;
      const { doc, tr } = this.#draft.state();
      // What is not saved the host does not have; what was typed meanwhile has a timer of its own.
      if (!stored || stored.doc !== doc) return stored ? undefined : this.#soon(RETRY_MS);
      this.#draft.dispatch(askProof(tr));
      const { client, articleId } = this.#draft;
      const { revision, ...first } = await client['checks.examine']({ id: articleId });
      // Findings of another revision would stand in the wrong places.
      if (!this.#stopped && revision !== stored.revision) return this.#forget(PAUSE_MS);
      // A part at a time, so that keys come in between; the list shows them when all are there.
      for (let some: SomeFindings | null = first; some !== null && !this.#stopped;) {
        const { findings, rest }: SomeFindings = some;
        this.#draft.dispatch(takeProof(this.#draft.state().tr, findings, doc, rest === null));
        some = rest && (await client['checks.rest'](rest));
      }
      if (this.#stopped) return;
      this.#examined = doc.content;
      this.trouble = null;
      this.known = true;
      this.#refresh();
      this.#tellOfPaste();
    } catch (error) {
      if (this.#stopped) return;
      this.trouble = inWords(error);
      this.#forget(RETRY_MS);
    }
  }

  #forget(retryMs: number): void {
    this.#draft.dispatch(forgetProof(this.#draft.state().tr));
    this.#soon(retryMs);
  }

  #refresh(): void {
    const state = this.#draft.state();
    this.current = currentFound(state)?.id ?? null;
    const version = proofVersion(state);
    if (version === this.#version) return;
    this.#version = version;
    const { shown, rejected } = findingsIn(state);
    this.#listed = state.doc;
    this.list = shown;
    this.rejected = rejected;
  }

  #placed(): number {
    const { shown, rejected } = findingsIn(this.#draft.state());
    return [...shown, ...rejected].filter(({ at }) => at !== null).length;
  }

  #tellOfPaste(): void {
    const before = this.#beforePaste;
    this.#beforePaste = null;
    if (before === null) return;
    const count = this.#placed() - before;
    if (count > 0) this.#draft.notice(`${thingsToLookAt(count)} in what went in. F8 goes to the next, Checks has them all.`);
  }
}

/** `7 things to look at`. */
export const thingsToLookAt = (count: number): string => `${count} ${count === 1 ? 'thing' : 'things'} to look at`;
