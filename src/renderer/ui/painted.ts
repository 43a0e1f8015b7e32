/** A window that is out of sight paints nothing; then it is gone on after so many milliseconds. */
const AT_MOST_MS = 100;

/** Resolves when what was just changed has been painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, AT_MOST_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // The task after a frame's callbacks runs when that frame has been painted.
      setTimeout(resolve, 0);
    });
  });
