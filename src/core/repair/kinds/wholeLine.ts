import type { TextPart } from '../page';
import type { Certainty, Repair } from '../repair';

/** A repair that takes all words of a part away; the empty paragraph that is left is in no export. */
export const lineAway = (kind: string, part: TextPart, certainty: Certainty, message: string): Repair => ({
  kind,
  level: 'warning',
  certainty,
  part,
  from: 0,
  to: part.text.length,
  edits: [{ from: 0, to: part.text.length, text: '' }],
  message,
});
