import { expect, test } from 'vitest';
import { article, p } from '../document/testing/builders';
import { noLexicon } from '../repair/lexicon';
import { examine } from './examine';
import { rejectionOf } from './rejection';

const rejectionsIn = (...texts: string[]) =>
  examine(article({}, ...texts.map((text) => p(text))), { of: 'text', lexicon: noLexicon }).map(rejectionOf);

test('the same words in the same surroundings are known again after other edits, others are not', () => {
  const [known] = rejectionsIn('The mayor, TK, paid for it.');
  expect(rejectionsIn('A new beginning.', 'Today the mayor, TK, paid for it again.')).toEqual([known]);
  expect(rejectionsIn('The bishop, TK, asked for it.')).not.toEqual([known]);
});

test('what is about a long passage stays short, and passages that begin alike are told apart', () => {
  const long = (end: string) => rejectionOf({ kind: 'long', before: '', fingerprint: `${'word '.repeat(200)}${end}` });
  expect(long('one').length).toBeLessThan(400);
  expect(long('one')).not.toBe(long('two'));
  expect(long('one')).toBe(long('one'));
});
