import type { Query } from './query';
import type { Part, Searchable } from './searchable';
import { mayHold, placedWords, wordsIn } from './words';

/** Words of an article in their context: `marks` are the ranges of `text` that were looked for, in order and apart. */
export interface Passage {
  readonly part: Part;
  readonly text: string;
  readonly marks: readonly { readonly from: number; readonly to: number }[];
}

/** Longest context, in UTF-16 units, and what of it stands before the first hit. */
const LONGEST = 150;
const BEFORE = 45;

interface Line {
  part: Part;
  text: string;
  /** How many of the clauses have a place in it. */
  clauses: number;
}

/** Shown first among lines that have as many of the words. The headline is in the list anyway. */
const ORDER: readonly Part[] = ['body', 'standfirst', 'notes', 'captions', 'people', 'tags', 'headline'];

/**
 * The place of an article where all the words stand together, or else at most `limit` places with some of them, those with the most
 * different words first. Reads no further than the first line that has all.
 */
export function passagesOf({ parts: lines }: Pick<Searchable, 'parts'>, query: Query, limit = 2): Passage[] {
  const wanted = query.flatMap((clause) => (clause.kind === 'words' && !clause.not ? [clause] : []));
  if (wanted.length === 0) return [];
  const found: Line[] = [];
  const beginnings = wanted.flatMap(({ words }) => words.slice(0, 1));
  for (const part of ORDER) {
    for (const text of lines[part]) {
      // Nearly all lines have none of the words.
      if (!mayHold(text, beginnings)) continue;
      const plain = wordsIn(text);
      const clauses = wanted.filter(({ words, begins }) => startsOf(plain, words, begins).length > 0).length;
      if (clauses === 0) continue;
      const line = { part, text, clauses };
      if (clauses === wanted.length) return [inContext(line, wanted)];
      found.push(line);
    }
  }
  return found
    .map((line, at) => ({ line, at }))
    .sort((a, b) => b.line.clauses - a.line.clauses || a.at - b.at)
    .slice(0, limit)
    .map(({ line }) => inContext(line, wanted));
}

interface Wanted {
  words: readonly string[];
  begins: boolean;
}

interface Hit {
  from: number;
  to: number;
}

/** Where in a line the words stand, in order. */
function hitsIn(text: string, wanted: readonly Wanted[]): Hit[] {
  const placed = placedWords(text);
  const plain = placed.map(({ word }) => word);
  const hits = wanted.flatMap(({ words, begins }) =>
    startsOf(plain, words, begins).map((start) => ({
      from: placed[start]?.from ?? 0,
      to: placed[start + words.length - 1]?.to ?? 0,
    })),
  );
  return hits.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Where in a line the words begin; a plain loop, because every line of every hit goes through it. */
function startsOf(plain: readonly string[], words: readonly string[], begins: boolean): number[] {
  const starts: number[] = [];
  const last = words.length - 1;
  for (let at = 0; at + last < plain.length; at++) {
    let fits = true;
    for (let offset = 0; fits && offset <= last; offset++) {
      const [there, word] = [plain[at + offset] ?? '', words[offset] ?? ''];
      fits = begins && offset === last ? there.startsWith(word) : there === word;
    }
    if (fits) starts.push(at);
  }
  return starts;
}

function inContext({ part, text }: Line, wanted: readonly Wanted[]): Passage {
  const hits = hitsIn(text, wanted);
  const first = hits[0]?.from ?? 0;
  const from = text.length <= LONGEST ? 0 : wordStart(text, Math.max(0, Math.min(first - BEFORE, text.length - LONGEST)), first);
  const to = text.length - from <= LONGEST ? text.length : wordEnd(text, from + LONGEST, Math.max(hits[0]?.to ?? 0, from));
  const [lead, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const marks: { from: number; to: number }[] = [];
  let read = from;
  for (const hit of hits) {
    if (hit.to > to || hit.to <= read) continue;
    const start = Math.max(hit.from, read);
    marks.push({ from: start - from + lead.length, to: hit.to - from + lead.length });
    read = hit.to;
  }
  return { part, text: `${lead}${text.slice(from, to)}${tail}`.replace(/[\n\t]/gu, ' ').toWellFormed(), marks };
}

function wordStart(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at - 1);
  return space >= 0 && space < limit ? space + 1 : at;
}

function wordEnd(text: string, at: number, limit: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > limit ? space : at;
}
