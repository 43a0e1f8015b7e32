import { expect, test } from 'vitest';
import { publicView } from '../document/publicView';
import { a, abbr, article, b, i, p, quote, related } from '../document/testing/builders';
import { lossesOf } from './carrying';
import { inOneLine } from './lossWords';
import { difference } from './proof';
import { exporterOf } from './registry';

const carries = (format: string) => {
  const { carries } = exporterOf(format);
  if (carries === null) throw new Error(`${format} carries everything`);
  return carries;
};
const losses = (format: string, ...story: Parameters<typeof article>) => lossesOf(publicView(article(...story)), carries(format));

test('what plain text cannot carry is counted as a writer counts it', () => {
  expect(
    losses(
      'text',
      { section: ['News'], slug: 'harbour' },
      p('See ', a('https://example.org/', 'the ', b('full'), ' report'), ' and ', a('https://example.org/2', 'more'), '.'),
      p(abbr('North Coast Transport Agency', 'NCTA'), ' says ', b('no'), ' and ', i('never'), '.'),
      quote({ speaker: 'Ada Wells', sourceUrl: 'https://example.org/talk' }, 'We stay.'),
      related('Read also', 'The road', { url: 'https://example.org/road' }),
    ),
  ).toEqual([
    '2 links',
    '3 emphases',
    '1 expansion of an abbreviation',
    '1 address of a source',
    '1 “read also” address',
    'the section',
  ]);
});

test('an article without any of it loses nothing', () => {
  expect(losses('text', {}, p('Words.'))).toEqual([]);
  expect(losses('ninjs', { dateline: { place: 'Nordhavn', date: null } }, p('Words.'))).toEqual([]);
  expect(losses('ninjs', { dateline: { place: 'Nordhavn', date: '2026-02-03' } }, p('Words.'))).toEqual([
    'the date of the dateline',
  ]);
});

test('one line says all of it', () => {
  expect(inOneLine('Plain text', ['3 links'])).toBe('Plain text cannot carry 3 links.');
  expect(inOneLine('Plain text', ['3 links', '1 caption', 'the slug'])).toBe(
    'Plain text cannot carry 3 links, 1 caption and the slug.',
  );
});

test('the first difference between two views has a name', () => {
  const view = (...story: Parameters<typeof article>) => publicView(article(...story));
  expect(difference(view({}, p('One.')), view({}, p('One.')))).toBeNull();
  expect(difference(view({ tags: ['a'] }, p('One.')), view({ tags: ['b'] }, p('One.')))).toBe('the tags');
  expect(difference(view({}, p('One.'), p('Two.')), view({}, p('One.'), p('Two!')))).toBe('block 2 of the body');
  expect(difference(view({}, p('One.'), p('Two.')), view({}, p('One.')))).toBe('block 2 of the body');
  expect(difference(view({ kicker: 'Now' }), view({}))).toBe('the kicker');
});
