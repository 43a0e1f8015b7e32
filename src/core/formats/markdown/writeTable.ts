import type { BlockOf } from '../../document/json';
import { escapeAttribute } from './escape';
import { CAPTION } from './signs';
import { writeCell } from './writeInline';

/**
 * A table of GFM (section 4.10), and under it its caption. Such a table has to begin with a heading row: one of empty cells
 * stands over a table without. The paragraphs of a cell are parted by two `<br>`.
 */
export function writeTable({ attrs, content = [] }: BlockOf<'table'>): string {
  const { headerRow = true, caption = '' } = attrs ?? {};
  const rows = content.map(({ content: cells = [] }) =>
    cells.map((cell) => (cell.content ?? []).map((paragraph) => writeCell(paragraph.content)).join('<br><br>')),
  );
  const width = rows[0]?.length ?? 1;
  const [head = [], ...body] = headerRow ? rows : [Array<string>(width).fill(''), ...rows];
  const lines = [head, Array<string>(width).fill('---'), ...body].map((cells) => `| ${cells.join(' | ')} |`);
  return [lines.join('\n'), ...(caption === '' ? [] : [`${CAPTION}${escapeAttribute(caption)}`])].join('\n\n');
}
