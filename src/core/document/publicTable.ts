import type { BlockOf } from './json';

type Table = BlockOf<'table'>;
type Row = BlockOf<'tableRow'>;
type Cell = BlockOf<'tableCell'>;

const blank: Cell = { type: 'tableCell', content: [{ type: 'paragraph' }] };

/**
 * What the public sees of a table: rows of one length, cells without the table tools' own attributes. A heading row without
 * words heads nothing; a table without any word shows nothing. `paragraphs` gives the public form of a paragraph, or none.
 */
export function publicTable(
  { attrs, content }: Table,
  paragraphs: (of: BlockOf<'paragraph'>) => BlockOf<'paragraph'>[],
): Table[] {
  const given = (content ?? []).map((row) => (row.content ?? []).map((cell) => publicCell(cell, paragraphs)));
  const width = given.reduce((most, cells) => Math.max(most, cells.length), 1);
  const rows = given.map((cells): Row => {
    const missing = Array<Cell>(width - cells.length).fill(blank);
    return { type: 'tableRow', content: [...cells, ...missing] };
  });
  const caption = attrs?.caption.trim() ? attrs.caption : '';
  if (caption === '' && rows.every(isBlank)) return [];
  const [first, ...rest] = rows;
  const headless = attrs?.headerRow === false || first === undefined || isBlank(first);
  const body = headless && attrs?.headerRow !== false && rest.length > 0 ? rest : rows;
  return [{ type: 'table', attrs: { headerRow: !headless, caption }, content: body }];
}

function publicCell({ content }: Cell, paragraphs: (of: BlockOf<'paragraph'>) => BlockOf<'paragraph'>[]): Cell {
  const shown = (content ?? []).flatMap(paragraphs);
  return shown.length > 0 ? { type: 'tableCell', content: shown } : blank;
}

const isBlank = ({ content }: Row): boolean =>
  (content ?? []).every((cell) => (cell.content ?? []).every((paragraph) => (paragraph.content ?? []).length === 0));
