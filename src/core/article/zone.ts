import * as v from 'valibot';

/** How names of the time zone database look; what lies behind one is known only where it is shown. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,3}$/u;

/**
 * A name in the form of the IANA time zone database. A zone that this machine has never heard of is still a name:
 * an article written where it is known must open where it is not.
 */
export const zoneName = v.pipe(v.string(), v.maxLength(64), v.regex(ZONE_NAME, 'must be a time zone such as Europe/Berlin'));

/** True for a zone whose clock this machine knows. */
export function isKnownZone(zone: string): boolean {
  if (!v.is(zoneName, zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false; // RangeError is how Intl says "not a zone"
  }
}

/** The zones that this machine names, in order of the alphabet, and UTC. */
export function allZones(): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}
