import type { Finding } from '../../core/checks/finding';
import { StetError } from '../../core/errors';
import type { Examiner, ExamineRequest } from '../../core/ports/work';
import { JobThread } from './jobThread';
import { workerFile } from './workerFile';

/** More than this many articles never wait: a window asks for one at a time. */
const MAX_WAITING = 32;

export interface ExaminerOptions {
  /** How long each check of an article may take, in milliseconds; the first counts the words of its language. */
  timeoutMs?: number;
  /** How long all of them may take together: a long article on a busy computer is not stuck while check after check comes to its end. */
  mostMs?: number;
  /** The worker's entry, where it is not the one that was built with this module. */
  workerUrl?: URL;
}

interface Waiting {
  request: ExamineRequest;
  resolve: (findings: readonly Finding[]) => void;
  reject: (error: unknown) => void;
}

/**
 * Examines articles in one worker thread, one after the other; it is started when first needed, and killed and replaced when a
 * check takes longer than `timeoutMs`, or all of them longer than `mostMs`. Errors: `checks/too-slow`, `checks/failed`, `checks/busy`, `checks/closed`.
 */
export function createExaminer({ timeoutMs = 10_000, mostMs = 30_000, workerUrl }: ExaminerOptions = {}): Examiner & {
  close(): Promise<void>;
} {
  let thread: JobThread<ExamineRequest, readonly Finding[]> | null = null;
  const waiting: Waiting[] = [];
  let closed = false;

  function freeThread() {
    if (!thread?.alive)
      thread = new JobThread({ url: workerUrl ?? workerFile('checkWorker.js'), timeoutMs, mostMs, tooSlow, crashed });
    return thread.busy ? null : thread;
  }

  function next(): void {
    const free = waiting.length > 0 ? freeThread() : null;
    const job = free && waiting.shift();
    if (!free || !job) return;
    free.run(job.request).then(job.resolve, job.reject).finally(next);
  }

  return {
    examine(request) {
      if (closed) return Promise.reject(closing());
      if (waiting.length >= MAX_WAITING) return Promise.reject(busy());
      return new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        next();
      });
    },

    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(closing());
      await thread?.kill(closing());
    },
  };
}

const tooSlow = () =>
  new StetError('checks/too-slow', 'Looking through this article took too long, so Stet stopped. The text is as it was.');

const crashed = (cause: Error) =>
  new StetError('checks/failed', 'Stet could not look through this article. The text is as it was.', { worker: cause.name });

const busy = () => new StetError('checks/busy', 'Stet is still looking through other articles. Try again in a moment.');

const closing = () => new StetError('checks/closed', 'Stet is closing, so the article was not looked through.');
