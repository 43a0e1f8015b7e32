import type { Series, SeriesEntry } from '../series';

/** An article's id from a letter: `ida('a')` is `aaaaaaaaaaaaaaaa`. */
export const ida = (letter: string): string => letter.repeat(16);

/** An entry: a single letter is an article, anything longer the title of a piece outside the library. */
export const entry = (text: string): SeriesEntry => (text.length === 1 ? { article: ida(text) } : { title: text, url: null });

/** A series from its entries: `run('Ice', 'a', 'b', 'The thaw')`; the name null for one that has none. */
export const run = (name: string | null, ...entries: string[]): Series => ({
  id: `series${(name ?? 'nameless').toLowerCase().replace(/[^a-z]/gu, '')}${entries[0]?.toLowerCase().replace(/[^a-z]/gu, '') ?? ''}0000000000`.slice(
    0,
    40,
  ),
  name,
  entries: entries.map(entry),
});

/** The reverse, for reading a result: `['Ice: a b', '-: c d']`. */
export const told = (all: readonly Series[]): string[] =>
  all.map((one) => `${one.name ?? '-'}: ${one.entries.map((e) => ('article' in e ? e.article[0] : `“${e.title}”`)).join(' ')}`);
