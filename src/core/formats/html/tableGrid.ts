import { MAX_COLUMNS } from '../../document/schema';
import { attr, isElement, type Element } from './tree';

/** Squares of one table; one that reaches over more is damage or an attack. */
const MAX_SQUARES = 50_000;

/** The squares of a table. One that a merged cell covers, or that a short row lacks, is null. */
export interface TableGrid {
  rows: { element: Element; squares: (Element | null)[] }[];
  width: number;
  /** Cells that cover several squares. */
  merged: number;
}

/** The cells of a row. */
export const cellsOf = (row: Element): Element[] =>
  row.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/u.test(tagName));

/**
 * Where each cell stands, every row as long as the longest (HTML Living Standard, section 4.9.12). A merged cell stands in the
 * first of its squares. Null for a table that is larger than a document may hold.
 */
export function gridOf(rows: readonly Element[]): TableGrid | null {
  const grid: TableGrid = { rows: [], width: 0, merged: 0 };
  /** Rows that a cell above still reaches into, by column. */
  let reach: number[] = [];
  let squares = 0;
  for (const element of rows) {
    const row: (Element | null)[] = [];
    const below = reach.map((left) => Math.max(0, left - 1));
    const skip = (): void => {
      while ((reach[row.length] ?? 0) > 0) row.push(null);
    };
    for (const cell of cellsOf(element)) {
      skip();
      const [wide, high] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      if (wide > 1 || high > 1) grid.merged++;
      if (row.length + wide > MAX_COLUMNS) return null;
      for (let at = 0; at < wide; at++) {
        below[row.length] = high - 1;
        row.push(at === 0 ? cell : null);
      }
    }
    skip();
    reach = Array.from(below, (left) => left ?? 0);
    squares += row.length;
    if (squares > MAX_SQUARES || row.length > MAX_COLUMNS) return null;
    grid.width = Math.max(grid.width, row.length);
    if (row.length > 0) grid.rows.push({ element, squares: row });
  }
  if (grid.width * grid.rows.length > MAX_SQUARES) return null;
  for (const { squares: row } of grid.rows) while (row.length < grid.width) row.push(null);
  return grid;
}

/** How many squares a cell covers one way (section 4.9.11); what is more than any table has counts as one. */
function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const given = Number.parseInt(attr(cell, name) ?? '1', 10);
  return given >= 1 && given <= 1000 ? given : 1;
}
