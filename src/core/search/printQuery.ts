import type { Clause, Day, Query } from './query';

/** A query as it could have been typed: `parseQuery` reads the same from it. */
export function printQuery(query: Query): string {
  const last = query.at(-1);
  // A space says that the last word is whole.
  const whole = last?.kind === 'words' && !last.begins && !last.not && last.words.length === 1;
  return query.map(printClause).join(' ') + (whole ? ' ' : '');
}

function printClause(clause: Clause): string {
  const minus = clause.not ? '-' : '';
  if (clause.kind === 'edited') return `${minus}${clause.side}:${printDay(clause.day)}`;
  const name = clause.kind === 'filter' ? `${clause.filter}:` : '';
  const together = clause.words.join('-');
  const open = clause.begins || (clause.kind === 'words' && clause.words.length === 1);
  return `${minus}${name}${open ? together : `"${clause.words.join(' ')}"`}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
const printDay = ({ year, month, day }: Day): string =>
  [
    String(year).padStart(4, '0'),
    ...(month === null ? [] : [two(month)]),
    ...(month === null || day === null ? [] : [two(day)]),
  ].join('-');
