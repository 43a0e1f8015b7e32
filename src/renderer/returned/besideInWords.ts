import type { ReturnedCopy } from '../../core/returned/material';
import { dayInWords, timeOf } from '../history/inWords';

/** What a copy is read beside, in words: "beside what you filed 14:05 on 4 March 2026". */
export function besideInWords(filed: ReturnedCopy['filed'], now: number): string {
  if (!filed) return 'beside the article as it stood; no export of it is recorded';
  const day = dayInWords(filed.at, now);
  return `beside what you filed ${timeOf(filed.at)} ${/^\d/u.test(day) ? `on ${day}` : day.toLowerCase()}`;
}
