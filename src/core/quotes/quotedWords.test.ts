import { expect, test } from 'vitest';
import { doc, p, quote, said } from '../document/testing/builders';
import { noEvidence } from '../document/evidence';
import { quotedIn } from './quotedWords';

const checked = (baseline: string) => ({ ...noEvidence, baseline });

test('block and inline quotations that name a speaker, in order, with how they stand to what was checked', () => {
  const story = doc(
    p(said({ speaker: 'Ada Wells', evidence: checked('We stay,') }, '“We stay,”'), ' she said. “Nobody asked.”'),
    quote({ speaker: 'Rosa Lind', role: 'librarian', evidence: checked('We counted twice.') }, 'We counted three times.'),
    quote({}, 'Nobody’s words.'),
    p(said({ speaker: 'Otto Berg' }, '« Oui »')),
  );
  expect(quotedIn(story)).toEqual([
    { name: 'Ada Wells', role: null, words: 'We stay,', state: 'checked' },
    { name: 'Rosa Lind', role: 'librarian', words: 'We counted three times.', state: 'changed' },
    { name: 'Otto Berg', role: null, words: 'Oui', state: 'unchecked' },
  ]);
});

test('one that runs over paragraphs is one', () => {
  const who = { speaker: 'Ada Wells', evidence: checked('One.\nTwo.') };
  expect(quotedIn(doc(p(said(who, '“One.')), p(said(who, '“Two.”'), ' Then silence.')))).toEqual([
    { name: 'Ada Wells', role: null, words: 'One.\nTwo.', state: 'checked' },
  ]);
});

test('only the first words are kept', () => {
  expect(quotedIn(doc(quote({ speaker: 'Ada Wells' }, 'word '.repeat(100))))[0]?.words).toHaveLength(160);
});
