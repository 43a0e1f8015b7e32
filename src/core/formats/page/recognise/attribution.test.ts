import { expect, test } from 'vitest';
import { p, quote } from '../../../document/testing/builders';
import { assemble } from '../page';
import { page, reading } from '../testing/reading';

const running = 'The town council voted on Monday evening to keep the library open for two more years.';
const words = 'We counted the votes three times, and each time the room held its breath.';

const within = (...lines: string[]) => page('Library saved by a single vote', running, ...lines, running).body.slice(1, -1);

test.each([
  [words, 'A quote from Rosa Lind, librarian', `> ${words} — Rosa Lind, librarian`],
  [words, 'Quote by Rosa Lind', `> ${words} — Rosa Lind`],
  [words, 'Une citation de Jeanne Le Goff, maire de la ville', `> ${words} — Jeanne Le Goff, maire de la ville`],
  [words, 'Une citation d’Anne Petit, bibliothécaire', `> ${words} — Anne Petit, bibliothécaire`],
  [words, 'Ein Zitat von Jana Weiß, Bürgermeisterin', `> ${words} — Jana Weiß, Bürgermeisterin`],
  [words, 'Una cita de Inés Roca (alcaldesa)', `> ${words} — Inés Roca, alcaldesa`],
  [`“${words}”`, '— Rosa Lind, librarian', `> “${words}” — Rosa Lind, librarian`],
  [`« ${words} »`, '-- Luc Petit', `> « ${words} » — Luc Petit`],
  [`„${words}“`, 'Jana Weiß, Bürgermeisterin', `> „${words}“ — Jana Weiß, Bürgermeisterin`],
])('attribution after the words: %s | %s', (said, line, shown) => {
  expect(within(said, line)).toEqual([shown]);
});

test.each([
  ['Rosa Lind, librarian:', `“${words}”`],
  ['A quote from Rosa Lind, librarian:', `“${words}”`],
  ['A quote from Rosa Lind, librarian', `“${words}”`],
])('attribution before the words: %s', (line, said) => {
  expect(within(line, said)).toEqual([`> “${words}” — Rosa Lind, librarian`]);
});

test('a quotation of several paragraphs that each open with a mark', () => {
  expect(within('“We counted three times.', '“Then we went home.”', '— Rosa Lind, librarian')).toEqual([
    '> “We counted three times. / “Then we went home.” — Rosa Lind, librarian',
  ]);
});

test('a quotation that the format marked gets the speaker under it', () => {
  const blocks = [quote({}, words), p('Rosa Lind, librarian'), quote({ speaker: 'Bo Lind' }, words), p('Ann Marchetti, mayor')];
  const imported = assemble(
    blocks.map((block) => ({ line: null, block })),
    {},
    { language: 'en', name: null, part: 'fragment' },
  );
  expect(reading(imported).body).toEqual([`> ${words} — Rosa Lind, librarian`, `> ${words} — Bo Lind`, 'Ann Marchetti, mayor']);
});

test.each([
  [words, 'Rosa Lind, librarian'],
  [words, '— Rosa Lind'],
  [words, '— Non, dit la maire.'],
  [words, 'A quote from the report was taken out.'],
  [words, 'A quote from Rosa Lind, librarian, hangs over the door and is read by all who come.'],
  ['“No,” she said. “We stay.”', 'Rosa Lind, librarian'],
  ['“We stay.”', 'On Monday, they left.'],
  ['“We stay.”', 'No.'],
])('doubtful ones stay paragraphs: %s | %s', (said, line) => {
  expect(within(said, line)).toEqual([said, line]);
});
