import { expect, test } from 'vitest';
import { inlineQuotations } from './inlineQuotations';

const read = (language: string, ...texts: string[]) => {
  const parts = texts.map((text, at) => ({ text, continues: at > 0 }));
  const found = inlineQuotations(parts, language);
  // In order, the marks included; one that runs on gives a piece of each paragraph.
  const quoted = found.pairs
    .flatMap(({ open, close }) => {
      const last = close?.part ?? open.part;
      return texts
        .map((text, part) => ({ text, part }))
        .slice(open.part, last + 1)
        .map(({ text, part }) => {
          const from = part === open.part ? open.at : 0;
          return { part, from, words: text.slice(from, part === close?.part ? close.at + 1 : undefined) };
        });
    })
    .sort((a, b) => a.part - b.part || a.from - b.from)
    .map(({ words }) => words);
  return { quoted, unpaired: found.unpaired.map(({ mark, side, part }) => `${side} ${mark} in ${part}`) };
};

test.each([
  ['en', '“We stay,” she said. “We do.”', ['“We stay,”', '“We do.”']],
  ['en', 'The boys’ boat isn’t ‘ours’ at all.', ['‘ours’']],
  ['en', '"Straight," he said, holding a 6" nail.', ['"Straight,"']],
  ['en', '“He called it ‘fair’ twice,” she said.', ['“He called it ‘fair’ twice,”', '‘fair’']],
  ['fr', '« C’est “notre” port », dit-il.', ['« C’est “notre” port »', '“notre”']],
  ['de', '„Wir bleiben“, sagte sie. »Ja«, sagte er.', ['„Wir bleiben“', '»Ja«']],
])('%s: %s', (language, text, quoted) => {
  expect(read(language, text)).toEqual({ quoted, unpaired: [] });
});

test('a quotation of several paragraphs opens anew, or ends in the next', () => {
  expect(read('en', '“One.', '“Two.”')).toEqual({ quoted: ['“One.', '“Two.”'], unpaired: [] });
  expect(read('fr', '« Un.', 'Deux. »')).toEqual({ quoted: ['« Un.', 'Deux. »'], unpaired: [] });
});

test('what has no partner', () => {
  expect(read('en', 'We stay,” she said.').unpaired).toEqual(['close ” in 0']);
  expect(read('en', 'She said: “We stay.', 'Then she left.').unpaired).toEqual(['open “ in 0']);
});
