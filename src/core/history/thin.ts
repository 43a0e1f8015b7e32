import { isPinned, type Version } from './version';

/**
 * How sparse history becomes: once a run of `size` versions lies `after` versions back, only its last is kept. Each size divides the
 * next, so that thinning often comes to the same as thinning once.
 */
const LEVELS = [
  { size: 8, after: 64 },
  { size: 64, after: 512 },
  { size: 512, after: 4_096 },
  { size: 4_096, after: 32_768 },
] as const;

/**
 * The versions to keep of `versions`, which are ordered by number: the newest, every pinned one, the first and last of each day and
 * of each sitting, the 64 most recent, and of older ones fewer the longer ago they are. Distance is counted in versions, never in
 * time, so no jump of the clock removes any.
 */
export function thin(versions: readonly Version[]): Version[] {
  const newest = versions.at(-1)?.version ?? 0;
  return versions.filter((version, at) => {
    const [before, after] = [versions[at - 1], versions[at + 1]];
    if (!before || !after || isPinned(version)) return true;
    // A day is a run of versions: a clock that jumps divides runs and so keeps more.
    if ([before, after].some(({ day, sitting }) => day !== version.day || sitting !== version.sitting)) return true;
    return LEVELS.every(({ size, after: distance }) => {
      const run = Math.floor(version.version / size);
      const isOld = newest - ((run + 1) * size - 1) >= distance;
      return !isOld || Math.floor(after.version / size) !== run;
    });
  });
}
