import { expect, test } from 'vitest';
import { doc, p, pull, quote, said } from '../document/testing/builders';
import { noEvidence } from '../document/evidence';
import type { DocJson } from '../document/json';
import { noLexicon } from '../repair/lexicon';
import { examine } from './examine';

const about = (story: DocJson, ...kinds: string[]) =>
  examine(story, { of: 'article', lexicon: noLexicon })
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, level, before, place }) => `${level} ${kind}: ${before} at ${place?.path.join('.')}+${place?.from}`);

test('words that were changed since they were checked are shown where they differ', () => {
  const evidence = { ...noEvidence, baseline: 'We counted twice.\nAnd again.' };
  const story = doc(quote({ speaker: 'Ada Wells', evidence }, 'We counted twice.', 'And once.'));
  expect(about(story, 'changed since checked')).toEqual(['warning changed since checked: once at 3.1+4']);
  const allowed = doc(p(said({ evidence: { ...noEvidence, baseline: 'We all stay.' } }, '“We […] stay.”')));
  expect(about(allowed, 'changed since checked')).toEqual([]);
});

test('off the record is an error where it stands', () => {
  const story = doc(p('She said ', said({ evidence: { ...noEvidence, record: 'off' } }, '“never”'), '.'));
  expect(about(story, 'off the record')).toEqual(['error off the record: never at 3+10']);
});

test('words that nobody says in the text are no question once the writer has said whose they are', () => {
  const words = '“Nobody had asked any of us before.”';
  const kind = 'nobody near this quotation';
  expect(about(doc(p(words)), kind)).toHaveLength(1);
  expect(about(doc(p(said({ speaker: 'Ada Wells' }, words))), kind)).toEqual([]);
});

test('a pull quote repeats words of the body, shortened as journalism allows', () => {
  const body = p('“We saw the water coming over the wall at noon,” she said.');
  const about1 = (words: string) => about(doc(body, pull('Ada Wells', words)), 'pull quote not in the body');
  expect(about1('We saw the water coming.')).toEqual([]);
  expect(about1('“We saw the water […] at noon”')).toEqual([]);
  expect(about1('We all saw the water coming')).toEqual([
    'warning pull quote not in the body: We all saw the water coming at 4+0',
  ]);
  expect(about1('at noon […] We saw')).toHaveLength(1);
});

test('two roles of one speaker', () => {
  const story = doc(quote({ speaker: 'Ada Wells', role: 'nurse' }, 'A.'), quote({ speaker: 'Ada Wells', role: 'mayor' }, 'B.'));
  expect(about(story, 'speaker with two roles')).toEqual(['warning speaker with two roles: B. at 4.0+0']);
});
