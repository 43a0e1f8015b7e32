import type { Pool } from './pool';

interface Batch<T> {
  value: T;
  done: PromiseWithResolvers<void>;
}

interface Line<T> {
  running: Batch<T>;
  next: Batch<T> | null;
}

/**
 * Saves one value a key at a time, the newest; several keys at once, as many as the pool allows.
 * What comes while its key is being saved waits, and a newer value takes the place of a waiting one.
 */
export class SaveQueue<T> {
  private readonly lines = new Map<string, Line<T>>();

  constructor(
    private readonly save: (value: T) => Promise<void>,
    private readonly pool: Pool,
  ) {}

  /** Resolves when this value, or a newer one of the key, is saved; rejects when the save that contained it failed. */
  put(key: string, value: T): Promise<void> {
    const line = this.lines.get(key);
    if (!line) {
      const batch = newBatch(value);
      this.lines.set(key, { running: batch, next: null });
      void this.work(key, batch);
      return batch.done.promise;
    }
    if (line.next) line.next.value = value;
    else line.next = newBatch(value);
    return line.next.done.promise;
  }

  /** Resolves when everything put for the key so far (or, without a key, for any) is saved or has failed. */
  async settled(key?: string): Promise<void> {
    const lines = key === undefined ? [...this.lines.values()] : [this.lines.get(key)];
    const batches = lines.flatMap((line) => (line?.next ? [line.running, line.next] : line ? [line.running] : []));
    await Promise.allSettled(batches.map(({ done }) => done.promise));
  }

  private async work(key: string, first: Batch<T>): Promise<void> {
    for (let batch: Batch<T> | null = first; batch; batch = this.advance(key)) {
      const { done } = batch;
      const current: Batch<T> = batch;
      // Whoever put the value hears of a failure; the next value has its own chance.
      await this.pool.run(() => this.save(current.value)).then(done.resolve, done.reject);
    }
  }

  private advance(key: string): Batch<T> | null {
    const line = this.lines.get(key);
    if (!line?.next) {
      this.lines.delete(key);
      return null;
    }
    line.running = line.next;
    line.next = null;
    return line.running;
  }
}

function newBatch<T>(value: T): Batch<T> {
  let resolve!: () => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { value, done: { promise, resolve, reject } };
}
