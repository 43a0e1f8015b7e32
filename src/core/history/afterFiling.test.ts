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
