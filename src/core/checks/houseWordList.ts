import * as v from 'valibot';
import { houseWord, MOST_HOUSE_WORDS, type HouseWord } from '../article/houseStyle';

/** A line of a list that was not understood, from 1, and why. */
export interface Unread {
  readonly line: number;
  readonly why: string;
}

const ARROW = /\s*(?:→|⇒|->|=>)\s*/u;
const LANGUAGE = /^([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*:\s*(.*)$/u;
const HEADER = /^(?:not|wrong|avoid|instead of|faux|falsch|mal)$/iu;

/**
 * The house words in a text: a line each, `Kiev → Kyiv` (also `->`, `=>`), with `en:` before it where it is for one language; or a
 * table of `not`, `use` and, optional, the language, divided by tabs, semicolons or commas (RFC 4180). Empty lines and those that
 * begin with `#` are passed over; of two for the same words the later one counts.
 */
export function readHouseWords(text: string): { words: HouseWord[]; unread: Unread[] } {
  const words = new Map<string, HouseWord>();
  const unread: Unread[] = [];
  text.split(/\r\n|\r|\n/u).forEach((raw, at) => {
    const line = (at === 0 ? raw.replace(/^\ufeff/u, '') : raw).trim();
    if (line === '' || line.startsWith('#')) return;
    const read = wordIn(line);
    if (at === 0 && read && HEADER.test(read.not)) return;
    const found = v.safeParse(houseWord, read);
    if (!found.success) unread.push({ line: at + 1, why: read ? 'too long, or not a language' : 'write it as “not → use”' });
    else if (words.size >= MOST_HOUSE_WORDS) unread.push({ line: at + 1, why: `a list holds ${MOST_HOUSE_WORDS} words` });
    else words.set(keyOf(found.output), found.output);
  });
  return { words: [...words.values()], unread };
}

/** The list as text that `readHouseWords` understands. */
export const writeHouseWords = (words: readonly HouseWord[]): string =>
  words.map(({ language, not, use }) => `${language === null ? '' : `${language}: `}${not} → ${use}`).join('\n');

/** The words of both lists; where both have one, that of the second. */
export const joinHouseWords = (first: readonly HouseWord[], second: readonly HouseWord[]): HouseWord[] => [
  ...new Map([...first, ...second].map((word) => [keyOf(word), word])).values(),
];

const keyOf = ({ language, not }: HouseWord): string => `${language ?? ''}\n${not}`;

function wordIn(line: string): HouseWord | null {
  const [left, right, more] = line.split(ARROW);
  if (left !== undefined && right !== undefined && more === undefined) {
    const labelled = LANGUAGE.exec(left);
    const not = (labelled?.[2] ?? left).trim();
    return not === '' || right.trim() === '' ? null : { language: labelled?.[1] ?? null, not, use: right.trim() };
  }
  const cells = cellsOf(line);
  const [not = '', use = '', language = ''] = cells;
  if (cells.length < 2 || cells.length > 3 || not === '' || use === '') return null;
  return { language: language === '' ? null : language, not, use };
}

function cellsOf(line: string): string[] {
  const mark = ['\t', ';', ','].find((each) => line.includes(each));
  if (mark === undefined) return [line];
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] ?? '';
    if (quoted && letter === '"' && line[at + 1] === '"') cell += line[at++];
    else if (letter === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (letter === mark && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}
