import { fold } from '../state/fold';

const START_OF_WORD = 8;
const IN_A_ROW = 5;

/**
 * How well a title fits what was typed: null when its letters do not stand in it in this order,
 * otherwise the higher the better. Starts of words and unbroken runs count most.
 */
export function fuzzyScore(typed: string, title: string): number | null {
  const wanted = fold(typed).replace(/\s+/gu, '');
  const text = fold(title);
  if (wanted === '') return 0;
  let best: number | null = null;
  for (let start = text.indexOf(wanted.charAt(0)); start >= 0; start = text.indexOf(wanted.charAt(0), start + 1)) {
    const score = scoreFrom(wanted, text, start);
    if (score !== null && (best === null || score > best)) best = score;
  }
  return best;
}

function scoreFrom(wanted: string, text: string, start: number): number | null {
  let score = 0;
  let at = start - 1;
  for (const letter of wanted) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return null;
    if (next === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(next - 1))) score += START_OF_WORD;
    if (next === at + 1 && at >= start) score += IN_A_ROW;
    score -= Math.min(next - at - 1, 10) / 10;
    at = next;
  }
  return score - text.length / 100;
}

/** The items that fit, the best first; in their own order when nothing was typed. */
export function ranked<T>(items: readonly T[], typed: string, textOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, score: fuzzyScore(typed, textOf(item)) }))
    .filter((one): one is { item: T; score: number } => one.score !== null)
    .sort((a, b) => (typed.trim() === '' ? 0 : b.score - a.score))
    .map((one) => one.item);
}
