import { undo } from '@tiptap/pm/history';
import { expect, test } from 'vitest';
import { article, b, br, doc, note, p, pull, quote } from '../../core/document/testing/builders';
import { editorCommands } from './commands';
import { enterInPullQuote, makePullQuote, unwrapPullQuoteAtStart } from './pullQuote';
import { after, before, bodyOf, select, writing } from './testing/writing';

test('selected words are copied behind their block, emphasis and all, and stay where they are', () => {
  const story = doc(p('She said we ', b('wait'), ' here. '), p('End.'));
  const made = after(select(writing(story), ' we …wait'), makePullQuote);
  expect(bodyOf(made)).toEqual([...(bodyOf(writing(story)) as unknown[]).slice(0, 1), pull(null, 'we ', b('wait')), p('End.')]);
  expect(made && bodyOf(after(made, undo))).toEqual(bodyOf(writing(story)));
});

test('from several paragraphs of a quotation come one run, and whose words they are; a private note stays behind', () => {
  const story = doc(quote({ speaker: 'Ana Ruiz' }, p('One ', note('sure?', 'two')), 'three four'));
  expect(bodyOf(after(select(writing(story), 'One…three'), makePullQuote))).toEqual([
    quote({ speaker: 'Ana Ruiz' }, p('One ', note('sure?', 'two')), 'three four'),
    pull('Ana Ruiz', 'One two', br(), 'three'),
  ]);
});

test('not in the head, and not of white space', () => {
  expect(after(select(writing(article({ headline: 'Harbour' }, p('x'))), 'bour'), makePullQuote)).toBeNull();
  expect(after(select(writing(doc(p('a   b'))), '  '), makePullQuote)).toBeNull();
});

test('Enter at the end writes on behind it, inside it breaks the line, in an empty one takes it away', () => {
  const end = writing(doc(pull('Ana Ruiz', 'we wait')));
  const atEnd = end.apply(end.tr.setSelection(select(end, 'wait').selection).insertText('wait'));
  expect(bodyOf(after(atEnd, enterInPullQuote))).toEqual([pull('Ana Ruiz', 'we wait'), p()]);
  expect(bodyOf(after(before(end, 'wait'), enterInPullQuote))).toEqual([pull('Ana Ruiz', 'we ', br(), 'wait')]);
  const empty = after(before(writing(doc(p('x'))), 'x'), editorCommands['insert.pullQuote']);
  expect(bodyOf(empty && after(empty, enterInPullQuote))).toEqual([p('x'), p()]);
});

test('as a paragraph again it keeps whose words it gives; nothing else may take them away', () => {
  const state = before(writing(doc(pull('Ana Ruiz', 'we wait'))), 'we');
  expect(bodyOf(after(state, unwrapPullQuoteAtStart))).toEqual([p('we wait'), p('— Ana Ruiz')]);
  expect(bodyOf(after(state, editorCommands['format.paragraph']))).toEqual([p('we wait'), p('— Ana Ruiz')]);
  for (const id of ['format.crosshead', 'format.code', 'format.bulletList'] as const)
    expect(after(state, editorCommands[id])).toBeNull();
});
