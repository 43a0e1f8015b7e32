import fc from 'fast-check';
import { Slice } from '@tiptap/pm/model';
import { TextSelection, type EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import {
  article,
  box,
  card,
  code,
  doc,
  h2,
  hr,
  li,
  p,
  pull,
  quote,
  related,
  table,
  ul,
} from '../../core/document/testing/builders';
import type { BlockJson } from '../../core/document/json';
import { becomePage } from './pasteForeign';
import { isBlank, openSlice, place } from './placing';
import { after, before, bodyOf, select, writing } from './testing/writing';
import { undo } from '@tiptap/pm/history';

/** A block with the attributes that the gate fills in. */
const given = (block: BlockJson): unknown => writing(doc(block)).doc.child(3).toJSON();

const placed = (state: EditorState, ...blocks: BlockJson[]) => {
  const { from, to } = state.selection;
  const next = state.apply(place(state.tr, { from, to }, openSlice(blocks.map((block) => state.schema.nodeFromJSON(block)))));
  next.doc.check();
  return next;
};

test('paragraphs join the text that they are pasted into', () => {
  const state = before(writing(doc(p('Fog lay over the quay.'))), 'over');
  expect(bodyOf(placed(state, p('one '), p('two ')))).toEqual([p('Fog lay one '), p('two over the quay.')]);
});

test('an empty paragraph gives way to what is pasted', () => {
  const state = writing(doc(p('')));
  const inBody = state.apply(state.tr.setSelection(TextSelection.create(state.doc, state.doc.content.size - 1)));
  expect(bodyOf(placed(inBody, h2('Crosshead'), quote({ speaker: 'Ana Ruiz' }, 'words')))).toEqual([
    h2('Crosshead'),
    quote({ speaker: 'Ana Ruiz' }, 'words'),
  ]);
});

test('a headline takes several lines as one, without gluing words', () => {
  const state = before(writing(article({ headline: 'Harbour closed' }, p('x'))), 'closed');
  expect(placed(state, p('one'), p('two')).doc.child(1).textContent).toBe('Harbour one twoclosed');
});

test('code takes plain text with its line ends', () => {
  const state = before(writing(doc(code('let a'))), 'let');
  expect(bodyOf(placed(state, p('one'), p('two')))).toEqual([code('one\ntwolet a')]);
});

test('blocks that a quotation cannot hold go behind it, and it keeps its words and speaker', () => {
  const state = before(writing(doc(quote({ speaker: 'Ana Ruiz' }, 'one two'), p('end'))), 'two');
  expect(bodyOf(placed(state, p('new'), h2('Crosshead')))).toEqual([
    quote({ speaker: 'Ana Ruiz' }, 'one two'),
    p('new'),
    h2('Crosshead'),
    p('end'),
  ]);
});

test('what a box, a cell or a pull quote cannot hold goes behind it, and none is torn in two', () => {
  const stories: [BlockJson, string][] = [
    [box('Ice', p('one two'), ul(li(p('three')))), 'two'],
    [table(['one', 'two'], ['three', 'four']), 'four'],
    [pull('Ana Ruiz', 'one two'), 'two'],
  ];
  for (const [block, words] of stories) {
    const state = before(writing(doc(block, p('end'))), words);
    expect(bodyOf(placed(state, p('new'), h2('Crosshead')))).toEqual([given(block), p('new'), h2('Crosshead'), p('end')]);
  }
});

test('paragraphs go into a cell, lists into a box', () => {
  const inCell = before(writing(doc(table(['one', 'two']))), 'two');
  expect(bodyOf(placed(inCell, p('a'), p('b')))).toEqual([given(table(['one', [p('a'), p('btwo')]]))]);
  const inBox = before(writing(doc(box('Ice', p('two')))), 'two');
  expect(bodyOf(placed(inBox, p('a'), ul(li(p('b'))), p('c')))).toEqual([box('Ice', p('a'), ul(li(p('b'))), p('ctwo'))]);
});

test('the whole of an article copied into another keeps its headline as a crosshead', () => {
  const whole = writing(
    article({ kicker: 'Sea', headline: 'Harbour closed', standfirst: 'Dek' }, p('Body'), related('Read', 'Other')),
  );
  const state = before(writing(doc(p('End'))), 'End');
  const next = state.apply(place(state.tr, state.selection, whole.doc.slice(1, whole.doc.content.size)));
  next.doc.check();
  for (const words of ['Sea', 'Harbour closed', 'Dek', 'Body', 'End']) expect(next.doc.textContent).toContain(words);
  expect(JSON.stringify(bodyOf(next))).toContain('"Other"');
});

test('pasting over a selection from headline into the body keeps the parts apart', () => {
  const state = select(writing(article({ headline: 'Harbour closed', standfirst: 'Dek' }, p('Fog lay'), p('end'))), 'closed…Fog');
  const next = placed(state, p('new'));
  expect(next.doc.child(1).textContent).toBe('Harbour new');
  expect(next.doc.child(2).textContent).toBe('');
  expect(bodyOf(next)).toEqual([p(' lay'), p('end')]);
});

test('wherever blocks are put, no word of them or of the text around them is lost', () => {
  const text = fc.stringMatching(/^[a-z ]{0,6}[a-z]$/u);
  const block: fc.Arbitrary<BlockJson> = fc.oneof(
    text.map((t) => p(t)),
    text.map((t) => h2(t)),
    text.map((t) => code(t)),
    fc.array(text, { minLength: 1, maxLength: 3 }).map((items) => ul(...items.map((t) => li(p(t))))),
    fc.array(text, { minLength: 1, maxLength: 3 }).map((items) => quote({ speaker: 'A' }, ...items)),
    text.map((t) => related('R', t)),
    text.map((t) => pull('A', t)),
    fc.tuple(text, text).map(([title, t]) => box(title, p(t), ul(li(p(t))))),
    fc.tuple(text, text).map(([one, two]) => table([one, two], [two, one])),
    text.map((title) => card({ title })),
    fc.constant(hr()),
  );
  const letters = (json: unknown) =>
    [...JSON.stringify(json).matchAll(/"(?:text|title)":"([^"]*)"/gu)]
      .map(([, t]) => t?.replace(/\s/gu, ''))
      .join('')
      .split('')
      .sort()
      .join('');
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 5 }),
      fc.array(block, { minLength: 1, maxLength: 4 }),
      text,
      fc.nat(),
      (base, pasted, headline, at) => {
        const state = writing(article({ headline, standfirst: 'dek' }, ...base));
        const size = state.doc.content.size;
        const pos = at % (size + 1);
        const next = state.apply(
          place(state.tr, { from: pos, to: pos }, openSlice(pasted.map((json) => state.schema.nodeFromJSON(json)))),
        );
        next.doc.check();
        const inPlain = next.doc.childCount === state.doc.childCount;
        const got = letters(next.doc.toJSON().content);
        const wanted = letters([state.doc.toJSON().content, pasted]);
        // A head or code takes the label of a "read also" as text too.
        if (inPlain) expect(got.length).toBeGreaterThanOrEqual(wanted.length);
        else expect(got).toBe(wanted);
      },
    ),
    { numRuns: 600 },
  );
});

test('an empty slice changes nothing', () => {
  const state = before(writing(doc(p('Fog'))), 'Fog');
  expect(state.apply(place(state.tr, state.selection, Slice.empty)).doc.eq(state.doc)).toBe(true);
});

test('a page pasted into a blank article becomes the whole of it, and one undo takes it back', () => {
  const state = writing(article({ notes: 'call back', slug: '' }));
  expect(isBlank(state.doc)).toBe(true);
  const doc = article({ headline: 'Harbour closed', section: ['World'], language: 'en' }, p('Fog lay.'));
  const next = state.apply(
    becomePage(state, { doc, neighbours: { seriesName: null, previous: null, next: null }, leftOut: [], lines: [] }),
  );
  next.doc.check();
  expect(next.doc.child(1).textContent).toBe('Harbour closed');
  expect(next.doc.attrs).toMatchObject({ section: ['World'], notes: 'call back' });
  expect(isBlank(next.doc)).toBe(false);
  expect(after(next, undo)?.doc.eq(state.doc)).toBe(true);
});
