/** A tracked change around some words, and who made it. */
export interface Change {
  kind: 'inserted' | 'removed';
  by: string;
}

export const isRemoval = ({ kind }: Change): boolean => kind === 'removed';

/** The longest private note. */
const MAX_NOTE = 2000;

/** A private note that says what a tracked change did: `Ana Reis: Changed from “old words”`. One line of at most 2000 units. */
export function tracked(by: string, what: string, words: string): string {
  const quoted = words.trim() === '' ? '' : ` “${words.trim()}”`;
  return noteLine(`${by === '' ? '' : `${by}: `}${what}${quoted}`);
}

const TRACKED = /^(?:(.+?): )?(?:Inserted|Changed from|Deleted before this|Deleted here)(?: “.*”?…?)?$/su;

/** Who made the tracked change that a private note tells of (`tracked`), `''` for nobody named; null for a note that tells of none. */
export function readTracked(note: string): string | null {
  const found = TRACKED.exec(note);
  return found ? (found[1] ?? '') : null;
}

/** Text as one line that a private note may hold. */
export function noteLine(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return line.length <= MAX_NOTE ? line : `${line.slice(0, MAX_NOTE - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** The first word of a text, with the space before it. */
export const leadingWord = (text: string): string => /^\s*\S+/u.exec(text)?.[0] ?? text;
