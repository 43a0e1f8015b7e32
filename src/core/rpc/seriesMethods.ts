import * as v from 'valibot';
import { articleId } from '../article/fields';
import { outsidePiece, type Neighbours, type Series } from '../series/series';
import { answers } from './method';
import { nothing, index } from './inputs';

const side = v.picklist(['previous', 'next']);

/** `ask` when the other piece already stands elsewhere in a series: the writer says "move it here" or "join the two". */
export type LinkAnswer = { linked: Series } | { ask: { series: Series; with: string } };

/** Series, and the pieces before and after an article. */
export const seriesMethods = {
  'series.list': answers<readonly Series[]>()(nothing),

  'series.neighbours': answers<{ series: Series | null } & Neighbours>()(v.strictObject({ id: articleId })),

  'series.link': answers<LinkAnswer>()(
    v.strictObject({
      id: articleId,
      side,
      target: v.union([v.strictObject({ article: articleId }), outsidePiece]),
      when: v.picklist(['ask', 'move', 'join']),
    }),
  ),

  /** Takes the link on one side away: the series is cut there. */
  'series.unlink': answers<null>()(v.strictObject({ id: articleId, side })),

  /** Takes an entry out of its series; its neighbours then stand side by side. */
  'series.remove': answers<Series | null>()(v.strictObject({ series: articleId, index })),

  'series.move': answers<Series>()(v.strictObject({ series: articleId, from: index, to: index })),

  'series.rename': answers<Series>()(
    v.strictObject({ series: articleId, name: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(300))) }),
  ),

  /** Puts back the series as they were: the undo of the calls above. */
  'series.restore': answers<null>()(v.strictObject({ series: v.unknown() })),
} as const;
