import * as v from 'valibot';
import { languageTag } from './fields';
import { line } from './text';

const most = (standard: number) =>
  v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))), standard);

/**
 * How long things may be before a check says so; null for no limit. Headline and standfirst in characters (Google's article markup
 * guidance cuts headlines at 110), sentence and paragraph in words.
 */
export const limits = v.object({
  headline: most(110),
  standfirst: most(250),
  sentence: most(45),
  paragraph: most(170),
});
export type Limits = v.InferOutput<typeof limits>;
export type LimitName = keyof Limits;

/** A word that the house does not print, and the one that it prints instead ("Kyiv, not Kiev"). */
export const houseWord = v.object({
  /** A primary subtag or a whole tag (BCP 47), or null for every language. */
  language: v.nullable(languageTag),
  not: v.pipe(line(100), v.minLength(1)),
  use: v.pipe(line(100), v.minLength(1)),
});
export type HouseWord = v.InferOutput<typeof houseWord>;

export const MOST_HOUSE_WORDS = 5_000;
export const houseWords = v.pipe(v.array(houseWord), v.maxLength(MOST_HOUSE_WORDS));

/** What a desk decided for itself. */
export interface HouseStyle {
  limits: Limits;
  words: readonly HouseWord[];
}

/** That of a new library: usual limits, no words. */
export const plainStyle: HouseStyle = { limits: v.parse(limits, {}), words: [] };
