import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockText, inlineText } from '../../article/summary';
import { h2, p, quote } from '../../document/testing/builders';
import type { ImportContext, Imported } from '../format';
import { siteLabels } from './labels/labels';
import { assemble, understand } from './page';

const context: ImportContext = { language: 'en-GB', name: null, part: 'page' };

/** Every character that shows, sorted: two texts with the same letters lost none. */
const characters = (parts: readonly string[]): string => [...parts.join('').replace(/\s/gu, '')].sort().join('');

/** All words that an import gives, wherever they stand. */
function wordsIn({ doc, neighbours, leftOut }: Imported): string[] {
  const [kicker, headline, standfirst, ...body] = doc.content;
  return [
    ...[kicker, headline, standfirst].map(({ content }) => inlineText(content)),
    ...doc.attrs.section,
    ...doc.attrs.byline.flatMap(({ name, role }) => [name, role ?? '']),
    ...body.flatMap((block) => [
      blockText(block),
      ...(block.type === 'related' ? [block.attrs?.label ?? '', block.attrs?.title ?? ''] : []),
      ...(block.type === 'quote' ? [block.attrs?.speaker ?? '', block.attrs?.role ?? ''] : []),
    ]),
    neighbours.previous?.title ?? '',
    neighbours.next?.title ?? '',
    ...leftOut.map(({ text }) => text),
  ];
}

const labels = siteLabels.flatMap(({ home, kickers, related, previous, next, quoteFrom, by }) =>
  [home, kickers, related.strong, related.weak, previous.strong, previous.weak, next.strong, next.weak, quoteFrom, by].flat(),
);
const conjunctions = siteLabels.flatMap(({ and }) => and);

const headline = fc.constantFrom('Harbour stays shut', 'Who pays for the wall?', 'Une voix de plus');
const person = fc.constantFrom('Rosa Lind, librarian', 'Jean de la Tour (maire)', 'Bo Lind and Ann Marchetti', 'Ann Marchetti');
const sentence = fc.constantFrom(
  'The harbour office closed its gates on Tuesday after the third storm of the month tore away the wall.',
  '“We counted three times.”',
  '“We counted three times.',
  'No.',
  'Many topics are open. »',
);
const joint = fc.constantFrom('', ' ', ': ', ' : ', '\u00a0', ' > ', ' / ', ' » ', ' | ', ' → ', '\t', ' – ', ', ', '…');
const scrap = fc.oneof(
  fc.constantFrom(...labels),
  headline,
  person,
  sentence,
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('«', '[', '(', '—', '←', ']'),
);
/** Lines made of what recognisers look for, in every wrong order. */
const line = fc
  .array(fc.tuple(scrap, joint), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''))
  .map((text) => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]/gu, ' '))
  .filter((text) => text !== '');
/** Lines that are recognised where they stand rightly. */
const sound = fc.constantFrom(
  'By Ann Marchetti, Bo Lind and Rosa Lind',
  'By Ann Marchetti, education editor',
  'By Ann Marchetti | Coast Desk',
  '[Lire aussi : Une voix de plus]',
  '(See also: Who pays for the wall?)',
  'Home > Coast > Harbour stays shut',
  'Accueil » Côte » Une voix de p…',
  '— Rosa Lind (librarian)',
  'Una cita de Inés Roca – alcaldesa',
  '« Previous: Snow at last',
  'Next → The wall »',
  'Nächster Artikel',
);
const lines = fc
  .tuple(
    fc.array(fc.oneof(sound, headline), { maxLength: 4 }),
    fc.array(fc.oneof(line, headline, person, sentence, sound), { maxLength: 12 }),
  )
  .map((parts) => parts.flat());

test('no character is lost or added, whatever the lines', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom('lines', 'page', 'nothing'), fc.constantFrom('page', 'fragment'), (texts, guess, part) => {
      const { imported, furniture } = understand(
        texts.map((text, at) => ({ line: at + 1, block: p(text) })),
        {},
        { ...context, part },
        [],
        guess,
      );
      expect(characters([...wordsIn(imported), ...furniture])).toBe(characters(texts));
      for (const piece of furniture) {
        const letters = piece
          .replace(/^[^\p{L}&]+|[^\p{L}.&’']+$/gu, '')
          .replace(/\s/gu, ' ')
          .toLowerCase();
        expect([...labels, ...conjunctions, ''].map((label) => label.toLowerCase())).toContain(letters);
      }
    }),
    { numRuns: 2000 },
  );
});

test('every line is accounted for, in order', () => {
  fc.assert(
    fc.property(lines, (texts) => {
      const imported = assemble(
        texts.map((text, at) => ({ line: at + 1, block: p(text) })),
        {},
        context,
        [],
        'lines',
      );
      expect(imported.lines.map(({ line }) => line)).toEqual(texts.map((_, at) => at + 1));
    }),
  );
});

test('a fragment has no head and no neighbours', () => {
  const blocks = ['Home > News > Harbour stays shut', 'Harbour stays shut', 'Previous article: Snow', 'Read also: The wall'].map(
    (text) => ({ line: null, block: p(text) }),
  );
  const { doc, neighbours } = assemble(blocks, {}, { ...context, part: 'fragment' }, [], 'lines');
  expect(doc.content.map(({ type }) => type)).toEqual([
    'kicker',
    'headline',
    'standfirst',
    'paragraph',
    'paragraph',
    'paragraph',
    'related',
  ]);
  expect(doc.attrs.section).toEqual([]);
  expect(neighbours).toEqual({ seriesName: null, previous: null, next: null });
});

test('what the format knows fills the fields, and what it left out comes first in the report', () => {
  const known = {
    headline: 'Harbour stays shut',
    section: ['Coast'],
    byline: [{ name: 'Rosa Lind', role: null, url: null }],
    language: 'de',
    tags: ['harbour'],
    slug: 'harbour',
    canonicalUrl: 'https://example.org/harbour',
    standfirst: p('Until spring').content ?? [],
    neighbours: { seriesName: 'Winter', previous: { title: 'Snow', url: null }, next: null },
  };
  const blocks = [p('Home > Sea > Harbour stays shut'), p('By Rosa Lind'), h2('One'), quote({ speaker: 'Bo' }, 'Yes.')].map(
    (block) => ({ line: null, block }),
  );
  const { doc, neighbours, leftOut, lines } = assemble(blocks, known, context, [{ line: null, text: 'Menu', why: 'navigation' }]);
  expect(doc.attrs).toMatchObject({
    section: ['Coast'],
    byline: known.byline,
    language: 'de',
    tags: ['harbour'],
    slug: 'harbour',
    canonicalUrl: known.canonicalUrl,
  });
  expect(neighbours).toEqual(known.neighbours);
  expect(leftOut.map(({ text }) => text)).toEqual(['Menu', 'Home', 'Sea', 'Harbour stays shut', 'By Rosa Lind']);
  expect(lines).toEqual([]);
  expect(doc.content.slice(3).map(({ type }) => type)).toEqual(['heading', 'quote']);
});

test('the language is that of the words, the context’s tag when it says more', () => {
  const french =
    'Le conseil de la ville a voté lundi soir pour que la bibliothèque reste ouverte, et les lecteurs sont venus dans la salle avec des livres.';
  const english =
    'The town council voted on Monday evening to keep the library open, and the readers were there with books that they had brought from home.';
  const languageOf = (text: string) => assemble([{ line: 1, block: p(text) }], {}, context).doc.attrs.language;
  expect([french, english, 'Non.'].map(languageOf)).toEqual(['fr', 'en-GB', 'en-GB']);
});

test('a file’s name gives the slug of a page', () => {
  const slugOf = (name: string | null, part: ImportContext['part']) =>
    assemble([], {}, { ...context, name, part }).doc.attrs.slug;
  expect(slugOf('Élection du maire.txt', 'page')).toBe('election-du-maire');
  expect(slugOf(null, 'page')).toBe('');
  expect(slugOf('Notes.txt', 'fragment')).toBe('');
});
