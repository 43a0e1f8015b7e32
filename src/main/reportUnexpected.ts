import { StetError } from '../core/errors';

/** Says on standard error what kind of error it was and where, without its message, which might quote a document. */
export function reportUnexpected(error: unknown): void {
  // The message is cut off before the lines are looked at: one of its own might look like a frame.
  const trace = error instanceof Error ? (error.stack ?? '').replace(error.message, '') : '';
  const where = trace.split('\n').filter((frame) => /^\s+at /u.test(frame));
  const what = error instanceof StetError ? error.code : error instanceof Error ? error.name : typeof error;
  process.stderr.write([`Stet: ${what}`, ...where, ''].join('\n'));
}
