import { expect, test } from 'vitest';
import { article, p, quote, said } from '../document/testing/builders';
import type { BlockJson } from '../document/json';
import { quotationsOf } from './quotations';
import { whoSaidIt } from './whoSaidIt';

const offered = (language: string, ...body: BlockJson[]) => {
  const story = article({ language }, ...body);
  return whoSaidIt(story, quotationsOf(story)).map((offers) =>
    offers.map(({ speaker, role }) => (role === null ? speaker : `${speaker}, ${role}`)).join(' / '),
  );
};

test.each<[string, string, string[]]>([
  ['en', '“We stay,” Rosa Lind said.', ['Rosa Lind']],
  ['en', '“We stay,” said Rosa Lind, the city’s librarian.', ['Rosa Lind, city’s librarian']],
  ['en', '“We stay,” said Otto Berg, a fisherman who has lived there all his life.', ['Otto Berg, fisherman']],
  ['en', '“We stay,” said Rosa Lind, adding that it was late.', ['Rosa Lind']],
  ['en', '“We stay,” said Kremlin spokesman Dmitri Pavlov.', ['Dmitri Pavlov, Kremlin spokesman']],
  ['en', '“We stay,” Mayor Ada Wells told the council.', ['Ada Wells, Mayor']],
  ['en', '“We stay,” Ada Wells, a nurse, told the council.', ['Ada Wells, nurse']],
  ['en', 'Ada Wells told reporters that “nobody asked us” and left.', ['Ada Wells']],
  ['en', 'Rosa Lind left early. Ada Wells said: “We stay.”', ['Ada Wells']],
  ['en', 'According to Ada Wells, “nobody asked us first”.', ['Ada Wells']],
  ['en', '“We stay,” according to Ada Wells (Labour).', ['Ada Wells, Labour']],
  ['en', 'Yesterday Mr. Osei said: “We stay.”', ['Osei']],
  ['en', '“We stay.” Rosa Lind said that it was late.', ['']],
  ['en', 'The so-called “quiet hour” begins at ten.', ['']],
  ['en', 'Ada Wells: “We stay.”', ['Ada Wells']],
  ['fr', '« Nous restons », a déclaré Rosa Lind, bibliothécaire.', ['Rosa Lind, bibliothécaire']],
  ['fr', 'Selon Rosa Lind, « nous restons ici ».', ['Rosa Lind']],
  ['fr', '« Nous restons », selon Mme Rosa Lind.', ['Rosa Lind']],
  ['fr', 'Rosa Lind explique : « Nous restons. »', ['Rosa Lind']],
  ['de', '„Wir bleiben“, sagte Rosa Lind.', ['Rosa Lind']],
  ['de', '„Wir bleiben“, sagte Bürgermeisterin Rosa Lind.', ['Rosa Lind, Bürgermeisterin']],
  ['de', 'Rosa Lind zufolge „war niemand gefragt worden“.', ['']],
  ['de', '„Wir bleiben“, Rosa Lind zufolge.', ['Rosa Lind']],
  ['de', 'Laut Rosa Lind „war niemand gefragt worden“.', ['Rosa Lind']],
  ['es', '«Nos quedamos», dijo Ana Ruiz, enfermera.', ['Ana Ruiz, enfermera']],
  ['es', 'Según Ana Ruiz, «nadie preguntó».', ['Ana Ruiz']],
  ['nn', '«Me blir», sa Rosa Lind.', ['']],
])('%s: %s', (language, text, people) => {
  expect(offered(language, p(text))).toEqual(people);
});

test('a surname is completed by the full name that stands earlier', () => {
  expect(offered('en', p('Rosa Lind runs the library.'), p('“We stay,” Lind said.'))).toEqual(['Rosa Lind']);
  expect(offered('en', p('“We stay,” Lind said.'), p('Rosa Lind runs the library.'))).toEqual(['Lind']);
  expect(offered('en', p('Rosa Lind and Otto Lind met.'), p('“We stay,” Lind said.'))).toEqual(['Rosa Lind / Otto Lind']);
  expect(offered('en', quote({ speaker: 'Rosa Lind', role: 'librarian' }, 'Words.'), p('“We stay,” Ms Lind said.'))).toEqual([
    '',
    'Rosa Lind, librarian',
  ]);
});

test('a pronoun is the speaker before, and so are words that go on in the same breath', () => {
  expect(offered('en', p('“We stay,” Rosa Lind said. “We do.”'), p('“All night,” she added.'))).toEqual([
    'Rosa Lind',
    'Rosa Lind',
    'Rosa Lind',
  ]);
  expect(offered('fr', p('« Oui », a dit Rosa Lind.'), p('« Non », a-t-elle ajouté.'))).toEqual(['Rosa Lind', 'Rosa Lind']);
  expect(offered('en', p('“We stay,” she said.'))).toEqual(['']);
});

test('nothing is offered where the speaker is known', () => {
  expect(offered('en', p(said({ speaker: 'Ada Wells' }, '“We stay,”'), ' Rosa Lind said.'))).toEqual(['']);
});

test('the words that say so are given as the reason', () => {
  const story = article({}, p('“We stay,” said Rosa Lind.'));
  expect(whoSaidIt(story, quotationsOf(story))[0]?.[0]?.because).toBe('said Rosa Lind');
});

test('copy made to hold it up is read in the time of any other', () => {
  const hostile = [`“We stay,” ${'Aa '.repeat(4000)}`, `${'said Aa de '.repeat(4000)}“We stay.”`, '“x” '.repeat(4000)];
  for (const text of hostile) expect(offered('en', p(text)).length).toBeGreaterThan(0);
});
