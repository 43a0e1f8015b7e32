import { expect, test } from 'vitest';
import { fuzzyScore, ranked } from './fuzzy';

const titles = [
  'Show or hide the inspector',
  'Search the library',
  'Small crosshead',
  'Crosshead',
  'Strike through',
  'Numbered list',
];
const find = (typed: string) => ranked(titles, typed, (title) => title);

test('letters must stand in order', () => {
  expect(fuzzyScore('dsaeh', 'Crosshead')).toBeNull();
  expect(fuzzyScore('crhd', 'Crosshead')).not.toBeNull();
});
test('starts of words win', () => expect(find('sl')[0]).toBe('Search the library'));
test('the shorter of two equal matches comes first', () => expect(find('crosshead')).toEqual(['Crosshead', 'Small crosshead']));
test('case and accents do not matter', () => expect(fuzzyScore('ELYSEE', 'Élysée')).not.toBeNull());
test('nothing typed keeps the order', () => expect(find(' ')).toEqual(titles));
