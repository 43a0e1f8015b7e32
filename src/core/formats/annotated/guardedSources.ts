import type { Quotation } from '../../quotes/quotations';
import { strikeOf, type Strike } from '../../words/strike';

/** True for words that were not said for print with the name of whoever said them. */
export const isGuarded = ({ evidence }: Pick<Quotation, 'evidence'>): boolean => evidence !== null && evidence.record !== 'on';

/** True where an annotated copy would tell who a protected source is, or where a source can be found that the writer keeps back. */
export const guardsSomething = (quotations: readonly Quotation[]): boolean =>
  quotations.some((one) => isGuarded(one) || one.evidence?.hideSource === true);

/** The names of the sources that are not to be named, each once. */
export const guardedNames = (quotations: readonly Quotation[]): string[] => [
  ...new Set(quotations.flatMap((one) => (isGuarded(one) && one.speaker?.trim() ? [one.speaker.trim()] : []))),
];

/** Everything in words that says who those sources are: names, roles, and where their words were found, each once. */
export const guardedWords = (quotations: readonly Quotation[]): string[] => [
  ...new Set(
    quotations
      .filter(isGuarded)
      .flatMap(({ speaker, role, sourceTitle, sourceUrl }) => [speaker, role, sourceTitle, sourceUrl])
      .flatMap((words) => words?.trim() || []),
  ),
];

/** Parts of a name that tell who it is: no particles, which are words of the language too. */
const TELLING = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’-]+$/u;
/** From so many letters on a part is looked for inside longer words too: genitives, compounds. */
const LONG = 4;

/**
 * Takes what says who a source is out of everything that only this copy shows: the whole words, and each part of them that tells;
 * `instead` stands there. Rather a word too many than a name too few. Gives values back as they are where there are none.
 */
export function withoutWords(names: readonly string[], instead: string): <T>(value: T) => T {
  const words = [...new Set([...names, ...names.flatMap(partsOf)])].sort((a, b) => b.length - a.length);
  const strikes = words
    .map((name) => strikeOf({ words: name, by: instead, inside: name.length >= LONG }))
    .filter((strike): strike is Strike => strike !== null);
  return (value) => strikes.reduce((struck, strike) => strike(struck).value, value);
}

const partsOf = (name: string): string[] =>
  name.split(/[\s.,]+/u).filter((part) => TELLING.test(part) && (part.length >= 3 || /\p{Lo}/u.test(part)));

/** Those of the names that stand in a value all the same. */
export const namesIn = (value: unknown, names: readonly string[]): string[] =>
  names.filter((name) => (strikeOf({ words: name, by: '', inside: false })?.(value).count ?? 0) > 0);
