import { expect, test } from 'vitest';
import { a, b, p } from '../../../document/testing/builders';
import { assemble } from '../page';
import { page, reading } from '../testing/reading';

const running = 'The town council voted on Monday evening to keep the library open for two more years.';

const within = (...lines: string[]) => page('Library saved by a single vote', running, ...lines, running).body.slice(1, -1);

test.each([
  ['Read: How the vote was won', '[Read] How the vote was won'],
  ['Read:\u00a0 How the vote was won', '[Read] How the vote was won'],
  ['READ ALSO: How the vote was won', '[READ ALSO] How the vote was won'],
  ['See also How the vote was won', '[See also] How the vote was won'],
  ['>> Read more: What does a library cost?', '[Read more] What does a library cost?'],
  ['[Lire aussi : Comment le vote a été gagné]', '[Lire aussi] Comment le vote a été gagné'],
  ['Lire aussi\u202f: « Une voix de plus »', '[Lire aussi] « Une voix de plus »'],
  ['À lire – Comment le vote a été gagné', '[À lire] Comment le vote a été gagné'],
  ['Lesen Sie auch: Was eine Bücherei kostet', '[Lesen Sie auch] Was eine Bücherei kostet'],
  ['Mehr zum Thema: Eine Stimme mehr', '[Mehr zum Thema] Eine Stimme mehr'],
  ['Lee también: ¿Cuánto cuesta una biblioteca?', '[Lee también] ¿Cuánto cuesta una biblioteca?'],
  ['Leggi anche: Un voto in più', '[Leggi anche] Un voto in più'],
])('%s', (line, shown) => {
  expect(within(line)).toEqual([shown]);
});

test('a label on its own line takes the title under it', () => {
  expect(within('Read also', 'How the vote was won')).toEqual(['[Read also] How the vote was won']);
  expect(within('Lire aussi :', 'Comment le vote a été gagné')).toEqual(['[Lire aussi] Comment le vote a été gagné']);
});

test.each([
  'Read: the minutes that the council published on Monday show how narrow the vote was, and who changed sides.',
  'Read: he never did.',
  'Read the minutes closely and the change of mind is there.',
  'Read more books, said the poster over the door.',
  'Readers came from three villages.',
  'More: they brought soup.',
  'Lesen ist schön.',
  'See also page three, where the list is.',
  'Read:',
  'Read also',
])('a sentence of the story stays: %s', (line) => {
  expect(within(line)).toEqual([line]);
});

test('the only link in the line is its target; with two it is left alone', () => {
  const read = (block: ReturnType<typeof p>) =>
    assemble([{ line: null, block }], {}, { language: 'en', name: null, part: 'fragment' }).doc.content[3];
  expect(read(p(b('Read also:'), ' ', a('https://example.org/vote', 'How the vote was won')))?.attrs).toEqual({
    label: 'Read also',
    title: 'How the vote was won',
    target: { url: 'https://example.org/vote' },
  });
  expect(
    read(p('Read also: ', a('https://example.org/1', 'One piece'), ' and ', a('https://example.org/2', 'another')))?.type,
  ).toBe('paragraph');
});

test('nothing is found in a page that says itself what everything is', () => {
  const blocks = [{ line: null, block: p('Read: How the vote was won') }];
  expect(reading(assemble(blocks, {}, { language: 'en', name: null, part: 'page' }, [], 'nothing')).body).toEqual([
    'Read: How the vote was won',
  ]);
});
