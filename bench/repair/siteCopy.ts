/** Lines that sites print around a story, in one language. `{headline}`, `{section}`, `{Name}` and `{role}` are filled. */
export interface SiteCopy {
  headlines: readonly string[];
  /** What a site printed; of each kind the lines in `tuned` were read while the kinds were made; those in `heldOut` were written afterwards. */
  lines: Readonly<Record<LineKind, { tuned: readonly string[]; heldOut: readonly string[] }>>;
  /** Under a quotation: who said it. */
  attributions: { tuned: readonly string[]; heldOut: readonly string[] };
  /** Lines of a story that look like those of a site, and are none. */
  lookalikes: readonly string[];
}
export type LineKind = 'breadcrumb' | 'share bar' | 'advertisement' | 'newsletter' | 'frame of the page' | 'previous or next';

/** The lines of a text. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
