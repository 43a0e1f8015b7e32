import { Worker } from 'node:worker_threads';
import { fromWire, type StetError, type WireError } from '../../core/errors';

/** Loading modules and word lists is our own doing and not counted against the text; this bounds it all the same. */
const START_MS = 20_000;

const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 } as const;

/**
 * What a worker says: `ready` once its modules are loaded, when the clock of a job starts; `goingOn` when a step of it is done; one answer
 * a job, so that none needs a number.
 */
export type FromWorker<A> = { ready: true } | { goingOn: true } | { done: A } | { error: WireError };

export interface JobThreadOptions {
  url: URL;
  /** How long one job may take, in milliseconds; of one that tells of its steps, how long each may. */
  timeoutMs: number;
  /** How long all steps of a job may take together, in milliseconds; without it steps get no more time than a job without them. */
  mostMs?: number;
  tooSlow(): StetError;
  /** The worker died: `ERR_WORKER_OUT_OF_MEMORY` as `code` when it took too much memory. */
  crashed(cause: Error & { code?: string }): StetError;
}

/** A worker and the one job that it is busy with. It does not keep the process alive while it waits for work. */
export class JobThread<J, A> {
  readonly #worker: Worker;
  readonly #options: JobThreadOptions;
  #ready = false;
  #alive = true;
  #timer: NodeJS.Timeout | undefined;
  /** When the job has to be over, by the steady clock. */
  #end = 0;
  #settle: { resolve: (answer: A) => void; reject: (error: StetError) => void } | null = null;

  constructor(options: JobThreadOptions) {
    this.#options = options;
    // The worker gets no environment and no arguments, and what it prints goes nowhere: foreign text is read there.
    this.#worker = new Worker(options.url, {
      resourceLimits: MEMORY,
      env: {},
      argv: [],
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    this.#worker.on('message', (message: FromWorker<A>) => this.#hear(message));
    this.#worker.on('error', (error: Error) => this.#die(options.crashed(error)));
    this.#worker.on('exit', (code) => this.#die(options.crashed(new Error(`exit ${code}`))));
  }

  get alive(): boolean {
    return this.#alive;
  }

  get busy(): boolean {
    return this.#settle !== null;
  }

  /** Does one job; the thread must be alive and not busy. After a rejection for time or a crash it is dead. */
  run(job: J): Promise<A> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#worker.ref();
      this.#startClock();
      this.#worker.postMessage(job);
    });
  }

  /** Ends the worker, even in the middle of a loop, and rejects what it was busy with. */
  async kill(reason: StetError): Promise<void> {
    this.#die(reason);
    await this.#worker.terminate();
  }

  #hear(message: FromWorker<A>): void {
    if ('goingOn' in message) {
      if (this.busy) this.#waitOn();
      return;
    }
    if ('ready' in message) {
      this.#ready = true;
      if (this.busy) this.#startClock();
      else this.#worker.unref();
      return;
    }
    const settle = this.#finish();
    if ('done' in message) settle?.resolve(message.done);
    else settle?.reject(fromWire(message.error));
  }

  #startClock(): void {
    const { timeoutMs, mostMs = timeoutMs } = this.#options;
    this.#end = performance.now() + (this.#ready ? mostMs : START_MS);
    this.#waitOn();
  }

  /** For the next step, or what is left for all of them. */
  #waitOn(): void {
    clearTimeout(this.#timer);
    const { tooSlow, timeoutMs } = this.#options;
    const left = Math.max(0, this.#end - performance.now());
    this.#timer = setTimeout(() => void this.kill(tooSlow()), this.#ready ? Math.min(timeoutMs, left) : left);
  }

  #finish() {
    clearTimeout(this.#timer);
    const settle = this.#settle;
    this.#settle = null;
    this.#worker.unref();
    return settle;
  }

  #die(reason: StetError): void {
    this.#alive = false;
    this.#finish()?.reject(reason);
  }
}
