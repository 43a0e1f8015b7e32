import { slugFrom } from '../article/slug';
import { matcherOf, type Matcher } from '../find/matcher';
import type { TextRange } from '../quotes/verbatim';

/** What is to be removed everywhere, and what stands there instead. */
export interface Removal {
  words: string;
  /** Put in their place; empty to take them out without a trace. */
  by: string;
  /** Also where the words are the inside of longer ones. */
  inside: boolean;
}

/** A value without the words, and at how many places they stood; the very same value where there were none. */
export interface Struck<T> {
  value: T;
  count: number;
}

/** Takes the words out of every text in a value of JSON. */
export type Strike = <T>(value: T) => Struck<T>;

/** How names are written where no space may stand: slugs, files, addresses, handles. */
const JOINED = ['-', '_', '.', '+', '%20', ''];
/** A text without spaces that other programs read: an address or a slug, in which not every sign may stand. */
const CODED = /^(?:[a-z][a-z0-9+.-]*:\S+|[a-z0-9]+(?:-[a-z0-9]+)*)$/u;
/** Against words that come back with what is put in their place. */
const MOST_TURNS = 8;
/** Names that the program gave, not a writer. */
const OURS: ReadonlySet<string> = new Set([
  ...['type', 'id', 'article', 'asset', 'language', 'status', 'day', 'format', 'zone'],
  ...['key', 'kind', 'series', 'record', 'sha256'],
]);
const SPACES = /\s+/u;
/** A run of spaces or a line break between two words: it parts them as one space does. */
const WIDE = /\s{2,}|[^\S \u00a0\u202f\u2009]/gu;

/** How to take words out; null when there are none. Upper and lower case and accents make no difference. */
export function strikeOf({ words, by, inside }: Removal): Strike | null {
  const wanted = words.trim();
  const [first = '', ...others] = wanted.split(SPACES);
  const loose = { matchCase: false, ignoreAccents: true };
  const plain = matcherOf({ ...loose, words: [first, ...others].join(' '), wholeWords: !inside });
  const slug = slugFrom(wanted);
  const near = [first, slug.split('-')[0] ?? ''].flatMap((part) => matcherOf({ ...loose, words: part, wholeWords: false }) ?? []);
  if (!plain) return null;
  const joined =
    others.length === 0
      ? []
      : JOINED.flatMap(
          (sign) => matcherOf({ ...loose, words: [first, ...others].join(sign), wholeWords: !inside && sign === '' }) ?? [],
        );
  if (slug !== 'untitled')
    joined.push(...[matcherOf({ ...loose, words: slug, wholeWords: !inside })].filter((match) => match !== null));
  const coded = by.trim() === '' ? 'removed' : slugFrom(by);

  /** Where the words stand in a text, and what comes there. */
  function places(text: string, inCode = CODED.test(text)): { range: TextRange; by: string }[] {
    if (near.every((match) => match(text).length === 0)) return [];
    const { text: plainText, place } = narrowed(text);
    const found = (match: Matcher | null, instead: string) =>
      (match?.(plainText) ?? []).map(({ from, to }) => ({ range: { from: place(from), to: place(to - 1) + 1 }, by: instead }));
    const all = [...found(plain, inCode ? coded : by), ...joined.flatMap((match) => found(match, coded))];
    let read = 0;
    return all
      .toSorted((one, other) => one.range.from - other.range.from || other.range.to - one.range.to)
      .filter(({ range }) => {
        if (range.from < read) return false;
        read = range.to;
        return true;
      });
  }

  function inText(text: string): Struck<string> {
    const found = places(text);
    if (found.length > 0) return { value: replaced(text, found), count: found.length };
    const decoded = text.includes('%') && CODED.test(text) ? decode(text) : text;
    const hidden = decoded === text ? [] : places(decoded, true);
    return hidden.length === 0
      ? { value: text, count: 0 }
      : { value: encodeURI(replaced(decoded, hidden)), count: hidden.length };
  }

  function inList(list: readonly unknown[]): Struck<readonly unknown[]> {
    let count = 0;
    const value: unknown[] = [];
    for (let at = 0; at < list.length;) {
      const run = textsFrom(list, at);
      const struck = run.length > 0 ? inRun(run) : null;
      if (struck) value.push(...struck.value);
      const other = struck ?? inAny(list[at]);
      if (!struck) value.push(other.value);
      count += other.count;
      at += Math.max(run.length, 1);
    }
    return count > 0 ? { value, count } : { value: list, count };
  }

  /** Words may begin in one piece of text and end in another, where a part of them is bold or linked, or a line break parts them. */
  function inRun(run: readonly Piece[]): Struck<readonly unknown[]> {
    const text = run.map(textOf).join('');
    const found = places(text);
    let [from, count] = [0, found.length];
    const value = run.flatMap((node): Piece[] => {
      const to = from + textOf(node).length;
      const mine = found.flatMap(({ range, by: instead }) =>
        range.from < to && range.to > from
          ? [
              {
                range: { from: Math.max(range.from, from) - from, to: Math.min(range.to, to) - from },
                by: range.from >= from ? instead : '',
              },
            ]
          : [],
      );
      from = to;
      if (!isText(node)) return mine.length > 0 ? [] : [node];
      const { text: own, ...rest } = node;
      const marks = inAny(rest);
      count += marks.count;
      const words = replaced(own, mine);
      return words === '' ? [] : [{ ...(marks.value as typeof rest), type: 'text', text: words }];
    });
    return count > 0 ? { value, count } : { value: run, count };
  }

  function inAny(value: unknown): Struck<unknown> {
    if (typeof value === 'string') return inText(value);
    if (Array.isArray(value)) return inList(value);
    if (typeof value !== 'object' || value === null) return { value, count: 0 };
    let count = 0;
    const entries = Object.entries(value).map(([key, one]) => {
      const struck = OURS.has(key) && typeof one === 'string' ? { value: one, count: 0 } : inAny(one);
      count += struck.count;
      return [key, struck.value] as const;
    });
    return count > 0 ? { value: Object.fromEntries(entries), count } : { value, count };
  }
  return <T>(value: T) => {
    let struck = inAny(value);
    // What was apart may come together where something is taken out.
    for (let [again, turn] = [struck, 0]; again.count > 0 && turn < MOST_TURNS; turn++) {
      again = inAny(again.value);
      struck = { value: again.value, count: struck.count + again.count };
    }
    // What goes in comes out in the same shape: only texts differ.
    return struck as Struck<T>;
  };
}

type TextNode = { type: 'text'; text: string } & Record<string, unknown>;
type Piece = TextNode | ({ type: 'hardBreak' } & Record<string, unknown>);

const isText = (node: unknown): node is TextNode =>
  typeof node === 'object' &&
  node !== null &&
  'type' in node &&
  node.type === 'text' &&
  'text' in node &&
  typeof node.text === 'string';

const isPiece = (node: unknown): node is Piece =>
  isText(node) || (typeof node === 'object' && node !== null && 'type' in node && node.type === 'hardBreak');

const textOf = (piece: Piece): string => (isText(piece) ? piece.text : '\n');

function textsFrom(list: readonly unknown[], from: number): Piece[] {
  const run: Piece[] = [];
  for (let at = from; at < list.length; at++) {
    const node = list[at];
    if (!isPiece(node)) break;
    run.push(node);
  }
  return run;
}

/** The text with one space for each wide one, and where its units stand in it. */
function narrowed(text: string): { text: string; place: (at: number) => number } {
  const wide = [...text.matchAll(WIDE)];
  if (wide.length === 0) return { text, place: (at) => at };
  let narrow = '';
  const places: number[] = [];
  let read = 0;
  const take = (to: number) => {
    for (; read < to; read++) {
      places.push(read);
      narrow += text[read] ?? '';
    }
  };
  for (const { 0: space, index } of wide) {
    take(index);
    places.push(index);
    narrow += ' ';
    read = index + space.length;
  }
  take(text.length);
  return { text: narrow, place: (at) => places[at] ?? text.length };
}

function replaced(text: string, places: readonly { range: TextRange; by: string }[]): string {
  let result = '';
  let read = 0;
  for (const { range, by } of places) {
    result += text.slice(read, range.from) + by;
    read = range.to;
    // What is taken out leaves one space, not two, and none before a comma.
    if (by === '' && result.endsWith(' ') && /^(?:$|[\s,.;:!?)])/u.test(text.slice(read))) result = result.slice(0, -1);
  }
  return result + text.slice(read);
}

/** The text as it is where it is no proper encoding (RFC 3986, section 2.1). */
function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
