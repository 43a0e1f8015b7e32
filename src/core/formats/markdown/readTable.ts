import type { Paragraph, PhrasingContent, Table, TableCell } from 'mdast';
import * as v from 'valibot';
import { inlineText } from '../../article/summary';
import { blockAttributes } from '../../document/attributes';
import type { BlockJson, BlockOf, InlineJson } from '../../document/json';
import { readInline } from './readInline';
import { sourceOf, type Reading } from './reading';
import { CAPTION } from './signs';

type Cell = BlockOf<'tableCell'>;

/** A table of GFM. A heading row of empty cells stands for none; rows are as long as the longest. */
export function readTable(node: Table, reading: Reading): BlockOf<'table'> {
  const rows = node.children.map((row) => row.children.map((cell) => readCell(cell, reading)));
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 1);
  const headless = rows.length > 1 && (rows[0] ?? []).every(isEmpty);
  const content = (headless ? rows.slice(1) : rows).map((cells): BlockOf<'tableRow'> => {
    const missing = Array.from({ length: width - cells.length }, (): Cell => cellOf([]));
    return { type: 'tableRow', content: [...cells, ...missing] };
  });
  return { type: 'table', attrs: { headerRow: !headless, caption: '' }, content };
}

/** The table with the caption that a paragraph under it is; null for any other paragraph, and where it has one already. */
export function captioned(table: BlockJson | undefined, below: Paragraph, reading: Reading): BlockOf<'table'> | null {
  if (table?.type !== 'table' || !table.attrs || table.attrs.caption !== '') return null;
  if (!sourceOf(below, reading).startsWith(CAPTION) || below.children.some(({ type }) => type !== 'text')) return null;
  const caption = inlineText(readInline(below.children, reading)).slice(CAPTION.length);
  return v.is(blockAttributes.table.caption.schema, caption) ? { ...table, attrs: { ...table.attrs, caption } } : null;
}

function readCell({ children }: TableCell, reading: Reading): Cell {
  const runs: PhrasingContent[][] = [[]];
  for (let at = 0; at < children.length; at++) {
    const node = children[at] as PhrasingContent;
    if (isBreak(node) && isBreak(children[at + 1])) {
      runs.push([]);
      at++;
    } else runs.at(-1)?.push(node);
  }
  return cellOf(runs.map((run) => readInline(run, reading)).filter((content) => content.length > 0));
}

const isBreak = (node: PhrasingContent | undefined): boolean => node?.type === 'html' && /^<br\s*>$/iu.test(node.value);

const cellOf = (paragraphs: readonly InlineJson[][]): Cell => ({
  type: 'tableCell',
  content: paragraphs.length > 0 ? paragraphs.map((content) => ({ type: 'paragraph', content })) : [{ type: 'paragraph' }],
});

const isEmpty = ({ content }: Cell): boolean => (content ?? []).every((paragraph) => (paragraph.content ?? []).length === 0);
