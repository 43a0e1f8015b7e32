import type { Finding } from './finding';

/** Of a fingerprint, in UTF-16 units: enough to tell a place by, short enough to be stored with every rejection. */
const LONGEST = 300;

/**
 * What a rejected finding is remembered by: the same for the same words in the same surroundings, whatever else was edited.
 * Holds words of the article, so it is as private as they are.
 */
export function rejectionOf({ kind, before = '', fingerprint }: Pick<Finding, 'kind' | 'before' | 'fingerprint'>): string {
  const whole = fingerprint ?? `${kind}\u241f${before}`;
  if (whole.length <= LONGEST) return whole.toWellFormed();
  return `${whole.slice(0, LONGEST).toWellFormed()}\u241f${hash(whole)}`;
}

/** FNV-1a, 32 bits: tells long passages apart that begin alike. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(16);
}
