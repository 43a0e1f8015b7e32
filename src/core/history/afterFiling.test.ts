import { expect, test } from 'vitest';
import { article, h2, note, p, quote } from '../document/testing/builders';
import { advisoryLine } from './advisory';
import { correctionDraft } from './correctionDraft';

const filed = article(
  { headline: 'Harbour closed' },
  p('The harbour closed at noon on Friday with 14 ferries inside.'),
  quote({ speaker: 'Ana Reis' }, 'Nobody sails.'),
);

test('a desk is told what is new, by what it counts', () => {
  const now = article(
    { headline: 'Harbour opens' },
    p('The harbour closed at noon on Friday with 12 ferries inside.'),
    quote({ speaker: 'Ana Reis' }, 'Nobody sails.'),
    quote({ speaker: 'Ada Berg' }, 'We sail at dawn.'),
    p('A first boat left.'),
    p('A second one followed.'),
    h2('At sea'),
  );
  expect(advisoryLine(filed, now)).toBe(
    'UPDATES: new headline; adds 1 quotation (Ada Berg), 2 paragraphs and 1 crosshead; changes 1 paragraph.',
  );
});

test('a correction of the story is what the line says first', () => {
  const corrections = [{ at: '2026-03-02', text: 'There were 12 ferries.' }];
  expect(advisoryLine(filed, { ...filed, attrs: { ...filed.attrs, corrections } })).toBe('CORRECTS: There were 12 ferries.');
});

test('what readers do not see is no reason for a line, and never stands in one', () => {
  const [kicker, headline, standfirst] = filed.content;
  const noted = {
    ...filed,
    attrs: { ...filed.attrs, notes: 'CANARY' },
    content: [
      kicker,
      headline,
      standfirst,
      p('The harbour closed at noon ', note('CANARY', 'on Friday'), ' with 14 ferries inside.'),
      ...filed.content.slice(4),
    ],
  } as typeof filed;
  expect(advisoryLine(filed, noted)).toBeNull();
  expect(correctionDraft(filed, noted)).toBeNull();
});

test('a correction is drafted from the words that were replaced, with those around them', () => {
  const now = article(
    { headline: 'Harbour closed' },
    p('The harbour closed at noon on Friday with 12 ferries inside.'),
    quote({ speaker: 'Ana Reis' }, 'Nobody sailed.'),
  );
  expect(correctionDraft(filed, now)).toBe(
    'An earlier version of this article said “noon on Friday with 14 ferries inside”; it should have said “noon on Friday with 12 ferries inside”. It also said “Nobody sails”; it should have said “Nobody sailed”.',
  );
});

test('new paragraphs alone are no error to correct', () =>
  expect(
    correctionDraft(filed, { ...filed, content: [...filed.content, p('A first boat left.')] as typeof filed.content }),
  ).toBeNull());

test.each([
  ['fr', 'MISE À JOUR\u202f: nouveau titre\u202f; ajoute 1 citation (Ada Berg) et 2 paragraphes\u202f; modifie 1 paragraphe.'],
  ['de-AT', 'AKTUALISIERT: neue Überschrift; neu: 1 Zitat (Ada Berg) und 2 Absätze; geändert: 1 Absatz.'],
  ['es', 'ACTUALIZACIÓN: nuevo titular; añade 1 cita (Ada Berg) y 2 párrafos; modifica 1 párrafo.'],
  ['it', 'AGGIORNAMENTO: nuovo titolo; aggiunge 1 citazione (Ada Berg) e 2 paragrafi; modifica 1 paragrafo.'],
  ['pt-BR', 'ATUALIZAÇÃO: novo título; acrescenta 1 citação (Ada Berg) e 2 parágrafos; altera 1 parágrafo.'],
  ['nl', 'BIJGEWERKT: nieuwe kop; nieuw: 1 citaat (Ada Berg) en 2 alinea’s; gewijzigd: 1 alinea.'],
  ['fi', 'UPDATES: new headline; adds 1 quotation (Ada Berg) and 2 paragraphs; changes 1 paragraph.'],
])('the line for the desk is in the language of the article: %s', (language, line) => {
  const before = { ...filed, attrs: { ...filed.attrs, language } };
  const now = article(
    { headline: 'Harbour opens', language },
    p('The harbour closed at noon on Friday with 12 ferries inside.'),
    quote({ speaker: 'Ana Reis' }, 'Nobody sails.'),
    quote({ speaker: 'Ada Berg' }, 'We sail at dawn.'),
    p('A first boat left.'),
    p('A second one followed.'),
  );
  expect(advisoryLine(before, now)).toBe(line);
});

test.each([
  [
    'fr',
    'Une version antérieure de cet article indiquait «\u202f14 navires\u202f»\u202f; il fallait lire «\u202f12 navires\u202f».',
  ],
  ['de', 'In einer früheren Fassung dieses Artikels hieß es „14 navires“; richtig ist „12 navires“.'],
  ['nl', 'In een eerdere versie van dit artikel stond “14 navires”; dat moet zijn “12 navires”.'],
  ['fi', 'An earlier version of this article said “14 navires”; it should have said “12 navires”.'],
])('a correction is drafted in the language of the article: %s', (language, text) => {
  const [before, now] = ['14 navires.', '12 navires.'].map((words) => article({ headline: 'Port', language }, p(words)));
  expect(before && now && correctionDraft(before, now)).toBe(text);
});

test('spaces that do not break are the writer’s, in a correction too', () => {
  const [before, now] = ['14\u00a0navires.', '12\u00a0navires.'].map((words) => article({ language: 'de' }, p(words)));
  expect(before && now && correctionDraft(before, now)).toContain('12\u00a0navires');
});
