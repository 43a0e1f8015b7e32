import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockChanges } from './blockChanges';
import { publicView } from './publicView';
import { articles } from './testing/arbitrary';
import { article, b, p, quote } from './testing/builders';

const between = (before: Parameters<typeof article>, after: Parameters<typeof article>) =>
  blockChanges(publicView(article(...before)), publicView(article(...after)));

test('a rewritten block, one that came and one that went are told with their words', () => {
  expect(
    between(
      [{ headline: 'Ice' }, p('One.'), p('Two.'), p('Three.')],
      [{ headline: 'Ice' }, p('One.'), p('Two, now.'), p('Three.'), p('Four.')],
    ),
  ).toEqual([
    { before: 'Two.', after: 'Two, now.' },
    { before: null, after: 'Four.' },
  ]);
  expect(between([{}, p('One.'), p('Two.')], [{}, p('Two.')])).toEqual([{ before: 'One.', after: null }]);
});

test('the head counts, and so do emphasis and who said it; notes, status and empty lines do not', () => {
  expect(between([{ headline: 'Ice' }, p('x')], [{ headline: 'Thaw' }, p('x')])).toEqual([{ before: 'Ice', after: 'Thaw' }]);
  expect(between([{}, p('x y')], [{}, p('x ', b('y'))])).toEqual([{ before: 'x y', after: 'x y' }]);
  expect(between([{}, quote({ speaker: 'Ana' }, 'No.')], [{}, quote({ speaker: 'Eva' }, 'No.')])).toEqual([
    { before: 'No. — Ana', after: 'No. — Eva' },
  ]);
  expect(between([{ notes: 'a' }, p('x')], [{ notes: 'b', status: 'ready' }, p('x'), p()])).toEqual([]);
});

test('there is nothing to tell exactly where nothing that is printed in the text differs', () => {
  fc.assert(
    fc.property(articles, articles, (one, other) => {
      const [a, c] = [publicView(one), publicView(other)];
      const told = ({ kicker, headline, standfirst, body }: typeof a) => JSON.stringify([kicker, headline, standfirst, body]);
      expect(blockChanges(a, a)).toEqual([]);
      expect(blockChanges(a, c).length === 0).toBe(told(a) === told(c));
    }),
    { numRuns: 200 },
  );
});
