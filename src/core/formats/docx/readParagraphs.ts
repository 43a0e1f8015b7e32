import { child, elementsOf, textIn, valOf, type XmlElement } from './readXml';
import type { Piece } from './piece';
import { readRuns } from './readRuns';
import type { RunReading } from './runReading';
import type { Role } from './readStyles';
import { STEP } from './wordDocument';

/** A paragraph as the document has it. */
export interface Para {
  kind: 'paragraph';
  role: Role | null;
  pieces: Piece[];
  list: { id: string; level: number } | null;
  /** How many levels of a list it stands in, where it only continues one. */
  indent: number;
}
export interface TableItem {
  kind: 'table';
  box: boolean;
  headerRow: boolean;
  /** Rows of cells of paragraphs and tables. */
  rows: Item[][][];
}
export type Item = Para | TableItem;

/** Paragraphs and tables inside an element, in order; what a tracked change took away whole is in `removed`. */
export function readItems(of: XmlElement, reading: RunReading, removed: string[]): Item[] {
  const items: Item[] = [];
  // The end of a paragraph that was deleted: what follows belongs to it.
  let joined: Para | null = null;
  const visit = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:p': {
        const { para, boxes, gone } = readParagraph(element, reading);
        if (gone !== null && para.pieces.length === 0 && joined === null) removed.push(gone);
        else if (gone !== null) noteAtEnd(joined ?? para, para, gone);
        const endGone: boolean = child(child(child(element, 'w:pPr'), 'w:rPr'), 'w:del') !== null;
        if (joined) joined.pieces.push(...para.pieces);
        else items.push(para);
        joined = endGone ? (joined ?? para) : null;
        for (const box of boxes) elementsOf(box).forEach(visit);
        return;
      }
      case 'w:tbl':
        joined = null;
        return void items.push(readTable(element, reading, removed));
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
      case 'mc:Choice':
        return elementsOf(element).forEach(visit);
      case 'mc:AlternateContent': {
        const one = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
        return one ? elementsOf(one).forEach(visit) : undefined;
      }
      case 'w:commentRangeStart':
        return void reading.open.add(element.attrs['w:id'] ?? '');
      case 'w:commentRangeEnd':
        return void reading.open.delete(element.attrs['w:id'] ?? '');
    }
  };
  elementsOf(of).forEach(visit);
  return items;
}

function noteAtEnd(into: Para, own: Para, note: string): void {
  const target = own.pieces.length > 0 ? own : into;
  const last = target.pieces.at(-1);
  if (last) target.pieces[target.pieces.length - 1] = { ...last, notes: [...last.notes, note] };
}

function readParagraph(element: XmlElement, reading: RunReading): { para: Para; boxes: XmlElement[]; gone: string | null } {
  const properties = child(element, 'w:pPr');
  const style = reading.styles.of(valOf(properties, 'w:pStyle'));
  const own = child(properties, 'w:numPr');
  const list = own
    ? { id: valOf(own, 'w:numId') ?? style.list?.id ?? '0', level: Number(valOf(own, 'w:ilvl') ?? 0) }
    : style.list;
  const left = Number(child(properties, 'w:ind')?.attrs['w:left'] ?? child(properties, 'w:ind')?.attrs['w:start'] ?? 0);
  const { pieces, boxes, removed } = readRuns(element, reading);
  // A line under nothing is how word processors draw a break.
  const ruled = child(properties, 'w:pBdr') !== null && textIn(element).trim() === '' && pieces.length === 0;
  return {
    para: {
      kind: 'paragraph',
      role: ruled ? 'ThematicBreak' : style.role,
      pieces,
      list: list && list.id !== '0' ? { ...list, level: Math.min(Math.max(list.level || 0, 0), 8) } : null,
      indent: Math.max(0, Math.round(left / STEP)),
    },
    boxes,
    gone: removed,
  };
}

function readTable(element: XmlElement, reading: RunReading, removed: string[]): TableItem {
  const style = valOf(child(element, 'w:tblPr'), 'w:tblStyle');
  const rows = rowsOf(element);
  const marked = child(child(rows[0], 'w:trPr'), 'w:tblHeader') !== null;
  const styled = /^(?:1|true|on)$/u.test(child(child(element, 'w:tblPr'), 'w:tblLook')?.attrs['w:firstRow'] ?? '');
  return {
    kind: 'table',
    box: style === 'FactBox',
    headerRow: marked || (!reading.ours && styled),
    rows: rows.map((row) => rowsOf(row, 'w:tc').flatMap((cell) => [readItems(cell, reading, removed), ...besides(cell)])),
  };
}

/** The squares that a wide cell covers: every cell of an article is one square. */
function besides(cell: XmlElement): Item[][] {
  const span = Number(valOf(child(cell, 'w:tcPr'), 'w:gridSpan') ?? 1);
  return Array.from({ length: Math.min(Math.max(span || 1, 1), 100) - 1 }, () => []);
}

/** Rows of a table or cells of a row, also where a control holds them; one that was deleted is not there any more. */
function rowsOf(of: XmlElement, name = 'w:tr'): XmlElement[] {
  return elementsOf(of).flatMap((each) => {
    if (each.name === name) return child(child(each, 'w:trPr'), 'w:del') ? [] : [each];
    return ['w:sdt', 'w:sdtContent', 'w:customXml'].includes(each.name) ? rowsOf(each, name) : [];
  });
}
