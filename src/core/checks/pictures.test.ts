import { expect, test } from 'vitest';
import { article, b, figure, note, p } from '../document/testing/builders';
import { openNotes } from './openNotes';
import { pictureWords } from './pictureWords';
import { looking, seen } from './testing/looking';

test('a private note is told of once, over all the words that it is about', () => {
  expect(seen(openNotes, article({}, p('The ', note('ask Ada', 'ferry ', b('Aurora')), ' sails.')))).toEqual([
    'hint ferry Aurora',
  ]);
  expect(looking(openNotes, article({}, p(note('ask Ada', 'ferry'))))[0]?.message).toBe('Your note here: “ask Ada”');
  expect(seen(openNotes, article({}, p('The ferry sails.')))).toEqual([]);
});

test('a picture is asked for its description and its credit, each by itself', () => {
  const messages = (attrs: Parameters<typeof figure>[1]) =>
    looking(pictureWords, article({}, figure('ferry.jpg', attrs))).map(({ message }) => message);
  expect(messages({})).toEqual([
    'The picture says nothing to readers who cannot see it: describe it.',
    'The desk will ask: whose picture is the picture?',
  ]);
  expect(messages({ alt: 'A ferry', credit: 'Ada Wells' })).toEqual([]);
  expect(messages({ alt: 'A ferry' })).toHaveLength(1);
});

test('the lead image is asked for them too', () => {
  const leadImage = { asset: 'ferry.jpg', alt: '', caption: '', credit: 'Ada Wells', width: null, height: null };
  expect(looking(pictureWords, article({ leadImage }, p('Words.'))).map(({ message }) => message)).toEqual([
    'The lead image says nothing to readers who cannot see it: describe it.',
  ]);
});
