import { expect, test } from 'vitest';
import { plainStyle } from '../article/houseStyle';
import { examine } from '../checks/examine';
import { doc, p } from '../document/testing/builders';
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
