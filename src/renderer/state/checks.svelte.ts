import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Fix } from '../../core/checks/finding';
import type { Client } from '../../core/rpc/createClient';
import { acceptAll, acceptProof, aroundFound, replaceWords } from '../editor/acceptProof';
import type { Stored } from '../editor/autosave';
import { fixProof } from '../editor/fixProof';
import type { PlacedFound, Proposal } from '../editor/proof';
import {
  askProof,
  currentFound,
  findingsIn,
  forgetProof,
  lookAt,
  lookAway,
  marksAt,
  proofVersion,
  takeProof,
} from '../editor/proofPlugin';
import { isLong } from '../editor/longPage';
import { setDocAttributes } from '../editor/replaceDocument';
import { fixInLibrary, liesInLibrary } from './libraryFix';
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

/** What a sub-editor would point out in the article that is being written, and what the writer makes of it. */
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

  /** Resolves when the findings are those of the text as it stands, or cannot be had. */
  async settled(): Promise<void> {
    for (let tries = 0; tries < 5 && !this.#stopped; tries++) {
      await this.#look();
      if (this.trouble !== null || this.#examined === this.#draft.state().doc.content) return;
    }
  }

  /** Puts the cursor at the next finding (1) or the one before (-1), round the end; false when there is none. */
  go(step: 1 | -1): boolean {
    const state = this.#draft.state();
    const placed = findingsIn(state).shown.filter(({ at }) => at !== null);
    if (placed.length === 0) return false;
    const current = currentFound(state);
    const { from } = state.selection;
    const at = placed.findIndex(({ id }) => id === current?.id);
    const ahead = placed.findIndex((found) => (found.at?.from ?? 0) >= from);
    const after = ahead < 0 ? placed.length : ahead;
    const index = at >= 0 ? at + step : step === 1 ? after : after - 1;
    const found = placed[(index + placed.length) % placed.length];
    return found !== undefined && this.goTo(found.id);
  }

  /** Puts the cursor at a finding and shows what is proposed. */
  goTo(id: string): boolean {
    const found = this.#find(id);
    if (!found?.at) return false;
    return this.#draft.withView((view) => {
      view.dispatch(lookAt(view.state.tr, found));
      view.focus();
      return true;
    });
  }

  /** Puts the cursor at the first finding of the text. */
  first(): boolean {
    const found = findingsIn(this.#draft.state()).shown.find(({ at }) => at !== null);
    return found !== undefined && this.goTo(found.id);
  }

  /** The finding that a key means: the one looked at, or one under the cursor. */
  atHand(): PlacedFound | null {
    const state = this.#draft.state();
    const under = marksAt(state, state.selection.head);
    return currentFound(state) ?? under.find(({ proposals }) => proposals.length > 0) ?? under[0] ?? null;
  }

  /** True when one key has something to accept at the cursor. */
  canAccept(): boolean {
    const found = this.atHand();
    return found !== null && (found.proposals.length > 0 || (found.finding.fixes?.length ?? 0) > 0);
  }

  /** The words around a finding as they were when it was last listed. */
  around(found: PlacedFound): { left: string; right: string } {
    return aroundFound(this.#listed ?? this.#draft.state().doc, found);
  }

  /**
   * Accepts a proposal, or takes the first way out where there is none, as one step of undo; the cursor stays with its words.
   * False when the finding is gone.
   */
  accept(id: string, proposal?: Proposal): boolean {
    const found = this.#find(id);
    const chosen = proposal ?? found?.proposals[0];
    const fix = found?.finding.fixes?.[0];
    if (found && !chosen && fix) return this.fix(id, fix);
    if (!found?.at || !chosen) return false;
    this.#step((tr) => acceptProof(tr, found, chosen));
    return true;
  }

  /** Takes a way out that is more than other words: in the article as one step of undo, in the library with a way back in the notice. */
  fix(id: string, fix: Fix): boolean {
    const found = this.#find(id);
    if (!found) return false;
    if (liesInLibrary(fix)) void this.#fixInLibrary(fix);
    else this.#step((tr) => fixProof(tr, found, fix));
    return true;
  }

  /** Puts the writer's own words in the place of those found, as one step of undo. */
  acceptWords(id: string, words: string): boolean {
    const found = this.#find(id);
    if (!found?.at) return false;
    this.#step((tr) => replaceWords(tr, found, words));
    return true;
  }

  /**
   * Accepts every finding of a kind that has one proposal, in one step of undo. Words inside quotations stay unless the writer
   * says so. Gives how many were accepted and how many were left because they are quoted.
   */
  async acceptKind(kind: string, { quotedToo = false } = {}): Promise<{ accepted: number; skipped: number }> {
    // Where quotation marks were typed since, other words are quoted now.
    await this.settled();
    if (this.trouble !== null) return { accepted: 0, skipped: 0 };
    const proposed = this.#ofKind(kind).filter(({ finding, proposals }) => finding.edits !== undefined && proposals.length > 0);
    const taken = quotedToo ? proposed : proposed.filter(({ finding }) => !finding.quoted);
    let accepted = 0;
    this.#step((tr) => {
      const done = acceptAll(tr, taken);
      ({ accepted } = done);
      return done.tr;
    });
    return { accepted, skipped: proposed.length - taken.length };
  }

  /** Lets the words stand; they are not pointed out again. One step of undo. */
  reject(id: string): boolean {
    const found = this.#find(id);
    if (!found) return false;
    this.#remember([found]);
    return true;
  }

  rejectKind(kind: string): number {
    const found = this.#ofKind(kind);
    this.#remember(found);
    return found.length;
  }

  /** Takes a rejection back. One step of undo. */
  takeBack(id: string): void {
    const found = this.rejected.find((one) => one.id === id);
    if (!found) return;
    const { rejections } = this.#draft.state().doc.attrs as { rejections: readonly string[] };
    this.#step((tr) => setDocAttributes(tr, { rejections: rejections.filter((one) => one !== id) }));
  }

  lookAway(): void {
    this.#draft.withView((view) => {
      view.dispatch(lookAway(view.state.tr));
      view.focus();
      return true;
    });
  }

  #remember(found: readonly PlacedFound[]): void {
    const { rejections } = this.#draft.state().doc.attrs as { rejections: readonly string[] };
    const all = [...new Set([...rejections, ...found.map((one) => one.id)])];
    this.#step((tr) => setDocAttributes(tr, { rejections: all.slice(-MOST_REJECTIONS) }));
  }

  #ofKind(kind: string): PlacedFound[] {
    return findingsIn(this.#draft.state()).shown.filter(({ finding }) => finding.kind === kind);
  }

  #find(id: string): PlacedFound | null {
    return findingsIn(this.#draft.state()).shown.find((found) => found.id === id) ?? null;
  }

  async #fixInLibrary(fix: Fix): Promise<void> {
    try {
      const done = await fixInLibrary(this.#draft.client, this.#draft.articleId, fix);
      if (done)
        this.#draft.notice(done.message, () => {
          void done.undo().then(() => this.again());
        });
    } catch (error) {
      this.#draft.notice(inWords(error));
    }
    this.again();
  }

  // A step of undo of its own, whatever is typed right before or after it.
  #step(make: (tr: Transaction) => Transaction): void {
    const tr = make(closeHistory(this.#draft.state().tr));
    if (!tr.docChanged) return;
    this.#draft.dispatch(lookAway(tr).setMeta('addToHistory', true));
    this.#draft.dispatch(closeHistory(this.#draft.state().tr));
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
      const { revision, findings } = await this.#draft.client['checks.examine']({ id: this.#draft.articleId });
      if (this.#stopped) return;
      // Findings of another revision would stand in the wrong places.
      if (revision !== stored.revision) return this.#forget(PAUSE_MS);
      this.#draft.dispatch(takeProof(this.#draft.state().tr, findings, doc));
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

/** As many rejections as an article remembers; the oldest go first. */
const MOST_REJECTIONS = 5000;

/** `7 things to look at`. */
export const thingsToLookAt = (count: number): string => `${count} ${count === 1 ? 'thing' : 'things'} to look at`;
