import type { Component } from 'svelte';

/** A part of the window that is loaded once the first page is there, or when it is first asked for. `Later` shows it. */
export class Part<Props extends Record<string, unknown>> {
  #shown = $state.raw<Component<Props> | null>(null);
  #loading: Promise<void> | null = null;
  readonly #bring: () => Promise<{ default: Component<Props> }>;

  constructor(bring: () => Promise<{ default: Component<Props> }>) {
    this.#bring = bring;
  }

  /** The component; null until it is loaded. */
  get shown(): Component<Props> | null {
    return this.#shown;
  }

  /** Loads it once; after a failure the next call tries again. Errors: those of the import. */
  load(): Promise<void> {
    this.#loading ??= this.#bring().then(
      (module) => void (this.#shown = module.default),
      (error: unknown) => {
        this.#loading = null;
        throw error;
      },
    );
    return this.#loading;
  }
}
