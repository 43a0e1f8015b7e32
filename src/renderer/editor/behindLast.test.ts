import { NodeSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { code, doc, hr, li, p, pull, quote, related, table, ul } from '../../core/document/testing/builders';
import type { BlockJson } from '../../core/document/json';
import { toLastLine, toTextEdge, writeBehindLast } from './behindLast';
import { after, before, bodyOf, writing } from './testing/writing';

/** With the attributes that the gate fills in. */
const given = (block: BlockJson) => writing(doc(block)).doc.child(3).toJSON() as BlockJson;

test('below a last block that takes no plain text, a click puts a paragraph', () => {
  for (const last of [quote({}, 'Words'), related('Read', 'Other'), hr(), code('x'), pull(null, 'Words'), given(table(['x']))]) {
    const state = writing(doc(p('one'), last));
    const next = state.apply(toLastLine(state));
    expect(bodyOf(next)).toEqual([p('one'), last, p()]);
    expect(next.selection.$from.index(0)).toBe(5);
  }
});

test('below a paragraph or a list the cursor goes to its end, and nothing is added', () => {
  for (const last of [p('end'), ul(li(p('a')), li(p('end')))]) {
    const state = writing(doc(p('one'), last));
    const next = state.apply(toLastLine(state));
    expect(next.doc).toBe(state.doc);
    expect(next.selection.$from.parent.textContent).toBe('end');
  }
});

test('the keys for start and end reach all that is written, and take a selection along', () => {
  const state = before(writing(doc(p('one'), table(['Port', 'Days']))), 'one');
  expect(after(state, toTextEdge('end'))?.selection.$from.parent.textContent).toBe('Days');
  expect(after(state, toTextEdge('start'))?.selection.from).toBe(1);
  const words = before(writing(doc(p('one'), p('two'))), 'two');
  const behind = after(words, toTextEdge('end'))?.selection;
  expect([behind?.empty, behind?.from]).toEqual([true, words.doc.content.size - 1]);
  const taken = after(words, toTextEdge('end', { extend: true }))?.selection;
  expect([taken?.from, taken?.to]).toEqual([words.selection.from, words.doc.content.size - 1]);
  const back = after(words, toTextEdge('start', { extend: true }))?.selection;
  expect([back?.anchor, back?.head]).toEqual([words.selection.from, 1]);
});

test('ArrowDown writes on behind a last quotation or code only', () => {
  const down = writeBehindLast('ArrowDown');
  expect(bodyOf(after(before(writing(doc(quote({}, 'one', 'two'))), 'two'), down))).toEqual([quote({}, 'one', 'two'), p()]);
  expect(after(before(writing(doc(quote({}, 'one', 'two'))), 'one'), down)).toBeNull();
  expect(after(before(writing(doc(quote({}, 'one'), p('two'))), 'one'), down)).toBeNull();
  expect(after(before(writing(doc(p('one'))), 'one'), down)).toBeNull();
});

test('Enter or ArrowDown on a last block that is selected as a whole writes on behind it', () => {
  const state = writing(doc(p('one'), hr()));
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, state.doc.content.size - 1)));
  for (const key of ['Enter', 'ArrowDown'] as const)
    expect(bodyOf(after(chosen, writeBehindLast(key)))).toEqual([p('one'), hr(), p()]);
});
