import { toWire } from '../../core/errors';

/** What went wrong, in words that can be shown: ours as they are, anything else without its text. */
export function inWords(error: unknown): string {
  return toWire(error).message;
}

/** A file of the program cannot be had any more: it was replaced or removed under a running window. */
export const PART_GONE =
  'This part of Stet could not be loaded; its files may have been replaced. Your text is not affected. Start Stet again to have it back.';
