import { isPinned, type Version } from './version';

/** A sitting shows one version for so long, in milliseconds. */
const SLOT_MS = 5 * 60_000;

/**
 * The versions that a timeline shows: of each sitting and day the last, and before it the last of every five minutes; always those
 * of which somebody has said something, and the first there is.
 */
export function timeline<V extends Version>(versions: readonly V[]): V[] {
  return versions.filter((version, at) => {
    const next = versions[at + 1];
    if (at === 0 || !next || isPinned(version)) return true;
    return next.sitting !== version.sitting || next.day !== version.day || slotOf(next) !== slotOf(version);
  });
}

const slotOf = ({ savedAt }: Version): number => Math.floor(savedAt / SLOT_MS);
