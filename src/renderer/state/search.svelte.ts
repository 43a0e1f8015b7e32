import type { OutputOf } from '../../core/rpc/contract';
import type { Client } from '../../core/rpc/createClient';
import { inWords } from './trouble';

/** Milliseconds after the last key until the library is asked. */
const PAUSE_MS = 120;
/** While the library is still being read, it is asked again at most this often, in milliseconds. */
const AGAIN_MS = 1000;
/** So many are shown: who has not found it among them needs another word. */
const MOST_SHOWN = 40;

type Found = OutputOf<'search.find'>;

/** What the host finds in the library for what was typed last. */
export class SearchState {
  /** Answer to `asked`; null until there is one. */
  found = $state.raw<Found | null>(null);
  /** What `found` is the answer to. */
  asked = $state('');
  /** Why there is no answer, in words. */
  failed = $state<string | null>(null);

  readonly #client: Client;
  #wanted = '';
  #turn = 0;
  #last = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Looks for this, when no other key comes within a moment. Nothing is looked for where nothing was typed. */
  want(query: string): void {
    if (query === this.#wanted) return;
    this.#wanted = query;
    clearTimeout(this.#timer);
    this.#turn++;
    if (query.trim() === '') {
      this.found = null;
      this.asked = query;
      this.failed = null;
    } else this.#timer = setTimeout(() => void this.#ask(), PAUSE_MS);
  }

  /** The index has gone on: what is shown may be more, or other words, by now. */
  moved(reading: Found['reading']): void {
    if (this.#wanted.trim() === '') return;
    clearTimeout(this.#timer);
    const wait = reading === null ? PAUSE_MS : Math.max(PAUSE_MS, this.#last + AGAIN_MS - performance.now());
    this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    const turn = ++this.#turn;
    const query = this.#wanted;
    this.#last = performance.now();
    try {
      const found = await this.#client['search.find']({ query, limit: MOST_SHOWN, trashed: false, whole: false });
      if (turn !== this.#turn) return;
      this.found = found;
      this.failed = null;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.found = null;
      this.failed = inWords(error);
    }
    this.asked = query;
  }
}
