import type { DocJson } from '../document/json';
import type { TextPart } from '../repair/page';
import { contentAt } from './links';

/** An abbreviation as it stands in a part. */
export interface Abbreviation {
  readonly part: TextPart;
  readonly from: number;
  readonly to: number;
  readonly short: string;
  /** What it stands for, where the copy says so at this place: by the mark, or beside it in brackets. */
  readonly long: string | null;
}

// Letters and digits glued or hyphened to it make a name or a model of it ("F-16", "COVID-19", "WHO-led" is one all the same).
const SHORT = /(?<![\p{L}\p{N}_.&-])\p{Lu}{2,6}(?=s?(?![\p{L}\p{N}_&]|[-–]\p{N}|\.\p{L}))/gu;
const REACH = 160;
const ROMAN = /^[IVXLCDM]+$/u;

// Two checks ask for the same page.
const read = new WeakMap<readonly TextPart[], readonly Abbreviation[]>();

/** The abbreviations in the running text of an article, in reading order. Linear in the length of the text. */
export function abbreviationsIn(doc: DocJson, parts: readonly TextPart[]): readonly Abbreviation[] {
  let found = read.get(parts);
  if (!found) read.set(parts, (found = [...abbreviationsOf(doc, parts)]));
  return found;
}

function* abbreviationsOf(doc: DocJson, parts: readonly TextPart[]): Generator<Abbreviation> {
  for (const part of parts) {
    if (part.type === 'related' || part.type === 'kicker') continue;
    const marked = markedIn(doc, part);
    // Words in a line that is all in capitals say nothing about abbreviations.
    const bare = part.text === part.text.toUpperCase() ? [] : [...part.readable.matchAll(SHORT)].map(({ index }) => index);
    const places = [...marked.keys(), ...bare];
    for (const from of [...new Set(places)].sort((a, b) => a - b)) {
      const mark = marked.get(from);
      const short = mark?.short ?? /^\p{Lu}+/u.exec(part.readable.slice(from, from + 7))?.[0] ?? '';
      if (short === '' || (!mark && ROMAN.test(short))) continue;
      const to = from + short.length;
      yield {
        part,
        from,
        to,
        short,
        long: mark?.long ?? longBefore(part.readable, from, to, short) ?? longAfter(part.readable, to),
      };
    }
  }
}

function markedIn(doc: DocJson, part: TextPart): Map<number, { short: string; long: string }> {
  const found = new Map<number, { short: string; long: string }>();
  let at = 0;
  for (const node of contentAt(doc, part.path)) {
    if (node.type === 'text') {
      const mark = node.marks?.find(({ type }) => type === 'abbreviation');
      const long = mark?.type === 'abbreviation' ? (mark.attrs?.expansion ?? '').trim() : '';
      const space = node.text.length - node.text.trimStart().length;
      if (long !== '' && node.text.trim() !== '') found.set(at + space, { short: node.text.trim(), long });
    }
    at += node.type === 'text' ? node.text.length : 1;
  }
  return found;
}

/** "World Health Organization (WHO)": the words before the bracket whose initials it is. */
function longBefore(text: string, from: number, to: number, short: string): string | null {
  if (text[from - 1] !== '(' || text[to] !== ')') return null;
  const words = [...text.slice(Math.max(0, from - 1 - REACH), from - 1).matchAll(/[\p{L}\p{M}’'-]+/gu)].map(([word]) => word);
  const taken: string[] = [];
  let letter = short.length - 1;
  for (let at = words.length - 1; at >= 0 && letter >= 0 && taken.length < short.length * 2 + 2; at--) {
    const word = words[at] ?? '';
    const initial = word
      .replace(/^(?:l|d|dell|all|nell)[’']/iu, '')
      .charAt(0)
      .toUpperCase();
    taken.unshift(word);
    if (initial === short[letter]) letter--;
  }
  // What stands before it in brackets explains it, whether or not its initials say so ("l’Organisation mondiale (WHO)").
  return letter < 0 ? taken.join(' ') : '';
}

/** "WHO (World Health Organization)": several words in the bracket after it. */
function longAfter(text: string, to: number): string | null {
  const found = /^\s?\((\p{L}[\p{L}\p{M}’' -]{3,100})[),;:]/u.exec(text.slice(to, to + 120));
  return found?.[1] !== undefined && /\p{L}[\s-]\p{L}/u.test(found[1]) ? found[1].trim() : null;
}
