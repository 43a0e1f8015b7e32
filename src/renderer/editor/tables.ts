import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { Plugin, Selection, type Command, type EditorState } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  goToNextCell,
  isInTable,
  selectedRect,
} from '@tiptap/pm/tables';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { MAX_COLUMNS } from '../../core/document/schema';
import { toLastLine } from './behindLast';
import { PARTS } from './parts';

const ROWS = 3;
const COLUMNS = 3;

/** The table around a position; null outside one. Tables stand in nothing. */
export function tableAround($pos: ResolvedPos): { pos: number; node: Node } | null {
  const node = $pos.depth > 0 ? $pos.node(1) : null;
  return node?.type.name === 'table' ? { pos: $pos.before(1), node } : null;
}

/** An empty table in place of an empty paragraph, or after the block that the cursor stands in; the cursor goes into it. */
export const insertTable: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if ($from.depth === 0 || $from.index(0) < PARTS) return false;
  if (dispatch) {
    const { schema } = state;
    const cells = () => Array.from({ length: COLUMNS }, () => schema.node('tableCell', null, schema.node('paragraph')));
    const rows = Array.from({ length: ROWS }, () => schema.node('tableRow', null, cells()));
    const table = schema.node('table', null, rows);
    const empty = $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
    const pos = empty ? $from.before(1) : $to.after(1);
    const tr = empty ? state.tr.replaceWith(pos, $from.after(1), table) : state.tr.insert(pos, table);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(pos + 1))).scrollIntoView());
  }
  return true;
};

const inTable =
  (command: Command): Command =>
  (state, dispatch, view) =>
    isInTable(state) && command(state, dispatch, view);
const whereItFits = (command: Command): Command =>
  inTable((state, dispatch) => selectedRect(state).map.width < MAX_COLUMNS && command(state, dispatch));

/** The table as a whole; the last block of a body leaves a paragraph. */
const deleteWhole: Command = (state, dispatch) => {
  const table = tableAround(state.selection.$from);
  if (!table) return false;
  if (dispatch) {
    const { pos, node } = table;
    const only = state.doc.childCount === PARTS + 1;
    const tr = only
      ? state.tr.replaceWith(pos, pos + node.nodeSize, state.schema.node('paragraph'))
      : state.tr.delete(pos, pos + node.nodeSize);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(pos))).scrollIntoView());
  }
  return true;
};

/** Deletes what is selected of one way; a table without any row or column left goes altogether. */
const deleting = (command: Command, all: (rect: ReturnType<typeof selectedRect>) => boolean): Command =>
  inTable((state, dispatch, view) => (all(selectedRect(state)) ? deleteWhole : command)(state, dispatch, view));

const toggleHeading: Command = (state, dispatch) => {
  const table = tableAround(state.selection.$from);
  if (!table) return false;
  dispatch?.(state.tr.setNodeAttribute(table.pos, 'headerRow', table.node.attrs.headerRow !== true));
  return true;
};

/** True when the table around the cursor has a heading row. */
export const hasHeadingRow = ({ selection }: EditorState): boolean => tableAround(selection.$from)?.node.attrs.headerRow === true;

/** What can be done to a table. */
export const tableCommands = {
  'table.rowAbove': inTable(addRowBefore),
  'table.rowBelow': inTable(addRowAfter),
  'table.columnBefore': whereItFits(addColumnBefore),
  'table.columnAfter': whereItFits(addColumnAfter),
  'table.headerRow': toggleHeading,
  'table.deleteRow': deleting(deleteRow, ({ top, bottom, map }) => top === 0 && bottom === map.height),
  'table.deleteColumn': deleting(deleteColumn, ({ left, right, map }) => left === 0 && right === map.width),
  'table.delete': deleteWhole,
} as const satisfies Record<string, Command>;

/** True when another row heads the columns than before, or none does. */
export const headingsMayMove = (node: Node, before: Node): boolean =>
  node.attrs['headerRow'] !== before.attrs['headerRow'] ||
  (node.attrs['headerRow'] === true && node.childCount !== before.childCount);

/** Tab goes from cell to cell, and from the last one into a new row. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  if (!dispatch || !view) return true;
  addRowAfter(state, dispatch);
  return goToNextCell(1)(view.state, view.dispatch.bind(view));
};

/** Shift+Tab goes back, and from the first cell to the block before. */
export const previousCell: Command = (state, dispatch) => {
  const table = isInTable(state) ? tableAround(state.selection.$from) : null;
  if (!table) return false;
  if (goToNextCell(-1)(state, dispatch)) return true;
  dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(table.pos), -1)).scrollIntoView());
  return true;
};

/** ArrowDown in the last row of a table that ends the text: a paragraph behind it. */
export const downBehindTable: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  const table = tableAround($from);
  if (!table || !empty || $from.index(1) < table.node.childCount - 1) return false;
  const last = $from.node(3);
  if ($from.index(3) < last.childCount - 1 || !(view?.endOfTextblock('down') ?? true)) return false;
  const end = table.pos + table.node.nodeSize;
  if (end < state.doc.content.size) return false;
  dispatch?.(toLastLine(state).scrollIntoView());
  return true;
};

/** Marks the table that the cursor is in, for the tools under it. */
export const tableCursorPlugin = () =>
  new Plugin({
    props: {
      decorations: ({ doc, selection }) => {
        const table = tableAround(selection.$from);
        if (!table) return null;
        return DecorationSet.create(doc, [Decoration.node(table.pos, table.pos + table.node.nodeSize, { class: 'has-cursor' })]);
      },
    },
  });
