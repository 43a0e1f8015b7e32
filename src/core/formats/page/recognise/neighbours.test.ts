import { expect, test } from 'vitest';
import { a, p } from '../../../document/testing/builders';
import { assemble } from '../page';
import { page } from '../testing/reading';

const running = 'The town council voted on Monday evening to keep the library open for two more years.';
const headline = 'Library saved by a single vote';
const long = Array.from({ length: 20 }, () => running);

const foot = (...lines: string[]) => page(headline, running, ...lines);

test.each([
  ['Previous articleRoof falls in', 'Next articleReaders return'],
  ['Previous article Roof falls in', 'Next article Readers return'],
  ['Previous post: Roof falls in', 'Next post: Readers return'],
  ['« Previous: Roof falls in', 'Next: Readers return »'],
  ['← Roof falls in'.replace('←', '← Older post:'), 'Newer post: Readers return →'],
  ['Previous: Roof falls in', 'Next: Readers return'],
  ['Article précédent : Roof falls in', 'Article suivant : Readers return'],
  ['Vorheriger ArtikelRoof falls in', 'Nächster ArtikelReaders return'],
  ['Artículo anterior\u00a0Roof falls in', 'Artículo siguiente\u00a0Readers return'],
])('%s | %s', (previous, next) => {
  const read = foot(previous, next);
  expect([read.previous, read.next]).toEqual(['Roof falls in', 'Readers return']);
  expect(read.body).toEqual([running]);
});

test('in the other order, alone, or at the top', () => {
  expect(foot('Next articleReaders return', 'Previous articleRoof falls in')).toMatchObject({
    previous: 'Roof falls in',
    next: 'Readers return',
  });
  expect(foot('Next →', 'Readers return')).toMatchObject({ previous: null, next: 'Readers return' });
  expect(page('Previous post: Roof falls in', headline, ...long)).toMatchObject({ previous: 'Roof falls in', headline });
});

test('the label over the title', () => {
  expect(foot('Previous article', 'Roof falls in', 'Next article', 'Readers return')).toMatchObject({
    previous: 'Roof falls in',
    next: 'Readers return',
    body: [running],
  });
});

test('a piece named twice is reported once more, another one stays in the text', () => {
  const read = foot('Next article: Readers return', 'Next article: Readers return', 'Next article: Snow');
  expect(read.next).toBe('Readers return');
  expect(read.leftOut).toEqual(['Next article: Readers return: next article repeated']);
  expect(read.body).toEqual([running, 'Next article: Snow']);
});

test.each([
  'Next, the council will look at the museum.',
  'Next: a vote in March.',
  'Next: Readers return',
  'Next week is too late',
  'Next-door neighbours complain',
  'Previous articles of the law said nothing of readers.',
  'Previous article of the law',
  'Nextbook Sales Rise',
  'Previous articleRoof falls inNext articleReaders return',
  'Next',
])('a sentence of the story stays: %s', (line) => {
  expect(foot(line).body).toEqual([running, line]);
});

test('not in the middle of a long page', () => {
  expect(page(headline, ...long, 'Next article: Readers return', ...long).next).toBeNull();
});

test('a link gives the address', () => {
  const blocks = [p(running), p('Next article: ', a('https://example.org/next', 'Readers return'))].map((block) => ({
    line: null,
    block,
  }));
  const { neighbours } = assemble(blocks, { headline }, { language: 'en', name: null, part: 'page' });
  expect(neighbours.next).toEqual({ title: 'Readers return', url: 'https://example.org/next' });
});
