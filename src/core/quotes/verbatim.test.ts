import { expect, test } from 'vitest';
import { inlineQuotations } from './inlineQuotations';
import { touches, verbatimRanges, type VerbatimText } from './verbatim';

function words(language: string, ...texts: (string | VerbatimText)[]): string[][] {
  const parts = texts.map((text, at) => (typeof text === 'string' ? { text, continues: at > 0, inQuotation: false } : text));
  return verbatimRanges(parts, inlineQuotations(parts, language)).map((ranges, part) =>
    ranges.map(({ from, to }) => parts[part]?.text.slice(from, to) ?? ''),
  );
}

test.each([
  ['en', '“We stay,” she said. “We do.”', ['We stay,', 'We do.']],
  ['en', '“He called it ‘fair’ twice,” she said.', ['He called it ‘fair’ twice,']],
  ['en', '"Straight," he said.', ['Straight,']],
  ['fr', '«\u202fC’est “notre” port\u202f», dit-il.', ['C’est “notre” port']],
  ['de', '„Wir bleiben“, sagte sie.', ['Wir bleiben']],
  ['en', 'The boys’ boat isn’t here.', []],
  ['en', 'An empty “ ” pair.', []],
])('%s: %s', (language, text, expected) => {
  expect(words(language, text)).toEqual([expected]);
});

test('a quotation of several paragraphs is words from its first mark to its last', () => {
  expect(words('en', 'She said: “One.', '“Two,” and left.')).toEqual([['One.'], ['Two,']]);
  expect(words('fr', '«\u202fUn.', 'Deux.\u202f»')).toEqual([['Un.'], ['Deux.']]);
});

test('every word of a block quotation is the speaker’s', () => {
  expect(words('en', { text: 'We “stay” here.', continues: false, inQuotation: true })).toEqual([['We “stay” here.']]);
});

test('words whose speaker the writer has named are that person’s without quotation marks too', () => {
  const text = 'She calls it “a disgrace”, a shame for all.';
  const shame = { from: text.indexOf('a shame'), to: text.length - 1 };
  const marked = { from: text.indexOf('“'), to: text.indexOf('”') + 1 };
  const spoken = [marked, shame];
  expect(words('en', { text, continues: false, inQuotation: false, spoken })).toEqual([['a disgrace', 'a shame for all']]);
});

test('a change beside the words does not touch them, one within does, an empty one too', () => {
  const ranges = [{ from: 3, to: 6 }];
  const touching = [[0, 3], [6, 7], [3, 3], [6, 6], [2, 4], [5, 9], [4, 4], [0, 9]].map(([from = 0, to = 0]) => touches(ranges, from, to)); // prettier-ignore
  expect(touching).toEqual([false, false, false, false, true, true, true, true]);
});
