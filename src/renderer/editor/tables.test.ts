import { undo } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { CellSelection, tableEditing } from '@tiptap/pm/tables';
import { expect, test } from 'vitest';
import { doc, p, table } from '../../core/document/testing/builders';
import { MAX_COLUMNS } from '../../core/document/schema';
import { rowsAsTable } from './clipboard';
import { editorCommands } from './commands';
import { downBehindTable, headingsMayMove, nextCell, previousCell } from './tables';
import { after, before, bodyOf, writing } from './testing/writing';

const cells = (state: EditorState | null): string[][] => {
  const rows: string[][] = [];
  state?.doc.descendants((node) => {
    if (node.type.name === 'tableRow') rows.push(node.content.content.map(({ textContent }) => textContent));
  });
  return rows;
};
const days = () => writing(doc(table(['Port', 'Days'], ['Quay', '7']), p('end')));

test('a new table has a heading row and the cursor in its first cell', () => {
  const made = after(before(writing(doc(p('x'))), 'x'), editorCommands['insert.table']);
  expect(cells(made)).toEqual([
    ['', '', ''],
    ['', '', ''],
    ['', '', ''],
  ]);
  expect(made?.doc.child(4).attrs.headerRow).toBe(true);
  expect(made?.selection.$from.node(3)).toBe(made?.doc.child(4).child(0).child(0));
});

test.each([
  [
    'table.rowAbove',
    [
      ['Port', 'Days'],
      ['', ''],
      ['Quay', '7'],
    ],
  ],
  [
    'table.rowBelow',
    [
      ['Port', 'Days'],
      ['Quay', '7'],
      ['', ''],
    ],
  ],
  [
    'table.columnBefore',
    [
      ['', 'Port', 'Days'],
      ['', 'Quay', '7'],
    ],
  ],
  [
    'table.columnAfter',
    [
      ['Port', '', 'Days'],
      ['Quay', '', '7'],
    ],
  ],
  ['table.deleteRow', [['Port', 'Days']]],
  ['table.deleteColumn', [['Days'], ['7']]],
  ['table.delete', []],
] as const)('%s, and back with one undo', (id, expected) => {
  const state = before(days(), 'Quay');
  const done = after(state, editorCommands[id]);
  expect(cells(done)).toEqual(expected);
  expect(done && after(done, undo)?.doc.eq(state.doc)).toBe(true);
});

test('the heading row can be taken away and given back', () => {
  const off = after(before(days(), 'Quay'), editorCommands['table.headerRow']);
  expect(off?.doc.child(3).attrs.headerRow).toBe(false);
  expect(off && after(off, editorCommands['table.headerRow'])?.doc.child(3).attrs.headerRow).toBe(true);
});

test('the last row or column takes the table with it; a body is never without a block', () => {
  const one = before(writing(doc(table(['Port', 'Days']))), 'Port');
  expect(bodyOf(after(one, editorCommands['table.deleteRow']))).toEqual([p()]);
  const narrow = before(writing(doc(table(['Port'], ['Quay']), p('end'))), 'Port');
  expect(bodyOf(after(narrow, editorCommands['table.deleteColumn']))).toEqual([p('end')]);
});

test('no column is added that a document cannot hold', () => {
  const wide = before(writing(doc(table(Array.from({ length: MAX_COLUMNS }, (_, n) => `c${n}`)))), 'c7');
  expect(after(wide, editorCommands['table.columnAfter'])).toBeNull();
});

test('outside a table none of this can be done', () => {
  const state = before(days(), 'end');
  for (const id of ['table.rowAbove', 'table.columnAfter', 'table.headerRow', 'table.delete'] as const)
    expect(after(state, editorCommands[id])).toBeNull();
  expect(after(state, nextCell)).toBeNull();
});

test('Tab goes on and back through the cells', () => {
  const next = after(before(days(), 'Days'), nextCell);
  expect(next?.selection.$from.parent.textContent).toBe('Quay');
  expect(next && after(next, previousCell)?.selection.$from.parent.textContent).toBe('Days');
});

test('ArrowDown at the end of a table that ends the text writes on behind it', () => {
  const last = before(writing(doc(table(['Port', 'Days'], ['Quay', '7']))), '7');
  const down = after(last, downBehindTable);
  expect(down?.doc.lastChild?.type.name).toBe('paragraph');
  expect(down?.selection.$from.depth).toBe(1);
  expect(after(before(writing(doc(table(['Port'], ['Quay']))), 'Port'), downBehindTable)).toBeNull();
  expect(after(before(days(), '7'), downBehindTable)).toBeNull();
});

test('a table whose rows are of unequal length is mended as soon as it is touched, without losing a word', () => {
  const ragged = EditorState.create({ doc: writing(doc(table(['Port', 'Days'], ['Quay']))).doc, plugins: [tableEditing()] });
  const mended = ragged.apply(ragged.tr.insertText('!', before(ragged, 'Quay').selection.from));
  mended.doc.check();
  expect(cells(mended)).toEqual([
    ['Port', 'Days'],
    ['!Quay', ''],
  ]);
});

test('rows that are copied stay a table, with its heading row if that is among them', () => {
  const state = days();
  const at = (row: number): number => {
    let pos = -1;
    let seen = 0;
    state.doc.descendants((node, from) => {
      if (node.type.name === 'tableCell' && seen++ === row * 2) pos = from;
    });
    return pos;
  };
  const copied = (row: number) => {
    const selection = CellSelection.create(state.doc, at(row), at(row));
    const slice = rowsAsTable(selection.content(), state.apply(state.tr.setSelection(selection)));
    const { firstChild } = slice.content;
    return [firstChild?.type.name, firstChild?.attrs.headerRow, firstChild?.textContent];
  };
  expect(copied(0)).toEqual(['table', true, 'Port']);
  expect(copied(1)).toEqual(['table', false, 'Quay']);
});

test('the table is drawn anew only when its headings may stand elsewhere', () => {
  const [first] = days().doc.children.slice(3);
  const typed = days().doc.type.schema.nodeFromJSON(table(['Ports', 'Days'], ['Quay', '7']));
  const longer = days().doc.type.schema.nodeFromJSON(table(['Port', 'Days'], ['Quay', '7'], ['Dock', '8']));
  const bare = first!.type.create({ ...first!.attrs, headerRow: false }, first!.content);
  expect([typed, longer, bare].map((node) => headingsMayMove(node, first!))).toEqual([false, true, true]);
});
