import type { Query } from './query';
import type { Part, Searchable } from './searchable';
import { placedWords, wordsIn, type PlacedWord } from './words';

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
  hits: { from: number; to: number; clause: number }[];
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
  for (const part of ORDER) {
    for (const text of lines[part]) {
      const hits = hitsIn(text, wanted);
      if (hits.length === 0) continue;
      const line = { part, text, hits, clauses: new Set(hits.map(({ clause }) => clause)).size };
      if (line.clauses === wanted.length) return [inContext(line)];
      found.push(line);
    }
  }
  return found
    .map((line, at) => ({ line, at }))
    .sort((a, b) => b.line.clauses - a.line.clauses || a.at - b.at)
    .slice(0, limit)
    .map(({ line }) => inContext(line));
}

interface Wanted {
  words: readonly string[];
  begins: boolean;
}

function hitsIn(text: string, wanted: readonly Wanted[]): Line['hits'] {
  let placed: PlacedWord[] | null = null;
  const plain = wordsIn(text);
  const hits: Line['hits'] = [];
  wanted.forEach(({ words, begins }, clause) => {
    for (const start of startsOf(plain, words, begins)) {
      // Most lines have nothing: places are looked up only where there is a hit.
      placed ??= placedWords(text);
      const [from, to] = [placed[start]?.from ?? 0, placed[start + words.length - 1]?.to ?? 0];
      hits.push({ from, to, clause });
    }
  });
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

function inContext({ part, text, hits }: Line): Passage {
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
