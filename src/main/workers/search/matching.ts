import { startOf, type Clause, type Query } from '../../../core/search/query';
import { wordsIn } from '../../../core/search/words';

/** A condition on the table `docs`, with its values. */
interface Condition {
  sql: string;
  values: (string | number)[];
}

/** A query in the engine's terms: what the full-text table must match (null: anything), and what must be true of the rest. */
export interface Matching {
  match: string | null;
  where: Condition;
}

/** Lines of a filter as they are kept: words between single spaces, lines apart by a bar. */
export const filterText = (lines: readonly string[]): string => `| ${lines.map((line) => wordsIn(line).join(' ')).join(' | ')} |`;

/**
 * Translates a query for SQLite FTS5 (full-text query syntax, section 3). Its words are letters and digits only, so that nothing in them
 * can be read as an operator.
 */
export function matchingOf(query: Query): Matching {
  const wanted = query.flatMap((clause) => (clause.kind === 'words' && !clause.not ? [phrase(clause)] : []));
  const unwanted = query.flatMap((clause) => (clause.kind === 'words' && clause.not ? [phrase(clause)] : []));
  const conditions = query.flatMap((clause) => (clause.kind === 'words' ? [] : [condition(clause)]));
  const positive = wanted.length > 0 ? wanted.join(' AND ') : null;
  const negative = unwanted.join(' OR ');
  if (negative !== '' && positive === null)
    conditions.push({ sql: 'docs.doc NOT IN (SELECT rowid FROM words WHERE words MATCH ?)', values: [negative] });
  return {
    match: positive !== null && negative !== '' ? `(${positive}) NOT (${negative})` : positive,
    where: {
      sql: conditions.map(({ sql }) => ` AND ${sql}`).join(''),
      values: conditions.flatMap(({ values }) => values),
    },
  };
}

const phrase = ({ words, begins }: { words: readonly string[]; begins: boolean }): string =>
  `"${words.join(' ')}"${begins ? '*' : ''}`;

function condition(clause: Exclude<Clause, { kind: 'words' }>): Condition {
  if (clause.kind === 'edited') {
    const earlier = (clause.side === 'before') !== clause.not;
    return { sql: `docs.edited ${earlier ? '<' : '>='} ?`, values: [startOf(clause.day)] };
  }
  const like = `% ${clause.words.join(' ')}${clause.begins ? '' : ' '}%`;
  return { sql: `docs.${clause.filter} ${clause.not ? 'NOT ' : ''}LIKE ?`, values: [like] };
}
