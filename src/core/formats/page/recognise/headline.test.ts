import { expect, test } from 'vitest';
import { assemble } from '../page';
import { h2, p } from '../../../document/testing/builders';
import { page, reading } from '../testing/reading';

const running = 'The town council voted on Monday evening to keep the library open for two more years.';
const headline = 'Library saved by a single vote';

test('the first line over running text is the headline; a second time it is left out', () => {
  const read = page(headline, headline, running);
  expect(read.headline).toBe(headline);
  expect(read.body).toEqual([running]);
  expect(read.leftOut).toEqual([`${headline}: headline repeated`]);
});

test('the title of a window, with the name of the site, is left out', () => {
  const read = page(`${headline} – The Town Times`, headline, running);
  expect(read).toMatchObject({
    headline,
    body: [running],
    leftOut: [`${headline} – The Town Times: headline repeated, with the name of the site`],
  });
  expect(page('Library – what now', 'Library', running).headline).toBe('Library');
  expect(page('Library saved – what now', 'Readers return', running).headline).toBe('Library saved – what now');
});

test('a by-line is no headline, whatever its language', () => {
  expect(page('Von Jana Weiß', running)).toMatchObject({ headline: '', body: ['Von Jana Weiß', running] });
});

test('a question is a headline, a sentence is not', () => {
  expect(page('Who will save the library?', running).headline).toBe('Who will save the library?');
  expect(page('It rained.', running).headline).toBe('');
  expect(page(running, running).headline).toBe('');
});

test('a label for the kind of piece, or one in capitals, is the kicker', () => {
  expect(page('Opinion', headline, running)).toMatchObject({ kicker: 'Opinion', headline });
  expect(page('TOWN HALL', headline, running)).toMatchObject({ kicker: 'TOWN HALL', headline });
  expect(page('Entretien', 'Une bibliothèque sauvée par une voix', running).kicker).toBe('Entretien');
});

test('a headline in capitals is no kicker', () => {
  expect(page('LIBRARY SAVED BY ONE VOTE', 'Two more years for readers', running)).toMatchObject({
    kicker: '',
    headline: 'LIBRARY SAVED BY ONE VOTE',
  });
  expect(page('LIBRARY SAVED', running)).toMatchObject({ kicker: '', headline: 'LIBRARY SAVED' });
});

test.each([[['No.']], [['Milk', 'Bread', 'Two lemons']], [['One short line']]])(
  'a text without running text has no headline: %j',
  (lines) => {
    const read = page(...lines);
    expect(read.headline).toBe('');
    expect(read.body).toEqual(lines);
  },
);

test('what the format knows is never overridden', () => {
  const blocks = [p(headline), p('Something else entirely'), p(running)].map((block) => ({ line: null, block }));
  const read = reading(assemble(blocks, { headline, kicker: 'Town' }, { language: 'en', name: null, part: 'page' }));
  expect(read).toMatchObject({ headline, kicker: 'Town', body: ['Something else entirely', running] });
});

test('a format with headings of its own gets no headline from the look of a line', () => {
  const blocks = [h2('First part'), p(headline), p(running)].map((block) => ({ line: null, block }));
  const read = reading(assemble(blocks, {}, { language: 'en', name: null, part: 'page' }));
  expect(read).toMatchObject({ headline: '', body: ['## First part', headline, running] });
});
