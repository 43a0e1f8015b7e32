/** Work on the same key, one after the other; on different keys at once. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(key) ?? Promise.resolve()).then(work);
    // The failure is told to whoever asked; the next in turn starts all the same.
    const over = turn.then(noop, noop).then(() => {
      if (this.last.get(key) === over) this.last.delete(key);
    });
    this.last.set(key, over);
    return turn;
  }

  /** Resolves when everything that was asked for so far is over. */
  async settled(): Promise<void> {
    await Promise.all(this.last.values());
  }
}

const noop = (): void => undefined;
