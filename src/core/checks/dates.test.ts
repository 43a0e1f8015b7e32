import { expect, test } from 'vitest';
import { article, p } from '../document/testing/builders';
import { inLanguage } from '../repair/testing/found';
import { dates } from './dates';
import { looking, seen } from './testing/looking';

test.each([
  ['en', 'It opens on Wednesday 3 March 2026.', 'Wednesday 3 March 2026'],
  ['en', 'It opened on Wednesday, March 3rd, 2026, at noon.', 'Wednesday, March 3rd, 2026'],
  ['en', 'Due by 31 June.', '31 June'],
  ['fr', 'Rendez-vous mercredi 3 mars 2026.', 'mercredi 3 mars 2026'],
  ['fr', 'Le lundi 1er mars 2026.', 'lundi 1er mars 2026'],
  ['de', 'Am Mittwoch, dem 3. März 2026, wird gewählt.', 'Mittwoch, dem 3. März 2026'],
  ['es', 'El miércoles, 3 de marzo de 2026, abre.', 'miércoles, 3 de marzo de 2026'],
  ['it', 'Apre mercoledì 3 marzo 2026.', 'mercoledì 3 marzo 2026'],
  ['pt', 'Abre na quarta-feira, 3 de março de 2026.', 'quarta-feira, 3 de março de 2026'],
  ['nl', 'Op woensdag 3 maart 2026.', 'woensdag 3 maart 2026'],
])('%s: %s', (language, text, before) => {
  expect(seen(dates, inLanguage(language, text))).toEqual([`hint ${before}`]);
});

test.each([
  ['en', 'Tuesday 3 March 2026, Tuesday, March 3, 2026, 29 February, Wednesday 3 March and Monday 5 in March 1200 people.'],
  ['en', 'On Monday, 13 marched; version 31.6 of May 31 stays. Monday 3 March 1702 was another calendar.'],
  ['fr', 'Mardi 3 mars 2026, le 29 février, dimanche 1er mars 2026.'],
  ['de', 'Dienstag, 3. März 2026; am Sonnabend, dem 7. März 2026.'],
  ['es', 'El martes 3 de marzo de 2026.'],
  ['fi', 'Keskiviikkona 3. maaliskuuta 2026.'],
])('%s, silent: %s', (language, text) => {
  expect(seen(dates, inLanguage(language, text))).toEqual([]);
});

test('the weekday that it is, or the nearest day that has the weekday', () => {
  const [found] = looking(dates, inLanguage('en', 'It opens on Wednesday 3 March 2026.'));
  expect(found?.message).toBe('3 March 2026 is a Tuesday, not a Wednesday.');
  expect(found?.choices?.map(({ after }) => after)).toEqual(['Tuesday 3 March 2026', 'Wednesday 4 March 2026']);
});

test('without a year the date of the article says which is meant', () => {
  const on = (date: string | null) => article({ dateline: { place: 'Westhaven', date } }, p('The vote is on Friday 3 March.'));
  expect(seen(dates, on('2026-03-01'))).toEqual(['hint Friday 3 March']);
  expect(seen(dates, on(null))).toEqual([]);
  // 3 March 2028 is a Friday: it may be told of the year to come.
  expect(seen(dates, on('2027-03-01'))).toEqual([]);
});
