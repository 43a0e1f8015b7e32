import type { KeptCopy } from '../../core/rpc/events';
import type { LibraryState } from './library.svelte';
import type { SessionState } from './session.svelte';

/** Copies beyond this many are no longer told apart, the oldest first. */
const MOST = 200;

/** Which articles hold the other version of one after a conflict, and since when: what tells the two apart in a list. */
export class Copies {
  readonly #session: SessionState;
  readonly #library: LibraryState;

  constructor(session: SessionState, library: LibraryState) {
    this.#session = session;
    this.#library = library;
  }

  /** Remembers copies that were made at `now`, in milliseconds since 1970. */
  keep(copies: readonly KeptCopy[], now: number): void {
    const all = [...Object.entries(this.#session.copies), ...copies.map(({ id, of }) => [id, { of, at: now }] as const)];
    this.#session.copies = Object.fromEntries(all.slice(-MOST));
    this.#session.keep();
  }

  /** When an article was kept as a copy of one that is still in the library; null for any other. */
  madeAt(id: string): number | null {
    const copy = this.#session.copies[id];
    return copy && this.#library.byId.get(copy.of)?.trashedAt === null ? copy.at : null;
  }
}
