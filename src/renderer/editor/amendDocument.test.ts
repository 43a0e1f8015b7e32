import { undo } from '@tiptap/pm/history';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDocument } from '../../core/document/schema';
import { article, li, note, p, quote, table, ul } from '../../core/document/testing/builders';
import type { BlockJson } from '../../core/document/json';
import { amendDocument } from './amendDocument';
import { writing } from './testing/writing';

const story = (...body: BlockJson[]) => checkDocument(article({ headline: 'Ice' }, ...body));

test('only the words that differ are replaced: what stands around them is the same, and one undo brings them back', () => {
  const before = story(p('The road opened late.'), ul(li(p('One')), li(p('Two'))), p('It was cold.'));
  const after = story(p('The road opened early.'), ul(li(p('One')), li(p('Three'))), p('New.'), p('It was cold.'));
  const state = writing(before);
  const tr = amendDocument(state.tr, after, state.schema);
  const done = state.apply(tr);
  expect(done.doc.toJSON()).toEqual(after);
  expect(done.doc.lastChild).toBe(state.doc.lastChild);
  const inWord = (words: string) => {
    let found = 0;
    state.doc.descendants((node, pos) => void (node.text?.includes(words) && (found = pos + node.text.indexOf(words))));
    return found;
  };
  // Positions beside the changes are still those of the same words.
  expect(tr.mapping.mapResult(inWord('One')).deleted).toBe(false);
  expect(done.doc.textBetween(tr.mapping.map(inWord('road')), tr.mapping.map(inWord('road') + 4))).toBe('road');
  undo(done, (back) => expect(done.apply(back).doc.toJSON()).toEqual(before));
});

test('a mark, an attribute and a field are changed without the words', () => {
  const before = story(quote({ speaker: 'Ana Reis' }, 'You measure it.'), p('It was cold.'));
  const after = story(quote({ speaker: 'Ana Holm' }, 'You measure it.'), p('It was ', note('How?', 'cold'), '.'));
  const state = writing(before);
  const wanted = { ...after, attrs: { ...after.attrs, section: ['North'] } };
  const done = state.apply(amendDocument(state.tr, wanted, state.schema));
  expect(done.doc.toJSON()).toEqual(wanted);
});

const words = fc.constantFrom('Ice', 'Ice came early', 'early ice came', 'The road opened late', 'Ice came early, Ana said');
const paragraphs = words.chain((text) => fc.constantFrom(p(text), p(note('Ask', text)), p('Then ', note('Who?', text), '.')));
const blocks: fc.Arbitrary<BlockJson> = fc.oneof(
  { weight: 4, arbitrary: paragraphs },
  fc.tuple(words, paragraphs).map(([speaker, inside]) => quote({ speaker }, inside)),
  fc.array(paragraphs, { minLength: 1, maxLength: 3 }).map((inside) => ul(...inside.map((each) => li(each)))),
  fc.array(fc.array(words, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 }).map((rows) => table(...rows)),
);
const stories = fc
  .tuple(words, fc.array(blocks, { minLength: 1, maxLength: 6 }))
  .map(([headline, body]) => checkDocument(article({ headline, kicker: headline }, ...body)));

test('any document becomes any other, and nothing is done for the same', () => {
  fc.assert(
    fc.property(stories, stories, (before, after) => {
      const state = writing(before);
      expect(state.apply(amendDocument(state.tr, after, state.schema)).doc.toJSON()).toEqual(after);
      expect(amendDocument(state.tr, structuredClone(before), state.schema).docChanged).toBe(false);
    }),
    { numRuns: 500 },
  );
});
