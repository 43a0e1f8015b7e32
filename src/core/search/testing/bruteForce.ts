import type { Article } from '../../article/article';
import { startOf, type Clause, type Query } from '../query';
import { parts, searchableOf } from '../searchable';
import { wordsIn } from '../words';

/** Whether an article fits a query, by reading all of it: what the index must agree with. */
export function fits(article: Article, query: Query): boolean {
  return query.length > 0 && query.every((clause) => holds(article, clause) !== clause.not);
}

function holds({ doc, editedAt }: Article, clause: Clause): boolean {
  if (clause.kind === 'edited')
    return clause.side === 'before' ? editedAt < startOf(clause.day) : editedAt >= startOf(clause.day);
  const found = searchableOf(doc);
  const lines = clause.kind === 'filter' ? found.filters[clause.filter] : parts.flatMap((part) => found.parts[part]);
  const wanted = ` ${clause.words.join(' ')}${clause.begins ? '' : ' '}`;
  return lines.some((line) => ` ${wordsIn(line).join(' ')} `.includes(wanted));
}
