import { ARTICLE_SCHEMA, type Article } from '../src/core/article/article';
import { article, h2, p, quote } from '../src/core/document/testing/builders';
import { randomFrom, type Random } from './repair/random';

const WORDS = 850;
const QUERIES = 300;

/** Made words, some common and most rare, with the letters of three languages. */
const syllables = [
  'ha',
  'fen',
  'stra',
  'ße',
  'glace',
  'été',
  'rou',
  'te',
  'ice',
  'ro',
  'ad',
  'brü',
  'cke',
  'fer',
  'ry',
  'mi',
  'nis',
  'ter',
  'con',
  'seil',
  'win',
  'ling',
  'qu',
  'ay',
  'ver',
  'schluss',
  'ment',
  'ing',
  'tion',
  'un',
];
const random = randomFrom(11);
const vocabulary = Array.from({ length: 40_000 }, () =>
  Array.from({ length: 2 + random.below(3) }, () => random.pick(syllables)).join(''),
);
/** As often as words are in a language: the frequency falls with the rank (Zipf). */
const wordFrom = (next: Random): string => vocabulary[Math.floor(vocabulary.length ** (next.below(1e9) / 1e9)) - 1] ?? '';
const sentenceFrom = (next: Random, words: number): string => `${Array.from({ length: words }, () => wordFrom(next)).join(' ')}.`;

/** A draft of 850 made words, the same for the same numbers. */
export function draft(index: number, revision = 1): Article {
  const next = randomFrom(index * 31 + revision);
  const body = Array.from({ length: Math.round(WORDS / 60) }, (_, at) =>
    at % 7 === 3
      ? quote({ speaker: `${wordFrom(next)} ${wordFrom(next)}`, role: wordFrom(next) }, sentenceFrom(next, 60))
      : p(sentenceFrom(next, 60)),
  );
  return {
    id: `bench${String(index).padStart(21, '0')}`,
    revision,
    schema: ARTICLE_SCHEMA,
    createdAt: 1,
    editedAt: index,
    trashedAt: null,
    doc: article(
      { headline: sentenceFrom(next, 7), standfirst: sentenceFrom(next, 18), section: ['News'] },
      h2(wordFrom(next)),
      ...body,
    ),
  };
}

/** One word, two, three with the last unfinished, and the beginning of one: as one types. */
const asked = randomFrom(5);
export const queries = Array.from({ length: QUERIES }, (_, at) => {
  const rare = () => vocabulary[50 + asked.below(5000)] ?? '';
  const typed = [
    () => `${wordFrom(asked)} `,
    () => `${wordFrom(asked)} ${wordFrom(asked)} `,
    () => rare().slice(0, 3 + (at % 4)),
    () => `${wordFrom(asked)} ${wordFrom(asked)} ${rare().slice(0, 3)}`,
  ][at % 4];
  return typed?.() ?? '';
});
