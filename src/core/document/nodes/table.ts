import { Node } from '@tiptap/core';
import { blockAttributes } from '../attributes';
import { attributes } from '../attribute';

/** What each node is to the table tools of ProseMirror. A header row is the table's own attribute, not a kind of cell. */
const roles: Readonly<Record<string, string>> = { table: 'table', tableRow: 'row', tableCell: 'cell' };

/** Rows of cells under an optional caption; whether the first row heads the columns is said once. */
export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => attributes(blockAttributes.table),
  extendNodeSchema: ({ name }) => (Object.hasOwn(roles, name) ? { tableRole: roles[name] } : {}),
  parseHTML: () => [{ tag: 'table[data-block="table"]' }],
  renderHTML: ({ HTMLAttributes }) => ['table', { ...HTMLAttributes, 'data-block': 'table' }, ['tbody', 0]],
});

/** A row of a table. */
export const TableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

/** One square of a table. */
export const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: () => attributes(blockAttributes.tableCell),
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
});
