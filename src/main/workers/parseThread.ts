import { Worker } from 'node:worker_threads';
import { fromWire, StetError } from '../../core/errors';
import type { Imported } from '../../core/formats/format';
import type { ParseRequest } from '../../core/ports';
import type { FromWorker } from './parseRequest';

/** Loading the importers is our own doing and not counted against the text; this bounds it all the same. */
const START_MS = 20_000;

const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 } as const;

const tooSlow = () =>
  new StetError(
    'import/too-slow',
    'Reading this text took too long, so Stet stopped. Nothing was changed; try a smaller part of it, or paste it as plain text.',
  );

const crashed = (cause: Error & { code?: string }) =>
  cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new StetError(
        'import/too-large',
        'Reading this text took more memory than Stet allows. Nothing was changed; import it in smaller parts.',
      )
    : new StetError('import/unreadable', 'Stet could not read this text. Nothing was changed; try pasting it as plain text.', {
        worker: cause.name,
      });

/** A worker and the one request that it is busy with. It does not keep the process alive while it waits for work. */
export class ParseThread {
  readonly #worker: Worker;
  readonly #timeoutMs: number;
  #ready = false;
  #alive = true;
  #timer: NodeJS.Timeout | undefined;
  #settle: { resolve: (imported: Imported) => void; reject: (error: StetError) => void } | null = null;

  constructor(url: URL, timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
    // The worker gets no environment and no arguments, and what it prints goes nowhere: foreign text is read there.
    this.#worker = new Worker(url, { resourceLimits: MEMORY, env: {}, argv: [], execArgv: [], stdout: true, stderr: true });
    this.#worker.on('message', (message: FromWorker) => this.#hear(message));
    this.#worker.on('error', (error: Error) => this.#die(crashed(error)));
    this.#worker.on('exit', (code) => this.#die(crashed(new Error(`exit ${code}`))));
  }

  get alive(): boolean {
    return this.#alive;
  }

  get busy(): boolean {
    return this.#settle !== null;
  }

  /** Reads one text; the thread must be alive and not busy. After a rejection for time or a crash it is dead. */
  parse(request: ParseRequest): Promise<Imported> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#worker.ref();
      this.#startClock();
      this.#worker.postMessage(request);
    });
  }

  /** Ends the worker, even in the middle of a loop, and rejects what it was busy with. */
  async kill(reason: StetError): Promise<void> {
    this.#die(reason);
    await this.#worker.terminate();
  }

  #hear(message: FromWorker): void {
    if ('ready' in message) {
      this.#ready = true;
      if (this.busy) this.#startClock();
      else this.#worker.unref();
      return;
    }
    const settle = this.#finish();
    if ('imported' in message) settle?.resolve(message.imported);
    else settle?.reject(fromWire(message.error));
  }

  #startClock(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.kill(tooSlow()), this.#ready ? this.#timeoutMs : START_MS);
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
