import { expect, test } from 'vitest';
import { plainStyle } from '../article/houseStyle';
import { examine } from '../checks/examine';
import { article, doc, p, pull, quote } from '../document/testing/builders';
import { noLexicon } from './lexicon';

const shapes = [
  '“', '“a ', 'b” ', '«\u00a0', '" ', '<a ', '<b>', '{"a":', '“,”a”:', '[caption ', 'a=', 'href="', '&amp', '&#8217;', 'Ã', 'Ã©', 'aA',
  'theNorth ', 'a- ', 'x-', '\u00ad', 'the ', 'a.', 'a@', 'www.', ' ', '\u00a0 ', 'B”. ', 'Ab. ',
  '[TK] ', '[', 'WHO ', '(WHO) ', 'AB (a b) ', 'Monday 1 ', '1 March ', 'Monday, ', 'Kiev ', 'the Kiev', '. ', 'Mr. ', '“a b c d e f” ',
]; // prettier-ignore

const words = Array.from({ length: 5_000 }, (_, at) => ({ language: null, not: `Kiev ${at}`, use: `Kyiv ${at}` }));

test.each(shapes)('a page of nothing but %j is examined', (shape) => {
  const text = shape.repeat(Math.ceil(20_000 / shape.length));
  // Not timed: one step too many a character would run into the test's own limit.
  expect(Array.isArray(examine(doc(p(text)), { of: 'article', lexicon: noLexicon, style: { ...plainStyle, words } }))).toBe(true);
});

test('thousands of quotations, each with something to say of it, are examined', () => {
  const quotations = Array.from({ length: 12_000 }, (_, at) => [
    quote({ speaker: at % 2 === 0 ? 'Ada Wells' : 'Bo Levin', role: `role ${at}` }, p('The same words from us all.')),
    quote({}, p('Nobody said this. Or somebody did”')),
  ]).flat();
  const pulls = Array.from({ length: 200 }, (_, at) => pull(null, `Words ${at} of nobody`));
  const steps: number[] = [];
  const found = examine(article({ headline: 'Quoted' }, ...quotations, ...pulls), {
    of: 'article',
    lexicon: noLexicon,
    onStep: () => steps.push(steps.length),
  });
  const of = (kind: string) => found.filter((finding) => finding.kind === kind).length;
  expect(of('same words from two people')).toBe(6_000);
  expect(of('unattributed quotation')).toBe(12_000);
  expect(of('start of quotation not marked')).toBe(12_000);
  expect(of('pull quote not in the body')).toBe(200);
  expect(steps.length).toBeGreaterThan(30);
}, 20_000);
