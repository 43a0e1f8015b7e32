/** Pastes whose words are not in the text yet. */
export class Pastes {
  readonly #reading = new Set<Promise<void>>();

  /** True while any is being read. */
  get any(): boolean {
    return this.#reading.size > 0;
  }

  /** Counts one until its words are in, or it was stopped. Rejects as `work` does. */
  async add(work: Promise<void>): Promise<void> {
    this.#reading.add(work);
    await work.finally(() => this.#reading.delete(work));
  }

  /** Waits until those of now have ended, for at most so many milliseconds. */
  async ended(within: number): Promise<void> {
    const over = new Promise((resolve) => setTimeout(resolve, within));
    await Promise.race([Promise.allSettled(this.#reading), over]);
  }
}
