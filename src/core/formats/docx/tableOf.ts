import type { BlockJson, BlockOf } from '../../document/json';

type Paragraph = BlockOf<'paragraph'>;
const empty: Paragraph = { type: 'paragraph' };

/** True for cells of a table of words; pictures or tables in it mean that it lays out a page. */
export const areWords = (rows: readonly (readonly (readonly BlockJson[])[])[]): rows is Paragraph[][][] =>
  rows.flat(2).every((block) => block.type === 'paragraph');

/** A table with these paragraphs in its cells, row by row; null where no row has a cell. */
export function tableOf(rows: readonly (readonly Paragraph[][])[], attrs: BlockOf<'table'>['attrs']): BlockOf<'table'> | null {
  const content = rows
    .filter((cells) => cells.length > 0)
    .map((cells): BlockOf<'tableRow'> => ({
      type: 'tableRow',
      content: cells.map((blocks) => ({ type: 'tableCell', content: blocks.length > 0 ? blocks : [empty] })),
    }));
  return content.length > 0 ? { type: 'table', attrs, content } : null;
}

type InBox = NonNullable<BlockOf<'factBox'>['content']>;

/** A fact box with these blocks in it; null where one of them cannot stand in any. */
export function boxOf(title: string, blocks: readonly BlockJson[]): BlockOf<'factBox'> | null {
  if (!blocks.every(({ type }) => ['paragraph', 'bulletList', 'orderedList'].includes(type))) return null;
  return { type: 'factBox', attrs: { title }, content: blocks.length > 0 ? (blocks as InBox) : [empty] };
}
