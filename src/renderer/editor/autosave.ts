import type { Node } from '@tiptap/pm/model';
import { StetError, toWire } from '../../core/errors';
import { changesBetween, type DocumentChanges } from '../../core/document/changes';
import type { SaveAnswer } from '../../core/rpc/articleMethods';

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'unsaved' }
  | { kind: 'failed'; message: string }
  | { kind: 'conflict'; revision: number };

/** A document as the library has it. */
export interface Stored {
  revision: number;
  doc: Node;
}

/** What saving needs of the library. */
export interface SaveTransport {
  /** `turn` counts this draft's saves; one that is not waited for is sent again in the next, upon the same revision. */
  save(baseRevision: number, changes: DocumentChanges, turn: number): Promise<SaveAnswer>;
  read(): Promise<Stored>;
}

export interface Timers {
  set(run: () => void, ms: number): unknown;
  clear(timer: unknown): void;
}

/** Milliseconds from a change to its being sent; also the longest wait under continuous typing. */
export const SAVE_WITHIN_MS = 250;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

const windowTimers: Timers = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/**
 * Sends what changed in a document since the library last acknowledged it: within 250 ms of a change, one request at
 * a time until the window goes. It says `saved` only while the acknowledged document is the current one, and stops at a conflict until `adopt`.
 */
export class Autosave {
  #acknowledged: Node;
  #revision: number;
  #current: Node;
  #state: SaveState = { kind: 'saved' };
  #timer: unknown = null;
  #request: Promise<void> | null = null;
  /** How many saves were sent. */
  #turn = 0;
  /** What was sent last because the window goes: several things tell of that. */
  #left: Node | null = null;
  /** Sent, but without an answer: the library may have it. */
  #uncertain: Node | null = null;
  #retryMs = FIRST_RETRY_MS;
  #stopped = false;

  constructor(
    stored: Stored,
    private readonly transport: SaveTransport,
    private readonly onState: (state: SaveState) => void,
    private readonly timers: Timers = windowTimers,
  ) {
    this.#acknowledged = this.#current = stored.doc;
    this.#revision = stored.revision;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** The document that the library last acknowledged. */
  get acknowledged(): Stored {
    return { revision: this.#revision, doc: this.#acknowledged };
  }

  /** The size in characters of what has no answer yet, as it would be sent. Costs the changed blocks: not for every key. */
  get unanswered(): number {
    const changes = this.#current === this.#acknowledged ? null : changesBetween(this.#acknowledged, this.#current);
    return changes === null ? 0 : JSON.stringify(changes).length;
  }

  /** Tells of the document as it is now. Costs nothing beyond starting a timer. */
  changed(doc: Node): void {
    if (doc === this.#current) return;
    this.#current = doc;
    if (this.#state.kind === 'conflict' || this.#stopped) return;
    if (doc === this.#acknowledged && this.#request === null) {
      this.#cancelTimer();
      this.#show({ kind: 'saved' });
      return;
    }
    if (this.#state.kind === 'failed') this.#cancelTimer();
    if (this.#state.kind === 'saved') this.#show({ kind: 'unsaved' });
    if (this.#timer === null) this.#timer = this.timers.set(() => this.#due(), SAVE_WITHIN_MS);
  }

  /** Sends now what is not saved, and resolves when everything is saved or an attempt has failed: `state` says which. */
  async flush(): Promise<void> {
    this.#cancelTimer();
    while (!this.#stopped && this.#state.kind !== 'conflict' && this.#current !== this.#acknowledged) {
      const attempt = this.#request ?? this.#send();
      await attempt;
      if (this.#state.kind === 'failed') return;
    }
    // A last request may still be out although the writer has undone what it carries.
    await this.#request;
  }

  /**
   * The window goes: sends at once, before this returns, everything that has no answer yet. A save under way is not
   * waited for; what it carries is sent with the rest, because a closing window may take its own request with it.
   */
  leave(): void {
    if (this.#stopped || this.#state.kind === 'conflict') return;
    this.#cancelTimer();
    const doc = this.#current;
    if (doc === this.#left && this.#request !== null) return;
    this.#left = doc;
    const changes = changesBetween(this.#acknowledged, doc);
    if (changes) void this.#out(doc, changes);
    else if (this.#request) void this.#out(doc, { fields: {}, splices: [], length: doc.childCount }); // undone since
  }

  /** Takes a document that the library holds as the base from now on; `current` is what the editor shows. */
  adopt(stored: Stored, current: Node): void {
    // The same content in another object is the acknowledged document too.
    this.#acknowledged = changesBetween(stored.doc, current) === null ? current : stored.doc;
    this.#revision = stored.revision;
    this.#current = current;
    this.#uncertain = null;
    this.#retryMs = FIRST_RETRY_MS;
    this.#cancelTimer();
    this.#settle();
  }

  /** Sends nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#cancelTimer();
  }

  #due(): void {
    this.#timer = null;
    if (this.#request === null && !this.#stopped) void this.#send();
  }

  #send(): Promise<void> {
    const doc = this.#current;
    const changes = changesBetween(this.#acknowledged, doc);
    if (changes === null) {
      this.#acknowledged = doc;
      this.#settle();
      return Promise.resolve();
    }
    return this.#out(doc, changes);
  }

  #out(doc: Node, changes: DocumentChanges): Promise<void> {
    this.#show({ kind: 'saving' });
    const out = Promise.all([this.#request, this.#attempt(doc, changes, ++this.#turn)]).then(() => {
      if (this.#request !== out) return; // another was sent after it, and waits for this one too
      this.#request = null;
      if (this.#state.kind === 'saving') this.#settle();
    });
    return (this.#request = out);
  }

  async #attempt(doc: Node, changes: DocumentChanges, turn: number): Promise<void> {
    try {
      const answer = await this.transport.save(this.#revision, changes, turn);
      if ('saved' in answer) {
        // Of two that were out together the answer to the earlier may come last.
        if (answer.saved.revision > this.#revision) this.#acknowledge(doc, answer.saved.revision);
      } else if (turn === this.#turn && !(await this.#ownEarlierSave())) {
        this.#show({ kind: 'conflict', revision: answer.conflict.revision });
      }
    } catch (error) {
      if (turn < this.#turn) return; // the later one carries the same words: its answer says how they fare
      if (mayHaveArrived(error)) this.#uncertain = doc;
      this.#fail(error);
    }
  }

  #acknowledge(doc: Node, revision: number): void {
    this.#acknowledged = doc;
    this.#revision = revision;
    this.#uncertain = null;
    this.#retryMs = FIRST_RETRY_MS;
  }

  // The answer to an earlier request was lost on its way: what looks like somebody else's save may be our own.
  async #ownEarlierSave(): Promise<boolean> {
    const sent = this.#uncertain;
    if (sent === null) return false;
    const stored = await this.transport.read();
    if (!stored.doc.eq(sent)) return false;
    this.#acknowledge(sent, stored.revision);
    return true;
  }

  #fail(error: unknown): void {
    if (this.#stopped) return;
    this.#show({ kind: 'failed', message: toWire(error).message });
    this.#cancelTimer();
    this.#timer = this.timers.set(() => this.#due(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }

  #settle(): void {
    if (this.#current === this.#acknowledged) {
      this.#cancelTimer();
      this.#show({ kind: 'saved' });
      return;
    }
    this.#show({ kind: 'unsaved' });
    // A change that came while the request was out has waited long enough when its timer has already run.
    if (this.#timer === null && !this.#stopped) this.#timer = this.timers.set(() => this.#due(), 0);
  }

  #cancelTimer(): void {
    if (this.#timer !== null) this.timers.clear(this.#timer);
    this.#timer = null;
  }

  #show(state: SaveState): void {
    this.#state = state;
    this.onState(state);
  }
}

/** True unless the library itself answered that it refused. */
function mayHaveArrived(error: unknown): boolean {
  return !(error instanceof StetError) || error.code.startsWith('host/') || error.code.startsWith('internal/');
}
