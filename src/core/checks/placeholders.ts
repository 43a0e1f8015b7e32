import type { Check } from './check';
import { atPart } from './atPart';

// TK is "to come" spelt so that no word holds it; KX and "XXX" are not read as such: they are also names and sizes.
const TK = /(?<![\p{L}\p{N}_])(?:TK){1,4}(?![\p{L}\p{N}_])/gu;

/** A TK that is still in the copy. */
export const placeholders: Check = {
  name: 'TK left',
  of: 'text',
  find: (_doc, { parts }) =>
    parts.flatMap((part) =>
      [...part.readable.matchAll(TK)].map(({ 0: tk, index }) =>
        atPart(part, index, index + tk.length, 'TK left', 'warning', 'A TK is still in the copy.'),
      ),
    ),
};
