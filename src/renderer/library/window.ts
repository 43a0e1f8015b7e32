export interface Slice {
  from: number;
  /** Not included. */
  to: number;
}

/** Rows drawn beyond what can be seen, on either side. */
const SPARE = 6;

/** Which rows of a long list are drawn; heights and positions in pixels. */
export function visibleRows(scrollTop: number, height: number, rowHeight: number, count: number): Slice {
  const from = Math.max(0, Math.min(Math.floor(scrollTop / rowHeight), count) - SPARE);
  const to = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + SPARE);
  return { from, to: Math.max(from, to) };
}

/** Where to scroll so that a row can be seen whole: unchanged when it already can. */
export function scrolledTo(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop;
}
