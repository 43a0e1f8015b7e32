import fc from 'fast-check';
import { expect, test } from 'vitest';
import { texts } from '../document/testing/arbitraryWords';
import { allowedEdits, checkState, wordChanges } from './wording';

const shown = (before: string, after: string) =>
  wordChanges(before, after)
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, before: gone, after: come }) => `${kind}: ${gone.trim()} > ${come.trim()}`);

test.each<[string, string, string[]]>([
  ['We stay here.', 'We stay here.', []],
  ['We stay here.', 'We will stay here.', ['changed:  > will']],
  ['We waited all night.', 'We waited all day.', ['changed: night > day']],
  ['It was a long cold night.', 'It was one bad night.', ['changed: a long cold > one bad']],
  ['We waited, as ever, all night.', 'We waited […] all night.', ['shortened: , as ever, > […]']],
  ['We waited, as ever, all night.', 'We waited (...) all night.', ['shortened: , as ever, > (...)']],
  ['He was right.', '[The mayor] was right.', ['bracketed: He > [The mayor]']],
  ['we waited all night.', '[W]e waited all night.', ['bracketed: we > [W]e']],
  ['We waited all night.', 'We waited […] all night.', ['changed:  > […]']],
  ['We waited… all night.', 'We waited all night.', ['changed: … > ']],
])('%s → %s', (before, after, changes) => {
  expect(shown(before, after)).toEqual(changes);
});

test('marks and spaces that a language sets are no change of words', () => {
  expect(checkState("It's 'ours' -- all of it...", 'It’s ‘ours’ -- all of it…')).toBe('checked');
  expect(checkState('Vraiment !', 'Vraiment\u202f!')).toBe('checked');
});

test('marks around the whole are how it is set, marks inside are not', () => {
  expect(checkState('We stay.', '“We stay.”')).toBe('checked');
  expect(checkState('“We stay.”', 'We stay.')).toBe('checked');
  expect(checkState('He “won” it.', 'He won it.')).toBe('changed');
});

test('a paragraph more or less is a change', () => {
  expect(checkState('One. Two.', 'One.\nTwo.')).toBe('changed');
});

test('nobody ticked, ticked, edited as allowed, changed', () => {
  expect(checkState(null, 'We stay.')).toBe('unchecked');
  expect(checkState('We stay.', 'We stay.')).toBe('checked');
  expect(checkState('We will stay here.', 'We […] stay here.')).toBe('edited');
  expect(checkState('We will stay here.', 'We […] stay there.')).toBe('changed');
});

test('what journalism allows is named', () => {
  expect(allowedEdits(wordChanges('He said so, I think, twice.', '[Olsen] said so […] twice.'))).toBe(
    'The checked words, shortened with an ellipsis and clarified in square brackets: edits that journalism allows.',
  );
  expect(allowedEdits(wordChanges('One two.', 'One three.'))).toBe('');
});

test('the parts make the words before and after again, each where it says', () => {
  fc.assert(
    fc.property(texts, texts, fc.boolean(), (a, b, related) => {
      const after = related ? a.slice(0, a.length >> 1) + b : b;
      const changes = wordChanges(a, after);
      expect(changes.map((change) => change.before).join('')).toBe(a);
      expect(changes.map((change) => change.after).join('')).toBe(after);
      for (const change of changes) expect(after.slice(change.from, change.from + change.after.length)).toBe(change.after);
    }),
  );
});

test('a text that no quotation is as long as is compared as a whole', () => {
  const words = (word: string) => `${word} `.repeat(15_000);
  expect(wordChanges(words('a'), words('b'))).toHaveLength(1);
});
