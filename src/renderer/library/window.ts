export interface Slice {
  from: number;
  /** Not included. */
  to: number;
}

/** Rows drawn beyond what can be seen, on either side. */
const SPARE = 6;

/** Where each row of a list begins, and at last where the list ends; in pixels. */
export function topsOf(heights: readonly number[]): readonly number[] {
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  return tops;
}

/** Which rows of a long list are drawn; `tops` as `topsOf` gives them. */
export function visibleRows(scrollTop: number, height: number, tops: readonly number[]): Slice {
  const count = tops.length - 1;
  const from = Math.max(0, rowAt(tops, scrollTop) - SPARE);
  const to = Math.min(count, rowAt(tops, scrollTop + height) + 1 + SPARE);
  return { from, to: Math.max(from, to) };
}

/** Where to scroll so that a row can be seen whole: unchanged when it already can. */
export function scrolledTo(row: number, scrollTop: number, height: number, tops: readonly number[]): number {
  const [top, end] = [tops[row] ?? 0, tops[row + 1] ?? 0];
  if (top < scrollTop) return top;
  return end > scrollTop + height ? end - height : scrollTop;
}

/** The row at a height: the last that begins there or above. */
function rowAt(tops: readonly number[], y: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
