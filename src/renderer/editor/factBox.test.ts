import { undo } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { box, doc, h2, h3, li, p, ul } from '../../core/document/testing/builders';
import { backspaceInFactBox, leaveFactBox, toggleFactBox } from './factBox';
import { after, before, bodyOf, select, writing } from './testing/writing';

test('selected paragraphs and lists go into a box as they are, and come out again', () => {
  const story = doc(p('one'), ul(li(p('two'))), p('three'));
  const made = after(select(writing(story), 'one…two'), toggleFactBox);
  expect(bodyOf(made)).toEqual([box('', p('one'), ul(li(p('two')))), p('three')]);
  expect(bodyOf(made && after(made, toggleFactBox))).toEqual(bodyOf(writing(story)));
  expect(bodyOf(made && after(made, undo))).toEqual(bodyOf(writing(story)));
});

test('a crosshead cannot go into one', () => {
  expect(after(select(writing(doc(p('one'), h2('two'))), 'one…two'), toggleFactBox)).toBeNull();
});

test('without its frame the title stays as a small crosshead', () => {
  const made = after(before(writing(doc(box('Ice', p('cold'), p('thick')))), 'thick'), toggleFactBox);
  expect(bodyOf(made)).toEqual([h3('Ice'), p('cold'), p('thick')]);
  expect(made?.selection.$from.parent.textContent).toBe('thick');
});

const inLastEmpty = (story: ReturnType<typeof doc>) => {
  const state = writing(story);
  let pos = -1;
  state.doc.descendants((node, at) => {
    if (node.type.name === 'paragraph' && node.content.size === 0) pos = at + 1;
  });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)));
};

test('a second Enter leaves the box; one without words goes away', () => {
  const left = after(inLastEmpty(doc(box('Ice', p('cold'), p()))), leaveFactBox);
  expect(bodyOf(left)).toEqual([box('Ice', p('cold')), p()]);
  expect(left?.selection.$from.depth).toBe(1);
  expect(bodyOf(after(inLastEmpty(doc(box('Ice', p()), p('x'))), leaveFactBox))).toEqual([box('Ice', p()), p(), p('x')]);
  expect(bodyOf(after(inLastEmpty(doc(box('', p()))), leaveFactBox))).toEqual([p()]);
  expect(after(before(writing(doc(box('Ice', p('cold')))), 'cold'), leaveFactBox)).toBeNull();
});

test('Backspace takes an empty box away, and never the words of another', () => {
  expect(bodyOf(after(inLastEmpty(doc(p('x'), box('', p()))), backspaceInFactBox))).toEqual([p('x'), p()]);
  expect(after(before(writing(doc(p('x'), box('Ice', p('cold')))), 'cold'), backspaceInFactBox)).toBeNull();
});
