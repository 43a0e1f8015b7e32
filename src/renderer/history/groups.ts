import type { ListedVersion } from '../../core/rpc/historyMethods';

/** One sitting on one day, newest version first. */
export interface SittingGroup {
  sitting: number;
  versions: readonly ListedVersion[];
}

export interface DayGroup {
  day: string;
  /** When the newest of its versions was saved. */
  savedAt: number;
  sittings: readonly SittingGroup[];
}

/** A timeline from the newest version back, by runs of days and sittings: a clock that jumped makes more runs and mixes none. */
export function byDay(versions: readonly ListedVersion[]): DayGroup[] {
  const days: { day: string; savedAt: number; sittings: { sitting: number; versions: ListedVersion[] }[] }[] = [];
  for (const version of [...versions].reverse()) {
    let day = days.at(-1);
    if (day?.day !== version.day) days.push((day = { day: version.day, savedAt: version.savedAt, sittings: [] }));
    let sitting = day.sittings.at(-1);
    if (sitting?.sitting !== version.sitting) day.sittings.push((sitting = { sitting: version.sitting, versions: [] }));
    sitting.versions.push(version);
  }
  return days;
}
