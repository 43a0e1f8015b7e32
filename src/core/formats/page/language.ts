import { siteLabels } from './labels/labels';

const SAMPLE = 20_000;
const LEAST_WORDS = 15;
/** Of all words, how many must be function words of the language; running text of each has well over twice this. */
const LEAST_SHARE = 0.12;
/** How much better than the second language the first must be. */
const CLEARLY = 1.3;

const languagesOf = new Map<string, string[]>();
for (const { language, functionWords } of siteLabels) {
  for (const word of functionWords) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/**
 * The language of running text (a primary subtag, BCP 47) by its function words, or null when it is not clear:
 * too few words, another language, or two that look alike.
 */
export function detectLanguage(text: string): string | null {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < LEAST_WORDS) return null;
  const hits = new Map<string, number>();
  for (const word of words) for (const language of languagesOf.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  const [first, second] = [...hits].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] / words.length < LEAST_SHARE || first[1] < CLEARLY * (second?.[1] ?? 0)) return null;
  return first[0];
}
