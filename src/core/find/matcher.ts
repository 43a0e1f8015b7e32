import type { TextRange } from '../quotes/verbatim';

/** What a writer looks for. */
export interface Query {
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  readonly ignoreAccents: boolean;
}

/** The places of a text where the words stand, in order and apart. Linear. */
export type Matcher = (text: string) => TextRange[];

// What a keyboard has only in a rough form finds what typography makes of it; a typographic sign finds only itself.
const LOOSE: readonly (readonly [string, string])[] = [
  ['...', '(?:\\.{3}|…)'],
  ['---', '(?:---|—)'],
  ['--', '(?:--|[–—])'],
  ["'", "['‘’‚ʼ]"],
  ['"', '(?:["“”„‟]|«[\\u00a0\\u202f]?|[\\u00a0\\u202f]?»)'],
  [' ', '[ \\u00a0\\u202f\\u2009]'],
  ['-', '[-\\u2010\\u2011]'],
  ...[';', ':', '!', '?'].map((sign): readonly [string, string] => [sign, `[\\u00a0\\u202f]?${escaped(sign)}`]),
];
const WORD = '[\\p{L}\\p{N}\\p{M}_]';
const isWordSign = (sign: string): boolean => /[\p{L}\p{N}\p{M}_]/u.test(sign);

/** How to find what a query asks for; null when it asks for nothing. Never throws, whatever was typed. */
export function matcherOf({ words, matchCase, wholeWords, ignoreAccents }: Query): Matcher | null {
  if (words === '') return null;
  const wanted = ignoreAccents ? folded(words).text : words;
  if (wanted === '') return null;
  const start = wholeWords && isWordSign(wanted) ? `(?<!${WORD})` : '';
  const last = [...wanted].at(-1) ?? '';
  const end = wholeWords && isWordSign(last) ? `(?!${WORD})` : isWordSign(last) ? '(?!\\p{M})' : '';
  const pattern = new RegExp(start + patternOf(wanted) + end, matchCase ? 'gu' : 'giu');
  const find = (text: string): TextRange[] =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
  if (!ignoreAccents) return find;
  return (text) => {
    if (/^[\x20-\x7e\n]*$/u.test(text)) return find(text);
    const { text: plain, starts, ends } = folded(text);
    let read = 0;
    return find(plain).flatMap(({ from, to }) => {
      const place = { from: starts[from] ?? 0, to: ends[to - 1] ?? text.length };
      // Both letters of an "ß" are one place.
      if (place.from < read) return [];
      read = place.to;
      return [place];
    });
  };
}

function patternOf(words: string): string {
  let pattern = '';
  for (let at = 0; at < words.length;) {
    const loose = LOOSE.find(([sign]) => words.startsWith(sign, at));
    const sign = loose?.[0] ?? String.fromCodePoint(words.codePointAt(at) ?? 0);
    // However its accents are written: as one character, or after their letter.
    const forms = new Set([sign, sign.normalize('NFC'), sign.normalize('NFD')]);
    pattern += loose?.[1] ?? (forms.size === 1 ? escaped(sign) : `(?:${[...forms].map(escaped).join('|')})`);
    at += sign.length;
  }
  return pattern;
}

function escaped(sign: string): string {
  // A half of a character cannot stand in a pattern as such.
  if (/^[\ud800-\udfff]$/u.test(sign)) return `\\u${sign.charCodeAt(0).toString(16)}`;
  return sign.replace(/[$()*+.?[\\\]^{|}/-]/gu, '\\$&');
}

// Letters that Unicode does not take apart.
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE' }; // prettier-ignore

/** A text without accents, and where each of its units began and ended before. */
function folded(text: string): { text: string; starts: number[]; ends: number[] } {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const sign of text) {
    const next = at + sign.length;
    const made = PLAIN[sign] ?? sign.normalize('NFD').replace(/\p{M}/gu, '');
    // An accent of its own belongs to the letter before it.
    if (made === '' && ends.length > 0) ends[ends.length - 1] = next;
    for (let unit = 0; unit < made.length; unit++) {
      starts.push(at);
      ends.push(next);
    }
    plain += made;
    at = next;
  }
  return { text: plain, starts, ends };
}
