import { toWire } from '../../core/errors';

/** What went wrong, in words that can be shown: ours as they are, anything else without its text. */
export function inWords(error: unknown): string {
  return toWire(error).message;
}
