import { sinkListItem } from '@tiptap/pm/schema-list';
import { expect, test } from 'vitest';
import { doc, li, p, ul } from '../../core/document/testing/builders';
import { editorCommands } from './commands';
import { DEEPEST_LIST, listDepth, refuseDeeperList } from './lists';
import { after, before, bodyOf, writing } from './testing/writing';

const nested = (depth: number): ReturnType<typeof ul> =>
  depth === 1 ? ul(li(p('last')), li(p('here'))) : ul(li(p('x'), nested(depth - 1)));

test('a list is indented as deeply as anybody reads, and no deeper', () => {
  const deep = before(writing(doc(nested(DEEPEST_LIST))), 'here');
  expect(listDepth(deep.selection.$from)).toBe(DEEPEST_LIST);
  expect(refuseDeeperList(deep)).toBe(true);
  const shallow = before(writing(doc(nested(2))), 'here');
  expect(refuseDeeperList(shallow)).toBe(false);
  const item = shallow.schema.nodes.listItem;
  if (!item) throw new Error('no list item in the schema');
  const sunk = after(shallow, sinkListItem(item));
  expect(sunk && listDepth(sunk.selection.$from)).toBe(3);
});

test('a list of the other kind keeps its items; the same kind again takes the words out', () => {
  const state = before(writing(doc(ul(li(p('one')), li(p('two'))))), 'two');
  const numbered = after(state, editorCommands['format.orderedList']);
  expect(numbered?.doc.child(3).type.name).toBe('orderedList');
  expect(numbered?.doc.textContent).toBe('onetwo');
  expect(bodyOf(after(state, editorCommands['format.bulletList']))).toEqual([ul(li(p('one'))), p('two')]);
});
