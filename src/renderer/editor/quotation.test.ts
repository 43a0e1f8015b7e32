import fc from 'fast-check';
import { undo } from '@tiptap/pm/history';
import { TextSelection, type EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { article, b, code, doc, h2, hr, li, p, quote, related, ul } from '../../core/document/testing/builders';
import type { BlockJson } from '../../core/document/json';
import { editorCommands } from './commands';
import { after, before, bodyOf, writing } from './testing/writing';

const make = editorCommands['insert.quote'];

test('selected words become a quotation exactly as they are, and the text around them is parted', () => {
  const state = writing(doc(p('He said: “We ', b('saw'), ' nothing,” and left.')), '“We …nothing,”');
  expect(bodyOf(after(state, make))).toEqual([p('He said:'), quote({}, p('“We ', b('saw'), ' nothing,”')), p('and left.')]);
});

test('white space is dropped where the text is parted, and nowhere else; one undo brings it back', () => {
  const state = writing(doc(p('  One  two. “A  b,”  three ')), ' “A  b,” ');
  const made = after(state, make);
  expect(bodyOf(made)).toEqual([p('  One  two.'), quote({}, p('“A  b,”')), p('three ')]);
  expect(made && after(made, undo)?.doc.eq(state.doc)).toBe(true);
  expect(bodyOf(after(writing(doc(p(' “A b.” ')), '“A b.”'), make))).toEqual([quote({}, p('“A b.”'))]);
});

test('code beside a quotation keeps its spaces', () => {
  expect(bodyOf(after(writing(doc(code('  if it holds')), 'it'), make))).toEqual([
    code('  if '),
    quote({}, 'it'),
    code(' holds'),
  ]);
});

test('a whole paragraph leaves no empty one behind', () => {
  expect(bodyOf(after(writing(doc(p('one'), p('two'), p('three')), 'two'), make))).toEqual([
    p('one'),
    quote({}, 'two'),
    p('three'),
  ]);
});

test('words over several paragraphs keep their paragraphs', () => {
  const state = writing(doc(p('a one'), h2('two'), p('three b')), 'one…three');
  expect(bodyOf(after(state, make))).toEqual([p('a'), quote({}, 'one', 'two', 'three'), p('b')]);
});

test('words out of a list leave a list before and after', () => {
  const state = writing(doc(ul(li(p('one')), li(p('two')), li(p('three')))), 'two');
  expect(bodyOf(after(state, make))).toEqual([ul(li(p('one'))), quote({}, 'two'), ul(li(p('three')))]);
});

test('a "read also" among the words follows the quotation', () => {
  const state = writing(doc(p('one'), related('Read', 'Other'), p('two')), 'one…two');
  expect(bodyOf(after(state, make))).toEqual([quote({}, 'one', 'two'), related('Read', 'Other')]);
});

test('with nothing selected an empty quotation takes the place of an empty paragraph', () => {
  const state = writing(doc(p()));
  const inBody = state.apply(state.tr.setSelection(TextSelection.create(state.doc, state.doc.content.size - 1)));
  const made = after(inBody, make);
  expect(bodyOf(made)).toEqual([quote({}, p())]);
  expect(made?.selection.$from.node(1).type.name).toBe('quote');
});

test('it is refused in the head and across another quotation', () => {
  expect(after(writing(article({ headline: 'Harbour closed' }, p('x')), 'Harbour'), make)).toBeNull();
  expect(after(writing(doc(p('one'), quote({ speaker: 'Ana Ruiz' }, 'two')), 'one…two'), make)).toBeNull();
});

test('taking the frame away keeps the words and who said them', () => {
  const state = before(writing(doc(quote({ speaker: 'Ana Ruiz', role: 'mayor' }, 'one', 'two'))), 'one');
  const unwrapped = after(state, make);
  expect(bodyOf(unwrapped)).toEqual([p('one'), p('two'), p('— Ana Ruiz, mayor')]);
  expect(unwrapped && after(unwrapped, undo)?.doc.eq(state.doc)).toBe(true);
});

test('whatever is selected, nothing but white space at the seams is lost or changed, and one undo restores everything', () => {
  const text = fc.stringMatching(/^[a-zé“” ]{1,8}$/u);
  const list: fc.Arbitrary<BlockJson> = fc
    .array(text, { minLength: 1, maxLength: 3 })
    .map((items) => ul(...items.map((t) => li(p(t), ul(li(p(`${t}!`)))))));
  const block: fc.Arbitrary<BlockJson> = fc.oneof(
    text.map((t) => p(t)),
    text.map((t) => p(b(t), t)),
    text.map((t) => h2(t)),
    text.map((t) => code(t)),
    list,
    text.map((t) => related('R', t)),
    fc.constant(hr()),
  );
  const words = (state: EditorState) =>
    state.doc.textContent +
    state.doc.content.content.flatMap((node) => (node.type.name === 'related' ? [String(node.attrs.title)] : [])).join('');
  const innerLines = (state: EditorState) => {
    const lines: string[] = [];
    state.doc.descendants((node) => void (node.isTextblock && lines.push(node.textContent.trim())));
    return lines;
  };
  let made = 0;
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (blocks, a, z) => {
      const state = writing(doc(...blocks));
      const first = 6;
      const span = state.doc.content.size - first;
      const selection = TextSelection.between(
        state.doc.resolve(first + (a % (span + 1))),
        state.doc.resolve(first + (z % (span + 1))),
      );
      const chosen = state.apply(state.tr.setSelection(selection));
      const next = after(chosen, make);
      if (next === null || chosen.selection.empty) return;
      made++;
      expect(words(next).replace(/ /gu, '')).toBe(words(state).replace(/ /gu, ''));
      // Spaces inside what was parted stay: every word of the result stands in the original with its neighbours.
      for (const inner of innerLines(next)) expect(words(state)).toContain(inner);
      expect(after(next, undo)?.doc.eq(state.doc)).toBe(true);
    }),
    { numRuns: 800 },
  );
  expect(made).toBeGreaterThan(100);
});
