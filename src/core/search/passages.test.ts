import { expect, test } from 'vitest';
import { article, figure, note, p, quote, said } from '../document/testing/builders';
import { parseQuery } from './parseQuery';
import { passagesOf } from './passages';
import { searchableOf } from './searchable';

const story = article(
  {
    headline: 'Ice road closed',
    standfirst: 'Lorries wait',
    byline: [{ name: 'Ada Quist', role: null, url: null }],
    notes: 'Call the Größe desk',
  },
  p('The ferry sails. ', note('Check with Bo', 'On Monday'), ' the ice road opens.'),
  quote({ speaker: 'Mara Lindqvist', role: 'harbour master' }, 'We wait for the ice.'),
  p(said({ speaker: 'Jon Berg' }, 'Nobody told us'), ', he said.'),
  figure(`${'a'.repeat(64)}.png`, { caption: 'Lorries at the quay', credit: 'Pia Holm' }),
);
const shown = (typed: string) =>
  passagesOf(searchableOf(story), parseQuery(typed)).map(
    ({ part, text, marks }) =>
      `${part}: ${[...marks].reverse().reduce((marked, { from, to }) => `${marked.slice(0, from)}[${marked.slice(from, to)}]${marked.slice(to)}`, text)}`,
  );

test.each([
  ['ferry ', 'body: The [ferry] sails. On Monday the ice road opens.'],
  ['mara', 'people: [Mara] Lindqvist, harbour master'],
  ['berg ', 'people: Jon [Berg]'],
  ['quist ', 'people: Ada [Quist]'],
  ['grosse ', 'notes: Call the [Größe] desk'],
  ['bo ', 'notes: Check with [Bo]'],
  ['pia ', 'captions: [Pia] Holm'],
  ['"ice road"', 'body: The ferry sails. On Monday the [ice road] opens.'],
  ['ice mond', 'body: The ferry sails. On [Monday] the [ice] road opens.'],
])('%s is shown in its context', (typed, passage) => expect(shown(typed)[0]).toBe(passage));

test('a filter or a word that must not stand there shows nothing', () => {
  expect(shown('section:news')).toEqual([]);
  expect(shown('-ferry')).toEqual([]);
});

test('a long paragraph is cut at words around the hit', () => {
  const long = searchableOf(article({}, p(`${'many words before '.repeat(30)}harbour${' and many after'.repeat(30)}`)));
  const [passage] = passagesOf(long, parseQuery('harbour '));
  expect(passage?.text.length).toBeLessThan(160);
  expect(passage?.text).toMatch(/^…[a-z]+ .*[a-z]+…$/u);
  expect(passage?.marks.map(({ from, to }) => passage.text.slice(from, to))).toEqual(['harbour']);
});
