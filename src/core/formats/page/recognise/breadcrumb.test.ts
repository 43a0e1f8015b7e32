import { expect, test } from 'vitest';
import { page } from '../testing/reading';

const running = 'The harbour office closed its gates on Tuesday after the third storm of the month tore away the outer wall.';
const more = 'Boats were sent to the southern quay, where they will stay until the spring repairs are finished.';
const headline = 'Harbour stays shut until spring';

test.each([
  ['greater-than signs', `Home > News > Coast > ${headline}`, ['News', 'Coast']],
  ['slashes', `Home / News / ${headline}`, ['News']],
  ['slashes without spaces', `Home/News/Coast`, ['News', 'Coast']],
  ['guillemets', `Accueil » Régions » ${headline}`, ['Régions']],
  ['bars', `Startseite | Nachrichten | Küste`, ['Nachrichten', 'Küste']],
  ['single guillemets', `Inicio › Sociedad › ${headline}`, ['Sociedad']],
  ['spaces only', `Home COAST NEWS ${headline}`, ['COAST NEWS']],
  ['spaces and a headline cut off', `Home Coast Harbour stays sh…`, ['Coast']],
  ['a headline cut off with dots', `Home > Coast > Harbour stays shut ...`, ['Coast']],
  ['no home', `News > Coast > ${headline}`, ['News', 'Coast']],
  ['no home and no headline', `News › Coast`, ['News', 'Coast']],
])('a breadcrumb with %s gives the section', (_, crumb, section) => {
  const read = page(crumb, headline, running, more);
  expect(read.section).toEqual(section);
  expect(read.headline).toBe(headline);
  expect(read.body).toEqual([running, more]);
  expect(read.imported.lines[0]).toEqual({ line: 1, becomes: 'breadcrumb' });
});

test('what a breadcrumb repeats is left out and reported', () => {
  expect(page(`Home > Coast > ${headline}`, headline, running).leftOut).toEqual([
    'Home: start of a breadcrumb',
    `${headline}: headline repeated`,
  ]);
});

test('one step a line', () => {
  const read = page('Home', 'News', 'Coast', headline, headline, running);
  expect(read.section).toEqual(['News', 'Coast']);
  expect(read.headline).toBe(headline);
  expect(page('Accueil', '>', 'Régions', headline, running).section).toEqual(['Régions']);
});

test.each([
  'Home prices fall for a fourth month',
  'Home is where the harbour was',
  'Home / away: a season in two halves',
  'War and peace | A year in the hills',
  'Start der Arbeiten verschoben',
])('a headline that looks a little like one stays: %s', (line) => {
  const read = page(line, running, more);
  expect(read.headline).toBe(line);
  expect(read.section).toEqual([]);
});

test('under a menu only when it starts at home and ends in the headline', () => {
  expect(page('Skip to content', 'Menu', `Home > Coast > ${headline}`, headline, running)).toMatchObject({
    section: ['Coast'],
    headline,
    body: ['Skip to content', 'Menu', running],
  });
  expect(page('Harbour news', 'Menu', 'News > Coast', headline, running).section).toEqual([]);
});

test('a page without one has no section', () => {
  expect(page(headline, running).section).toEqual([]);
});
