import type { SpeechForms } from './forms';

const CAPITAL = String.raw`(?:\p{Lu}\.(?:-?\p{Lu}\.){0,3}|\p{Lu}(?:[\p{L}\p{M}]|['’-](?=\p{L})){1,40})`;
const PARTICLE =
  '(?:de|da|do|dos|das|du|des|del|della|di|van|von|der|den|ter|ten|te|la|le|el|al|bin|ibn|ben|bint|zu|zum|zur|af|av|y|e)';
export const SPACE = String.raw`[ \u00a0\u202f]`;

/** Capitalised words and particles between them: at least `least` words, as the source of a pattern. */
export const nameSource = (least: 1 | 2): string =>
  `${CAPITAL}(?:${SPACE}(?:${PARTICLE}${SPACE}){0,3}${CAPITAL}){${least - 1},3}`;

const FULL_NAME = new RegExp(nameSource(2), 'gu');

/** Any of these words, the longest first, as the source of a pattern that never matches part of a longer word. */
export const anyOf = (words: readonly string[]): string =>
  words.length === 0
    ? '(?!)'
    : `(?:${[...words]
        .sort((a, b) => b.length - a.length)
        .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, SPACE))
        .join('|')})(?![\\p{L}\\p{M}\\p{N}])`;

const beginnings = new WeakMap<readonly string[], RegExp>();

// Made once for each list of words: a long text names people by the thousand.
function beginningWith(words: readonly string[]): RegExp {
  const known = beginnings.get(words) ?? new RegExp(`^${anyOf(words)}${SPACE}?`, 'u');
  beginnings.set(words, known);
  return known;
}

/** A person as a sentence names one. */
export interface Named {
  name: string;
  role: string | null;
}

/**
 * A name without honorifics and without the word that begins its sentence; an office before it is the role.
 * Null where nothing of a name remains.
 */
export function personNamed(written: string, forms: SpeechForms): Named | null {
  let words = written.trim();
  let role: string | null = null;
  const taken = (from: readonly string[]): string | null => {
    const found = beginningWith(from).exec(words)?.[0] ?? null;
    if (found !== null) words = words.slice(found.length).trim();
    return found?.trim() ?? null;
  };
  for (let left = 4; left > 0; left--) {
    if (taken(forms.honorifics) !== null || taken(forms.openers) !== null) continue;
    const title = taken(forms.titles);
    if (title === null) break;
    role ??= title;
  }
  return words === '' ? null : { name: words, role };
}

/** Every name of two or more words in a text, in order. */
export function namesIn(text: string, forms: SpeechForms): string[] {
  return [...text.matchAll(FULL_NAME)].flatMap(([written]) => {
    const person = personNamed(written, forms);
    return person && /\s/u.test(person.name) ? [person.name] : [];
  });
}
