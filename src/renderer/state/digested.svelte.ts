import type { Node } from '@tiptap/pm/model';
import { countAhead, digestBefore, digestOf, type Digest } from '../editor/digest';
import { isLong } from '../editor/longPage';

/** Milliseconds without a change after which words, quotes and headline are looked at again. */
const PAUSE_MS = 300;
/** The same on a long page, where looking takes longer than a key may wait. */
const LONG_PAUSE_MS = 1_000;
/** Milliseconds that words are counted at a time; in between, keys are heard. */
const SLICE_MS = 8;

/** What the window shows of a text besides the text itself, looked at again when the writer pauses. */
export class Digested {
  #now: Digest = $state.raw() as Digest;
  readonly #doc: () => Node;
  readonly #looked: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `looked` is called each time that `now` is of the text as it stands. */
  constructor(doc: () => Node, looked: () => void) {
    this.#doc = doc;
    this.#looked = looked;
    const first = doc();
    this.#now = isLong(first) ? digestBefore(first) : digestOf(first);
  }

  get now(): Digest {
    return this.#now;
  }

  /** The text is shown. */
  start(): void {
    if (this.#now.words === null) this.soon();
    else this.#looked();
  }

  /** Looks after a pause, which every call begins anew. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), isLong(this.#doc()) ? LONG_PAUSE_MS : PAUSE_MS);
  }

  /** Looks now; on a long page counts first, a little at a time. */
  look(): void {
    const doc = this.#doc();
    if (isLong(doc) && !countAhead(doc, SLICE_MS)) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.look());
      return;
    }
    this.#now = digestOf(doc);
    this.#looked();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
