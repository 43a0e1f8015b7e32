/** Days of which the backup is kept, and weeks before them. */
const DAYS = 7;
const WEEKS = 8;

/** The name of the backup that Stet makes by itself on a day (`YYYY-MM-DD`). */
export const dailyName = (day: string): string => `stet-${day}.zip`;

/**
 * Which automatic backups may go: all but those of the newest seven days and, before them, the newest of each of eight weeks. Counted
 * by what is there and not by the clock, so that a clock that jumps takes nothing away; `made`, which was made just now, never goes, and
 * what is dated after it was made before the clock was set back. Names that Stet did not give are left alone.
 */
export function spareBackups(names: readonly string[], made = ''): string[] {
  const dated = names.flatMap((name) => {
    const day = /^stet-(\d{4}-\d{2}-\d{2})\.zip$/u.exec(name)?.[1];
    return day === undefined || Number.isNaN(Date.parse(day)) ? [] : [{ name, day }];
  });
  const newest = dated.find(({ name }) => name === made)?.day ?? '9999-12-31';
  const isAhead = (day: string): boolean => day > newest;
  dated.sort((a, b) => Number(isAhead(a.day)) - Number(isAhead(b.day)) || (a.day < b.day ? 1 : -1));
  const weeks = new Set<number>();
  return dated.slice(DAYS).flatMap(({ name, day }) => {
    const week = weekOf(day);
    if (weeks.has(week) || weeks.size === WEEKS) return [name];
    weeks.add(week);
    return [];
  });
}

/** Weeks since 1970 that begin on a Monday. */
const weekOf = (day: string): number => Math.floor((Date.parse(day) / 86_400_000 + 3) / 7);
