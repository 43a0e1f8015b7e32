import { closeHistory } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import type { Fix } from '../../core/checks/finding';
import { acceptAll, acceptProof, replaceWords } from '../editor/acceptProof';
import { fixProof } from '../editor/fixProof';
import type { PlacedFound, Proposal } from '../editor/proof';
import { currentFound, findingsIn, lookAt, lookAway, marksAt } from '../editor/proofPlugin';
import { setDocAttributes } from '../editor/replaceDocument';
import type { CheckedDraft } from './checks.svelte';
import { fixInLibrary, liesInLibrary } from './libraryFix';
import { inWords } from './trouble';

/** As many rejections as an article remembers; the oldest go first. */
const MOST_REJECTIONS = 5000;

/** The looking through of a text, as far as decisions depend on it. */
interface Looking {
  /** Resolves when the findings are those of the text as it stands; false when they cannot be had. */
  settled(): Promise<boolean>;
  /** Looks again: something outside the text has changed. */
  again(): void;
}

/** What the writer makes of the findings: goes to them, accepts, has mended, lets stand. */
export class Decisions {
  readonly #draft: CheckedDraft;
  readonly #looking: Looking;

  constructor(draft: CheckedDraft, looking: Looking) {
    this.#draft = draft;
    this.#looking = looking;
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
    if (!(await this.#looking.settled())) return { accepted: 0, skipped: 0 };
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

  /** Lets all of a kind stand, as one step of undo, and gives how many: as many as an article remembers. */
  async rejectKind(kind: string): Promise<number> {
    if (!(await this.#looking.settled())) return 0;
    const found = this.#ofKind(kind).slice(0, MOST_REJECTIONS);
    this.#remember(found);
    return found.length;
  }

  /** Takes a rejection back. One step of undo. */
  takeBack(id: string): void {
    const { rejections } = this.#draft.state().doc.attrs as { rejections: readonly string[] };
    if (!rejections.includes(id)) return;
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
          void done.undo().then(() => this.#looking.again());
        });
    } catch (error) {
      this.#draft.notice(inWords(error));
    }
    this.#looking.again();
  }

  // A step of undo of its own, whatever is typed right before or after it.
  #step(make: (tr: Transaction) => Transaction): void {
    const tr = make(closeHistory(this.#draft.state().tr));
    if (!tr.docChanged) return;
    this.#draft.dispatch(lookAway(tr).setMeta('addToHistory', true));
    this.#draft.dispatch(closeHistory(this.#draft.state().tr));
  }
}
