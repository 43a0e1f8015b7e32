import { expect, test } from 'vitest';
import type { Article } from '../article/article';
import { publicArticle } from '../document/publicView';
import { noEvidence } from '../document/evidence';
import { article, note, p, said } from '../document/testing/builders';
import { privateTraces } from './privateTraces';

const noted = (notes: string, ...words: string[]): Article => ({
  id: 'abcdefghijklmnop',
  revision: 1,
  schema: 1,
  createdAt: 0,
  editedAt: 0,
  trashedAt: null,
  doc: article({ notes }, ...words.map((text) => p(text))),
});
const traces = (of: Article, text: string) => privateTraces(of, publicArticle(of), text);

test('a note, an id or either as HTML or JSON writes it is found in a text', () => {
  const story = noted('The driver is “Ann <Ø>”\nCall her back on Monday', 'The road is closed.');
  expect(traces(story, '<p>The road is closed.</p>')).toEqual([]);
  expect(traces(story, '<p>Call her back on Monday</p>')).toEqual(['Call her back on Monday']);
  expect(traces(story, 'The driver is “Ann &lt;Ø&gt;”')).toHaveLength(1);
  expect(traces(story, '{"id":"abcdefghijklmnop"}')).toEqual(['abcdefghijklmnop']);
});

test('so is a private note on some words', () => {
  const story = { ...noted(''), doc: article({}, p('The ', note('Ask the agency again', 'road'), ' is closed.')) };
  expect(traces(story, '<p title="Ask the agency again">The road is closed.</p>')).toEqual(['Ask the agency again']);
  expect(traces(story, '<p>The road is closed.</p>')).toEqual([]);
});

test('nobody is kept from filing because a note says what the copy says, or says little', () => {
  const story = noted('The road is closed.\nsoon', 'The road is closed. It opens soon.');
  expect(traces(story, '<p>The road is closed. It opens soon.</p>')).toEqual([]);
});

test('what is noted of a quotation is found; a name that the sentence prints is none', () => {
  const evidence = { ...noEvidence, against: 'tape of the second call' };
  const story = noted('');
  const doc = article(
    {},
    p(said({ speaker: 'Margarethe Ostrowski', role: 'deputy mayor', evidence }, '“Never,”'), ' said a deputy mayor.'),
  );
  const whole = { ...story, doc };
  expect(traces(whole, 'Margarethe Ostrowski, tape of the second call')).toEqual([
    'Margarethe Ostrowski',
    'tape of the second call',
  ]);
  expect(traces(whole, '“Never,” said a deputy mayor.')).toEqual([]);
});
