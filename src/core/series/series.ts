import * as v from 'valibot';
import { articleId } from '../article/fields';
import { line } from '../article/text';
import { safeUrl } from '../article/url';

/** A piece that is not in this library: known by its title and perhaps its address. */
export const outsidePiece = v.strictObject({ title: v.pipe(line(1000), v.minLength(1)), url: v.nullable(safeUrl) });
export type OutsidePiece = v.InferOutput<typeof outsidePiece>;

export const seriesEntry = v.union([v.strictObject({ article: articleId }), outsidePiece]);
export type SeriesEntry = v.InferOutput<typeof seriesEntry>;

/**
 * A named, ordered list of pieces. `name` is null when nobody gave one (only neighbours are known); none is invented.
 * Previous and next are derived from the order, so a fork, a cycle or a one-sided link cannot be stored.
 */
export const series = v.strictObject({
  id: articleId,
  name: v.nullable(v.pipe(line(300), v.minLength(1))),
  entries: v.array(seriesEntry),
});
export type Series = v.InferOutput<typeof series>;

export type Side = 'previous' | 'next';

/** The pieces beside an article; null where there is none. */
export interface Neighbours {
  previous: SeriesEntry | null;
  next: SeriesEntry | null;
}
