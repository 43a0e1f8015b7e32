import { countWords } from '../article/countWords';

/** No word of a language that is written with spaces is shorter, space included: a text under `limit` times this needs no counting. */
const SHORTEST = 2;

/** The words of a text when they are more than `limit`, else null. */
export function wordsOver(limit: number, text: string, language: string): number | null {
  if (text.length < limit * SHORTEST) return null;
  const words = countWords(text, language);
  return words > limit ? words : null;
}
