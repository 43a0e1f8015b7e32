/** How many of each group are drawn when so many may be in all: the first groups first. */
export function drawnOf(wanted: readonly number[], most: number): readonly number[] {
  let left = most;
  return wanted.map((count) => {
    const drawn = Math.min(left, count);
    left -= drawn;
    return drawn;
  });
}
