import { expect, test } from 'vitest';
import { article, doc, p, related, to } from '../document/testing/builders';
import { brokenSeries } from './brokenSeries';
import { deadLinks } from './deadLinks';
import { slugClash } from './slugClash';
import { surroundingsOf } from './surroundings';
import { looking, seen } from './testing/looking';

const id = (letter: string) => letter.repeat(20);
const other = (letter: string, slug: string, trashedAt: number | null = null) => ({
  id: id(letter),
  slug,
  headline: `Story ${letter}`,
  trashedAt,
});
const articles = [other('a', 'harbour'), other('b', 'harbour'), other('c', 'quay', 5), other('d', 'ferry')];
const around = (letter: string, series: Parameters<typeof surroundingsOf>[2] = []) => ({
  surroundings: surroundingsOf(id(letter), articles, series),
});

test('a slug that another article has, not the article itself and not one in the trash', () => {
  const named = (slug: string) => article({ slug }, p('Words.'));
  expect(looking(slugClash, named('harbour'), around('a'))).toMatchObject([{ before: 'harbour', field: 'slug' }]);
  expect(looking(slugClash, named('ferry'), around('a'))).toHaveLength(1);
  expect(looking(slugClash, named('ferry'), around('d'))).toEqual([]);
  expect(looking(slugClash, named('quay'), around('a'))).toEqual([]);
  expect(looking(slugClash, named(''), around('a'))).toEqual([]);
  expect(looking(slugClash, named('harbour'))).toEqual([]);
});

test('links and "read also" to what is in the trash or gone', () => {
  const story = doc(
    p('See ', to(id('c'), 'the quay'), ', ', to(id('z'), 'nothing'), ' and ', to(id('d'), 'the ferry'), '.'),
    related('Read', 'The quay', { article: id('c') }),
    related('Read', 'The ferry', { article: id('d') }),
  );
  expect(seen(deadLinks, story, around('a'))).toEqual(['warning the quay', 'warning nothing', 'warning The quay']);
  expect(seen(deadLinks, story)).toEqual([]);
});

test('a series with a hole', () => {
  const series = (...letters: string[]) => [
    { id: id('s'), name: 'The coast', entries: letters.map((letter) => ({ article: id(letter) })) },
  ];
  const told = looking(brokenSeries, doc(p('Words.')), around('a', series('a', 'c', 'd', 'z')));
  expect(told.map(({ message }) => message)).toEqual([
    'Part 2 of the series “The coast”, “Story c”, is in the trash. Restore it, or take it out of the series.',
    'Part 4 of the series “The coast” is no longer in the library. Take it out of the series.',
  ]);
  expect(looking(brokenSeries, doc(p('Words.')), around('b', series('a', 'c')))).toEqual([]);
  expect(looking(brokenSeries, doc(p('Words.')), around('a', series('a', 'd')))).toEqual([]);
});
