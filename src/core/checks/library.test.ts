import { expect, test } from 'vitest';
import type { DocJson } from '../document/json';
import type { Series } from '../series/series';
import { article, doc, p, related, to } from '../document/testing/builders';
import { brokenSeries } from './brokenSeries';
import { deadLinks } from './deadLinks';
import { embargo } from './embargo';
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
const around = (letter: string, story: DocJson, series: readonly Series[] = []) => ({
  surroundings: surroundingsOf(id(letter), story, articles, series),
});

test('a slug that another article has, not the article itself and not one in the trash', () => {
  const named = (slug: string) => article({ slug }, p('Words.'));
  expect(looking(slugClash, named('harbour'), around('a', named('harbour')))).toMatchObject([
    { before: 'harbour', field: 'slug', fixes: [{ title: 'Use “harbour-2”', fields: { slug: 'harbour-2' } }] },
  ]);
  expect(looking(slugClash, named('ferry'), around('a', named('ferry')))).toHaveLength(1);
  expect(looking(slugClash, named('ferry'), around('d', named('ferry')))).toEqual([]);
  expect(looking(slugClash, named('quay'), around('a', named('quay')))).toEqual([]);
  expect(looking(slugClash, named(''), around('a', named('')))).toEqual([]);
  expect(looking(slugClash, named('harbour'))).toEqual([]);
});

test('links and "read also" to what is in the trash or gone', () => {
  const story = doc(
    p('See ', to(id('c'), 'the quay'), ', ', to(id('z'), 'nothing'), ' and ', to(id('d'), 'the ferry'), '.'),
    related('Read', 'The quay', { article: id('c') }),
    related('Read', 'The ferry', { article: id('d') }),
  );
  expect(seen(deadLinks, story, around('a', story))).toEqual(['warning the quay', 'warning nothing', 'warning The quay']);
  expect(looking(deadLinks, story, around('a', story)).map(({ fixes }) => fixes?.map(({ title }) => title))).toEqual([
    ['Restore it', 'Take the link away'],
    ['Take the link away'],
    ['Restore it', 'Take the link away'],
  ]);
  expect(seen(deadLinks, story)).toEqual([]);
});

test('a series with a hole', () => {
  const series = (...letters: string[]) => [
    { id: id('s'), name: 'The coast', entries: letters.map((letter) => ({ article: id(letter) })) },
  ];
  const told = looking(brokenSeries, doc(p('Words.')), around('a', doc(p('Words.')), series('a', 'c', 'd', 'z')));
  expect(told.map(({ fixes }) => fixes?.map(({ title }) => title))).toEqual([
    ['Restore it', 'Take it out of the series'],
    ['Take it out of the series'],
  ]);
  expect(told.map(({ message }) => message)).toEqual([
    'Part 2 of the series “The coast”, “Story c”, is in the trash. Restore it, or take it out of the series.',
    'Part 4 of the series “The coast” is no longer in the library. Take it out of the series.',
  ]);
  expect(looking(brokenSeries, doc(p('Words.')), around('b', doc(p('Words.')), series('a', 'c')))).toEqual([]);
  expect(looking(brokenSeries, doc(p('Words.')), around('a', doc(p('Words.')), series('a', 'd')))).toEqual([]);
});

test.each([
  [
    '2026-03-03T06:00:00Z',
    'editing',
    '2026-03-02T12:00:00Z',
    'warning Under embargo until Tuesday, 3 March 2026 at 07:00 (Europe/Paris).',
  ],
  ['2026-03-03T06:00:00Z', 'editing', '2026-03-01T05:00:00Z', null],
  ['2026-03-03T06:00:00Z', 'published', '2026-03-01T05:00:00Z', 'error Marked as published, but under embargo until'],
  ['2026-03-03T06:00:00Z', 'ready', '2026-03-03T06:00:01Z', 'hint The embargo ended on'],
  ['2026-03-03T06:00:00Z', 'published', '2026-03-04T06:00:00Z', null],
  ['2026-03-03T06:00:00Z', 'killed', '2026-03-03T05:00:00Z', null],
] as const)('an embargo until %s, %s at %s', (instant, status, now, wanted) => {
  const story = article({ status, embargo: { instant, zone: 'Europe/Paris' } }, p('Words.'));
  const told = looking(embargo, story, { now: Date.parse(now) }).map(({ level, message }) => `${level} ${message}`);
  expect(told.map((text) => text.replace(' at ', ', ').startsWith((wanted ?? '').replace(' at ', ', ')))).toEqual(
    wanted === null ? [] : [true],
  );
  expect(looking(embargo, story)).toEqual([]);
});
