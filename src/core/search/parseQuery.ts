import { filters, type Clause, type Day, type Filter, type Query } from './query';
import { wordsIn } from './words';

const OPENING = '["“”„«»]';
const CLOSING = /["“”„«»]/u;
/** One piece: an optional minus, an optional name, and words between quote marks or up to the next space. */
const PIECE = new RegExp(`(-?)(?:([\\p{L}]+):)?(${OPENING}?)`, 'uy');

/**
 * What was typed, as a query. Everything means something: what is no filter, or not one yet (`before:tomorrow`, `section:`), is
 * looked for as words, and a quotation that is not closed ends with the text. Never throws.
 */
export function parseQuery(text: string): Query {
  const clauses: Clause[] = [];
  for (let at = 0; at < text.length;) {
    if (/\s/u.test(text[at] ?? '')) {
      at++;
      continue;
    }
    PIECE.lastIndex = at;
    const [head = '', minus = '', name = '', quote = ''] = PIECE.exec(text) ?? [];
    const start = at + head.length;
    const end = endOf(text, start, quote !== '');
    const closed = quote !== '' && end < text.length;
    const value = text.slice(start, end);
    const open = end === text.length;
    const clause = clauseOf(minus !== '', name.toLowerCase(), value, quote, { closed, open });
    if (clause) clauses.push(clause);
    at = closed ? end + 1 : Math.max(end, at + 1);
  }
  return clauses;
}

function endOf(text: string, start: number, quoted: boolean): number {
  const stop = quoted ? CLOSING : /\s/u;
  for (let at = start; at < text.length; at++) if (stop.test(text[at] ?? '')) return at;
  return text.length;
}

function clauseOf(
  not: boolean,
  name: string,
  value: string,
  quote: string,
  { closed, open }: { closed: boolean; open: boolean },
): Clause | null {
  const words = wordsIn(value);
  if ((name === 'before' || name === 'after') && quote === '') {
    const day = dayOf(value);
    if (day) return { kind: 'edited', side: name, day, not };
  }
  if (isFilter(name) && words.length > 0) return { kind: 'filter', filter: name, words, begins: !closed, not };
  const all = [...wordsIn(name), ...words];
  if (all.length === 0) return null;
  // A word that is still being typed leaves nothing out by its first letters, and one letter alone begins too much.
  const begins = open && !closed && !not && (all.at(-1) ?? '').length > 1;
  return { kind: 'words', words: all, begins, not };
}

const isFilter = (name: string): name is Filter => (filters as readonly string[]).includes(name);

/** `2026`, `2026-03` or `2026-03-01` (ISO 8601), if there is such a day. */
function dayOf(text: string): Day | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), number(found[2]), number(found[3])];
  const date = new Date(Date.UTC(2000, (month ?? 1) - 1, day ?? 1));
  date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  const exists = date.getUTCMonth() === (month ?? 1) - 1 && date.getUTCDate() === (day ?? 1);
  return exists ? { year, month, day } : null;
}

const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
