import { expect, test } from 'vitest';
import { a, abbr, article, p, quote } from '../document/testing/builders';
import { noLexicon } from '../repair/lexicon';
import { examine } from './examine';

const kinds = (of: 'text' | 'article', ...story: Parameters<typeof article>) =>
  examine(article(...story), { of, lexicon: noLexicon }).map(({ kind }) => kind);

test('what a desk asks of an article is not asked of a page that was only just copied', () => {
  expect(kinds('article', {}, p('Words.'))).toEqual([
    'missing headline',
    'missing standfirst',
    'missing byline',
    'missing dateline',
    'missing section',
    'missing slug',
  ]);
  expect(kinds('text', {}, p('Words.'))).toEqual([]);
});

test('a headline that will be cut', () => {
  expect(kinds('article', { headline: 'x'.repeat(111) }, p('Words.'))).toContain('headline length');
  expect(kinds('article', { headline: 'x'.repeat(110) }, p('Words.'))).not.toContain('headline length');
});

test('a standfirst that has become a paragraph', () => {
  expect(kinds('article', { standfirst: 'x'.repeat(251) }, p('Words.'))).toContain('standfirst length');
  expect(kinds('article', { standfirst: 'x'.repeat(250) }, p('Words.'))).not.toContain('standfirst length');
});

test('a quotation without a speaker', () => {
  expect(kinds('text', {}, quote({}, 'We stay.'), quote({ speaker: 'Ada Wells' }, 'We go.'))).toEqual(['unattributed quotation']);
});

test.each([
  ['en', 'here'],
  ['fr', 'cliquez ici'],
  ['de', 'hier'],
  ['es', 'Aquí'],
  ['it', 'qui.'],
  ['pt', 'aqui'],
  ['nl', 'lees meer'],
])('a link that only says here, %s: %s', (language, words) => {
  expect(kinds('text', { language }, p(a('https://example.org/', words), ', ', a('https://example.org/b', 'Westhaven')))).toEqual(
    ['link text'],
  );
});

test('an abbreviation expanded in two ways', () => {
  const twice = [p(abbr('World Health Organization', 'WHO')), p(abbr('World Health Organisation', 'WHO'))];
  expect(kinds('text', {}, ...twice)).toEqual(['abbreviation expanded in two ways']);
  expect(kinds('text', {}, twice[0]!, twice[0]!)).toEqual([]);
});
