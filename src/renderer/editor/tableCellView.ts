import type { EditorView, NodeView } from '@tiptap/pm/view';

/**
 * A cell of a table: a heading of its column in the first row of a table with a heading row. The table draws itself anew when that
 * may have become another (`headingsMayMove`).
 */
export function tableCellView(view: EditorView, getPos: () => number | undefined): NodeView {
  const dom = document.createElement(headsColumn(view, getPos()) ? 'th' : 'td');
  if (dom.tagName === 'TH') dom.scope = 'col';
  return { dom, contentDOM: dom };
}

function headsColumn(view: EditorView, pos: number | undefined): boolean {
  if (pos === undefined) return false;
  const $cell = view.state.doc.resolve(pos);
  const table = $cell.depth > 1 ? $cell.node(-1) : null;
  return table?.type.name === 'table' && table.attrs['headerRow'] === true && $cell.index(-1) === 0;
}
