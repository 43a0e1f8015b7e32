import { isKnownZone } from './zone';

/** What the clocks of a zone show: `2026-03-29`, `06:00`, and how far they are from UTC, `+02:00`. */
export interface WallTime {
  date: string;
  time: string;
  offset: string;
}

const MINUTE_MS = 60_000;
/** More than any zone's clocks have ever been apart from UTC or been moved. */
const DAY_MS = 24 * 60 * MINUTE_MS;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The clock of a zone; that of UTC for a zone that this machine does not know. */
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-u-ca-iso8601', {
      timeZone: isKnownZone(zone) ? zone : 'UTC',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** Milliseconds by which the clocks of a zone are ahead of UTC at a moment. */
function aheadAt(at: number, zone: string): number {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type) ?? 0);
  const shown = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return shown - Math.floor(at / 1000) * 1000;
}

/** What the clocks of `zone` show at an instant, to the minute; those of UTC where this machine does not know the zone. */
export function wallTime(instant: string | number, zone: string): WallTime {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  const ahead = aheadAt(at, zone);
  const [date = '', time = ''] = new Date(at + ahead).toISOString().split('T');
  return { date, time: time.slice(0, 5), offset: offsetOf(ahead) };
}

/**
 * The instants at which the clocks of `zone` show this date and time (`2026-03-29`, `02:30`), in order, each with its
 * offset (RFC 3339): one as a rule, none in the hour that is skipped when clocks go forward, two where they go back.
 */
export function instantsAt(date: string, time: string, zone: string): readonly string[] {
  const shown = Date.parse(`${date}T${time}:00Z`);
  // The clocks' distance from UTC a day before and after is every distance that they can have in between.
  const distances = new Set([aheadAt(shown - DAY_MS, zone), aheadAt(shown + DAY_MS, zone)]);
  return [...distances]
    .filter((ahead) => aheadAt(shown - ahead, zone) === ahead)
    .sort((a, b) => b - a)
    .map((ahead) => `${date}T${time}${offsetOf(ahead)}`);
}

/** The next minute that the clocks of `zone` do show where they skip over this one: `03:00` for a skipped `02:30`. */
export function afterGap(date: string, time: string, zone: string): WallTime {
  const shown = Date.parse(`${date}T${time}:00Z`);
  const before = aheadAt(shown - DAY_MS, zone);
  // The clocks go forward at the last moment before `shown` that still has the distance of the day before.
  let low = shown - DAY_MS - before;
  let high = shown + DAY_MS - before;
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (aheadAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return wallTime(high, zone);
}

function offsetOf(ahead: number): string {
  const minutes = Math.round(ahead / MINUTE_MS);
  const two = (number: number) => String(Math.abs(number)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}
