import { StetError } from '../../core/errors';
import type { Imported } from '../../core/formats/format';
import type { Parser, ParseRequest } from '../../core/ports/work';
import { JobThread } from './jobThread';
import { workerFile } from './workerFile';

const MAX_THREADS = 2;
/** The largest file that is not a text. */
const MAX_BYTES = 32 * 1024 * 1024;

export interface ParserOptions {
  /** How long one text may take, in milliseconds. */
  timeoutMs?: number;
  /** The longest text, in UTF-16 code units. */
  maxUnits?: number;
  /** The worker's entry, where it is not the one that was built with this module. */
  workerUrl?: URL;
}

interface Waiting {
  request: ParseRequest;
  resolve: (imported: Imported) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads foreign text in worker threads: at most two, one text each at a time, started when first needed and
 * killed and replaced when a text takes longer than `timeoutMs`. Waiting for a free thread is not counted.
 * Errors: `import/too-large`, `import/too-slow`, `import/unreadable`, `import/closed`, and those of the importer.
 */
export function createParser({ timeoutMs = 5000, maxUnits = 16_000_000, workerUrl }: ParserOptions = {}): Parser & {
  close(): Promise<void>;
} {
  let threads: JobThread<ParseRequest, Imported>[] = [];
  const waiting: Waiting[] = [];
  let closed = false;

  function freeThread(): JobThread<ParseRequest, Imported> | null {
    threads = threads.filter((thread) => thread.alive);
    const idle = threads.find((thread) => !thread.busy);
    if (idle) return idle;
    if (threads.length >= MAX_THREADS) return null;
    const url = workerUrl ?? workerFile('parseWorker.js');
    const started = new JobThread<ParseRequest, Imported>({ url, timeoutMs, tooSlow, crashed });
    threads.push(started);
    return started;
  }

  function next(): void {
    const thread = waiting.length > 0 ? freeThread() : null;
    const job = thread && waiting.shift();
    if (!thread || !job) return;
    thread.run(job.request).then(job.resolve, job.reject).finally(next);
  }

  return {
    parse(request) {
      if (closed) return Promise.reject(closing());
      if ((request.bytes?.length ?? 0) > MAX_BYTES)
        return Promise.reject(
          new StetError(
            'import/too-large',
            'This document is larger than Stet reads at once (32 MB). Make its pictures smaller, or divide it.',
          ),
        );
      if (request.text.length > maxUnits) {
        return Promise.reject(
          new StetError(
            'import/too-large',
            `This text is longer than Stet reads at once (${Math.round(maxUnits / 1_000_000)} million characters). Import it in smaller parts.`,
            {
              units: request.text.length,
              limit: maxUnits,
            },
          ),
        );
      }
      return new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        next();
      });
    },

    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(closing());
      await Promise.all(threads.map((thread) => thread.kill(closing())));
    },
  };
}

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

const closing = () =>
  new StetError('import/closed', 'Stet is closing, so the text was not read. Import it again after the next start.');
