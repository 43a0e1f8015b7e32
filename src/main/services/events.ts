import type { StetEvent } from '../../core/rpc/events';

export type Listener = (event: StetEvent) => void;

/** Tells everybody who listens what has changed. */
export class Events {
  readonly #listeners = new Set<Listener>();

  emit(event: StetEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Calls `listener` at every event until the function that it gives is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
