import { expect, test } from 'vitest';
import { parseDocument } from '../../core/document/schema';
import { article, code, p, quote } from '../../core/document/testing/builders';
import { mattersInWords, openMatters } from './openMatters';

const of = (...args: Parameters<typeof article>) => openMatters(parseDocument(article(...args)));

test('TKs are counted wherever words stand, the first is known by its place, and code is not copy', () => {
  const doc = parseDocument(article({ headline: 'Ice TK' }, p('Numbers: TKTK, then TK.'), quote({}, 'TK'), code('TK')));
  const found = openMatters(doc);
  expect(found.placeholders).toBe(4);
  expect(doc.textBetween(found.firstPlaceholder ?? 0, (found.firstPlaceholder ?? 0) + 2)).toBe('TK');
});

test('TK inside a word or a name is none', () => expect(of({}, p('ATK and TKmaxx, TK2')).placeholders).toBe(0));

test('the question names each matter, and there is none where nothing is open', () => {
  expect(mattersInWords(of({}, p('All there.')))).toEqual([]);
  expect(mattersInWords(of({ notes: 'Call the mayor' }, p('TK')))).toEqual([
    'A TK is still in the copy.',
    'The private notes under the story hold something.',
  ]);
  expect(mattersInWords(of({ notes: ' \n' }, p('TK, TK')))).toEqual(['2 TKs are still in the copy.']);
});
