import * as v from 'valibot';
import { inlineText } from '../../article/summary';
import { blockAttributes } from '../../document/attributes';
import type { BlockOf } from '../../document/json';
import type { BlockReader } from './blockReader';
import { paragraphsIn } from './paragraphsIn';
import type { TextStyle } from './style';
import { cellsOf, gridOf } from './tableGrid';
import { allIn, attr, findIn, isElement, visibleText, type Element } from './tree';

const BLOCKS = /^(?:p|div|ul|ol|table|h[1-6]|blockquote|pre|figure|section|article|hr)$/u;
/** What stands in the cells of a page that is laid out by a table, even one with headings of its own. */
const LAYOUT = /^(?:h[1-6]|blockquote|pre|figure|section|article|hr|form)$/u;
const DATA = /^(?:th|thead|caption)$/u;

type Cell = BlockOf<'tableCell'>;

/**
 * A table of data becomes a table; one that only lays out a page or a mail is read through. Merged cells have no counterpart:
 * their words stand in the first of the squares, the others are empty, and the writer is told.
 */
export function readTable(element: Element, style: TextStyle, reader: BlockReader): void {
  const groups = element.childNodes.filter(isElement);
  const rows = groups.flatMap((group) =>
    group.tagName === 'tr' ? [group] : /^t(?:head|body|foot)$/u.test(group.tagName) ? rowsIn(group) : [],
  );
  const { exact } = reader.page;
  const grid = exact || !isLayout(element, rows) ? gridOf(rows) : null;
  if (grid === null || grid.width === 0) return reader.readBlock(element, style);
  const read = grid.rows
    .map(({ element: row, squares }) => ({ row, cells: squares.map((cell) => contentOf(cell, style, reader)) }))
    .filter(({ cells }) => exact || !cells.every(isEmpty));
  const [first] = read;
  if (first === undefined) return reader.readBlock(element, style);
  reader.flush(style);
  const caption = groups.find(({ tagName }) => tagName === 'caption');
  const words = caption === undefined ? '' : captionOf(caption, style, reader);
  const content = read.map(({ cells }): BlockOf<'tableRow'> => ({ type: 'tableRow', content: cells }));
  reader.emit({ type: 'table', attrs: { headerRow: isHeading(first.row), caption: words }, content }, element, style);
  if (grid.merged > 0)
    reader.leaveOut(
      element,
      words || visibleText(first.row),
      'merged cells of a table; their words stand in the first square of each',
    );
}

const rowsIn = (group: Element): Element[] => group.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'tr');

function isLayout(element: Element, rows: readonly Element[]): boolean {
  if (/^(?:presentation|none)$/u.test(attr(element, 'role') ?? '')) return true;
  if (findIn(element, ({ tagName }) => tagName === 'table') !== null || !rows.some((row) => cellsOf(row).length > 1)) return true;
  const cells = rows.flatMap(cellsOf);
  const data = findIn(element, ({ tagName }) => DATA.test(tagName)) !== null;
  return cells.some((cell) =>
    data
      ? findIn(cell, ({ tagName }) => LAYOUT.test(tagName)) !== null
      : findIn(cell, ({ tagName }) => BLOCKS.test(tagName)) !== null && !isOneParagraph(cell),
  );
}

/** Word and web editors put a single paragraph into every cell. */
const isOneParagraph = (cell: Element): boolean => {
  const blocks = allIn(cell, ({ tagName }) => BLOCKS.test(tagName));
  return blocks.length === 1 && blocks[0]?.tagName === 'p';
};

function isHeading(row: Element): boolean {
  const parent = row.parentNode;
  if (parent && 'tagName' in parent && parent.tagName === 'thead') return true;
  const cells = cellsOf(row);
  // The corner over a first column is often an ordinary cell.
  return (
    cells.some(({ tagName }) => tagName === 'th') && cells.every((cell) => cell.tagName === 'th' || visibleText(cell) === '')
  );
}

/** A caption of plain words is the table's; one with links or emphasis keeps them, as a paragraph before it. */
function captionOf(caption: Element, style: TextStyle, reader: BlockReader): string {
  const blocks = reader.blocksIn(caption, style);
  const [only, ...more] = blocks.map(({ block }) => block);
  const content = only?.type === 'paragraph' && more.length === 0 ? (only.content ?? []) : [];
  const text = inlineText(content);
  const plain = content.every((node) => node.type === 'text' && (node.marks ?? []).length === 0);
  if (text !== '' && plain && v.is(blockAttributes.table.caption.schema, text)) return text;
  reader.blocks.push(...blocks);
  return '';
}

function contentOf(cell: Element | null, style: TextStyle, reader: BlockReader): Cell {
  const content = cell === null ? [] : reader.blocksIn(cell, style).flatMap(({ block }) => paragraphsIn(block));
  return { type: 'tableCell', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

const isEmpty = ({ content = [] }: Cell): boolean => content.every((paragraph) => (paragraph.content ?? []).length === 0);
