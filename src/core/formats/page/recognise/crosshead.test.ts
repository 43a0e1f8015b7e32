import { expect, test } from 'vitest';
import { p } from '../../../document/testing/builders';
import { assemble } from '../page';
import { page, reading } from '../testing/reading';

const running = 'The town council voted on Monday evening to keep the library open for two more years.';
const within = (...lines: string[]) => page('Library saved by a single vote', running, ...lines, running).body.slice(1, -1);

test.each(['A room full of children', 'Zwei Jahre mehr', 'Élections en vue', '13,000 readers'])(
  'a short line between paragraphs is a crosshead: %s',
  (line) => {
    expect(within(line)).toEqual([`## ${line}`]);
  },
);

test.each([
  ['No.'],
  ['Who pays?'],
  ['They waited'.toLowerCase()],
  ['“We stay”'],
  ['- one more year'],
  ['1. First point'],
  ['Photo: Town archive'],
  ['(Town archive)'],
  ['Rosa Lind, librarian'],
  ['Dear reader,'],
  ['***'],
  ['A line of this kind goes on for more words than any crosshead ever does'],
])('a short paragraph stays: %s', (line) => {
  expect(within(line)).toEqual([line]);
});

test('a list of short lines stays, and so does one at the end', () => {
  expect(within('Milk', 'Bread', 'Two lemons')).toEqual(['Milk', 'Bread', 'Two lemons']);
  expect(page('Library saved by a single vote', running, 'Rosa Lind').body).toEqual([running, 'Rosa Lind']);
});

test('a format that has headings gets no other', () => {
  const blocks = [p(running), p('A room full of children'), p(running)].map((block) => ({ line: null, block }));
  expect(reading(assemble(blocks, {}, { language: 'en', name: null, part: 'page' })).body[1]).toBe('A room full of children');
});
