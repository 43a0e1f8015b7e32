import type { InlineJson } from '../../document/json';
import type { BlockReader } from './blockReader';
import type { TextStyle } from './style';
import { allIn, attr, findIn, type Element } from './tree';

const BLOCKS = /^(?:p|div|ul|ol|table|h[1-6]|blockquote|pre|figure|section|article|hr)$/u;

/** A table of data becomes one paragraph a row, its cells divided by tabs; a table that only lays out a page or a mail is read through. */
export function readTable(element: Element, style: TextStyle, reader: BlockReader): void {
  const rows = allIn(element, ({ tagName }) => tagName === 'tr');
  const wide = rows.some((row) => cellsOf(row).length > 1);
  const layout =
    attr(element, 'role') === 'presentation' ||
    rows.some((row) =>
      cellsOf(row).some((cell) => findIn(cell, ({ tagName }) => BLOCKS.test(tagName)) !== null && !isOneParagraph(cell)),
    );
  if (!wide || layout) return reader.readBlock(element, style);
  reader.flush(style);
  for (const caption of element.childNodes)
    if ('tagName' in caption && caption.tagName === 'caption') reader.readBlock(caption, style);
  for (const row of rows) {
    const cells = cellsOf(row).map((cell) =>
      reader
        .blocksIn(cell, style)
        .flatMap(({ block }): InlineJson[] => (block.type === 'paragraph' ? (block.content ?? []) : [])),
    );
    const content = cells.flatMap((cell, index): InlineJson[] => (index === 0 ? cell : [{ type: 'text', text: '\t' }, ...cell]));
    if (cells.some((cell) => cell.length > 0)) reader.emit({ type: 'paragraph', content }, row, style);
  }
  reader.leaveOut(
    element,
    `${rows.length} × ${rows.reduce((most, row) => Math.max(most, cellsOf(row).length), 0)}`,
    'a table; each of its rows is a paragraph now',
  );
}

const cellsOf = (row: Element): Element[] =>
  row.childNodes.filter((node): node is Element => 'tagName' in node && /^t[dh]$/u.test(node.tagName));

/** Word and web editors put a single paragraph into every cell. */
const isOneParagraph = (cell: Element): boolean => {
  const blocks = allIn(cell, ({ tagName }) => BLOCKS.test(tagName));
  return blocks.length === 1 && blocks[0]?.tagName === 'p';
};
