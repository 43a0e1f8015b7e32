import * as v from 'valibot';

/** So many days an article stays in the trash before it is deleted for good. */
export const TRASH_DAYS = 30;
/** Days that one look at the trash can add, however far the clock has gone since the last one. */
const MOST_DAYS_A_LOOK = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How long an article was seen in the trash; its days only ever grow by looks on later days, so no jump of a clock makes it old. */
export const trashStay = v.object({
  /** Of this stay: an article that was restored in between begins anew. */
  trashedAt: v.number(),
  /** Days that count. */
  days: v.pipe(v.number(), v.minValue(0)),
  /** The latest day on which it was seen, counted from 1970-01-01 (UTC). */
  lastDay: v.pipe(v.number(), v.integer()),
});
export type TrashStay = v.InferOutput<typeof trashStay>;

/**
 * The stays after a look at the trash at `now` (milliseconds since 1970), and the articles whose time is over: those that counted
 * `TRASH_DAYS` days and were put there that long ago. What left the trash is forgotten. The same object when nothing is new.
 */
export function lookIntoTrash(
  before: Readonly<Record<string, TrashStay>>,
  trashed: readonly { id: string; trashedAt: number }[],
  now: number,
): { stays: Readonly<Record<string, TrashStay>>; over: string[] } {
  const today = Math.floor(now / DAY_MS);
  const stays = Object.fromEntries(
    trashed.map(({ id, trashedAt }) => {
      const known = Object.hasOwn(before, id) ? before[id] : undefined;
      if (known?.trashedAt !== trashedAt) return [id, { trashedAt, days: 0, lastDay: today }];
      if (today <= known.lastDay) return [id, known];
      return [id, { ...known, days: known.days + Math.min(today - known.lastDay, MOST_DAYS_A_LOOK), lastDay: today }];
    }),
  );
  const over = trashed.filter(
    ({ id, trashedAt }) => (stays[id]?.days ?? 0) >= TRASH_DAYS && now - trashedAt >= TRASH_DAYS * DAY_MS,
  );
  const same = trashed.length === Object.keys(before).length && trashed.every(({ id }) => stays[id] === before[id]);
  return { stays: same ? before : stays, over: over.map(({ id }) => id) };
}
