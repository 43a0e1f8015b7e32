import { expect, test } from 'vitest';
import { authorsIn } from './byline';
import { page } from '../testing/reading';

const running = 'The town council voted on Monday evening to keep the library open for two more years.';
const headline = 'Library saved by a single vote';

const names = (text: string, language = 'en') => authorsIn(text, language)?.people.map(({ name, role }) => [name, role]) ?? null;

test('a by-line under the headline, with its role', () => {
  const read = page(headline, 'By Ann Marchetti, education correspondent', running);
  expect(read.byline).toEqual(['Ann Marchetti (education correspondent)']);
  expect(read.body).toEqual([running]);
});

test('several authors, particles and initials', () => {
  expect(names('By Ann Marchetti and J.R. van der Meer')).toEqual([
    ['Ann Marchetti', null],
    ['J.R. van der Meer', null],
  ]);
  expect(names('BY ANN MARCHETTI')).toEqual([['ANN MARCHETTI', null]]);
  expect(names('By Ann Marchetti, Bo Lind and Célia d’Arc')).toEqual([
    ['Ann Marchetti', null],
    ['Bo Lind', null],
    ['Célia d’Arc', null],
  ]);
  expect(names('By Ann Marchetti, Political Editor')).toEqual([['Ann Marchetti', 'Political Editor']]);
});

test('a role after a bar or in brackets', () => {
  expect(names('By Ann Marchetti | Coast Desk')).toEqual([['Ann Marchetti', 'Coast Desk']]);
  expect(names('By Ann Marchetti (editor)')).toEqual([['Ann Marchetti', 'editor']]);
});

test('in the language of the article', () => {
  expect(names('Par Jeanne Le Goff et Luc Petit', 'fr')).toEqual([
    ['Jeanne Le Goff', null],
    ['Luc Petit', null],
  ]);
  expect(names('Von Jana Weiß, Korrespondentin', 'de-AT')).toEqual([['Jana Weiß', 'Korrespondentin']]);
  expect(names('Por Inés Roca y Pablo Gil', 'es')).toEqual([
    ['Inés Roca', null],
    ['Pablo Gil', null],
  ]);
  expect(names('Von Jana Weiß', 'fr')).toBeNull();
});

test.each([
  'By Monday, the council must decide.',
  'By Monday',
  'By land and sea',
  'By Christmas Eve, said the mayor',
  'By Ann Marchetti, Bo Lind',
  'By the Harbour Wall',
  'Bypass Plan Revived',
])('doubtful ones stay words of the story: %s', (line) => {
  const read = page(headline, line, running);
  expect(read.byline).toEqual([]);
  expect([read.headline, ...read.body].join('|')).toContain(line);
});
