import { isLine } from '../../article/text';
import { LONGEST } from './shape';

const LONGEST_LABEL = 60;

/** How a label is joined to what follows: by a mark (`Read: …`), a space, nothing at all (`Previous articleTitle`), or it stands alone. */
export type Joint = 'mark' | 'space' | 'glued' | 'alone';

/** A line that begins with a label. `before + label + between + rest` is the line. */
export interface Labelled {
  /** Arrows, bullets and brackets before the label. */
  before: string;
  label: string;
  between: string;
  joint: Joint;
  rest: string;
}

const ORNAMENTS = /^[\s«»‹›<>←→⟵⟶⇐⇒➔▶►◀◄•·*[(|–—-]*/u;
// A hyphen or dash is a joint only between spaces: "Next-door" is a word.
const JOINT = /^(?:\s*[:|»›>→⟶⇒➔▶►]|\s+[-–—](?=\s))*\s*/u;
const BEGINS_TITLE = /^[\p{Lu}\p{Lt}\p{Lo}\p{Nd}“„«"‘¿¡]/u;

/** The longest of `labels` at the beginning of a line, or null. Letters that run on in lower case are another word. */
export function labelAt(text: string, labels: readonly string[]): Labelled | null {
  if (text.length > LONGEST) return null;
  const before = ORNAMENTS.exec(text)?.[0] ?? '';
  const found = longest(text.slice(before.length), labels);
  if (found === null) return null;
  const after = text.slice(before.length + found.length);
  const between = JOINT.exec(after)?.[0] ?? '';
  const rest = after.slice(between.length);
  if (rest === '') return { before, label: found, between, joint: 'alone', rest };
  const joint = between === '' ? 'glued' : between.trim() === '' ? 'space' : 'mark';
  // "d’" ends in an apostrophe and is always written together with the name.
  if (joint === 'glued' && !BEGINS_TITLE.test(rest) && !/[’']$/u.test(found)) return null;
  return { before, label: found, between, joint, rest };
}

// Lower case, by first letter: every line of a text is compared with hundreds of labels.
const prepared = new WeakMap<readonly string[], Map<string, string[]>>();

function byFirstLetter(labels: readonly string[]): Map<string, string[]> {
  let found = prepared.get(labels);
  if (!found) {
    prepared.set(labels, (found = new Map()));
    for (const label of labels.map((text) => text.toLowerCase()))
      found.set(label.charAt(0), [...(found.get(label.charAt(0)) ?? []), label]);
  }
  return found;
}

function longest(text: string, labels: readonly string[]): string | null {
  const head = folded(text.slice(0, LONGEST_LABEL));
  let best = 0;
  for (const label of byFirstLetter(labels).get(head.charAt(0)) ?? [])
    if (label.length > best && head.startsWith(label)) best = label.length;
  return best === 0 ? null : text.slice(0, best);
}

const folded = (text: string): string => text.replace(/\s/gu, ' ').toLowerCase();

/** True when the line is nothing but one of `labels`. */
export const isLabel = (text: string, labels: readonly string[]): boolean => {
  const trimmed = text.trim();
  return trimmed.length <= LONGEST_LABEL && longest(trimmed, labels)?.length === trimmed.length;
};

/** Text for an attribute of one line (tabs as spaces), or null when it cannot be one. */
export function lineValue(text: string, limit: number): string | null {
  const value = text.replace(/\t/gu, ' ').trim();
  return value !== '' && value.length <= limit && isLine(value) ? value : null;
}
