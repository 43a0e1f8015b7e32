import { expect, test } from 'vitest';
import { doc, p, quote, said } from '../document/testing/builders';
import { noEvidence } from '../document/evidence';
import type { DocJson } from '../document/json';
import { flagsOf } from './flags';
import { quotationsOf } from './quotations';

const flags = (story: DocJson) => flagsOf(quotationsOf(story)).map(({ kind, at }) => `${at}: ${kind}`);

test('one speaker with two roles, not one role written twice', () => {
  const as = (role: string | null) => quote({ speaker: 'Rosa Lind', role }, `Words of a ${role ?? 'person'}.`);
  expect(flags(doc(as('librarian'), as('Librarian'), as(null)))).toEqual([]);
  expect(flags(doc(as('librarian'), as('mayor')))).toEqual(['1: speaker with two roles']);
});

test('the same words from two people, not the few words that anybody says', () => {
  const story = (words: string) => doc(quote({ speaker: 'Ada Wells' }, words), p(said({ speaker: 'Otto Berg' }, `“${words}”`)));
  expect(flags(story('Nobody had asked us before.'))).toEqual(['1: same words from two people']);
  expect(flags(story('We stay.'))).toEqual([]);
});

test('words that were not said for print, or not with a name', () => {
  const on = (record: 'on' | 'background' | 'off') => ({ speaker: 'Ada Wells', evidence: { ...noEvidence, record } });
  expect(flags(doc(quote(on('off'), 'A.'), quote(on('background'), 'B.'), quote(on('on'), 'C.')))).toEqual([
    '0: off the record',
    '1: named on background',
  ]);
  expect(flags(doc(p(said(on('background'), '“A”'))))).toEqual([]);
});
