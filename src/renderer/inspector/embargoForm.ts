import * as v from 'valibot';
import { isoDate, type Fields } from '../../core/article/fields';
import { afterGap, instantsAt, wallTime } from '../../core/article/wallTime';
import { allZones, isKnownZone } from '../../core/article/zone';
import { fold } from '../state/fold';

/** An embargo as a writer fills it in: by the clocks of a zone. */
export interface EmbargoForm {
  date: string;
  time: string;
  zone: string;
  /** Of an hour that comes twice because clocks go back, the first or the second. */
  turn: 'first' | 'second';
}

export type EmbargoReading = { embargo: NonNullable<Fields['embargo']>; twice: boolean } | { problem: string };

/** The zone of this computer's clock. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `6:30`, `06.30` and `6` as `06:30`; null for what is no time of day. */
export function readTime(typed: string): string | null {
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[:.h](\d{2}))?$/u.exec(typed.trim()) ?? [];
  return hours === '' || Number(hours) > 23 || Number(minutes) > 59 ? null : `${hours.padStart(2, '0')}:${minutes}`;
}

/** A stored embargo as its form; one that shows the second of two equal hours says so. */
export function formOf(embargo: NonNullable<Fields['embargo']>): EmbargoForm {
  const { date, time } = wallTime(embargo.instant, embargo.zone);
  const [first, second] = isKnownZone(embargo.zone) ? instantsAt(date, time, embargo.zone) : [];
  const at = Date.parse(embargo.instant);
  const isFirst = first !== undefined && second !== undefined && Math.abs(Date.parse(first) - at) < 60_000;
  return { date, time, zone: embargo.zone, turn: isFirst ? 'first' : 'second' };
}

/** What a form means, or in one sentence why it means nothing yet. An hour that comes twice is taken by `turn`. */
export function readEmbargo({ date, time, zone, turn }: EmbargoForm): EmbargoReading {
  if (!isKnownZone(zone))
    return { problem: 'This computer knows no such time zone. Choose one from the list, such as Europe/Berlin.' };
  if (!v.is(isoDate, date.trim())) return { problem: 'Write the date as 2026-03-01.' };
  const clock = readTime(time);
  if (clock === null) return { problem: 'Write the time as 18:30.' };
  const found = instantsAt(date.trim(), clock, zone);
  const instant = turn === 'first' ? found[0] : found.at(-1);
  if (instant === undefined) {
    const next = afterGap(date.trim(), clock, zone);
    return {
      problem: `The clocks in ${zone} go forward and never show ${clock} that day. ${next.time} is the next that they show.`,
    };
  }
  return { embargo: { instant, zone }, twice: found.length > 1 };
}

/** The zone that a writer typed: its name in any case, or its city where only one zone has it; null when it is neither. */
export function readZone(typed: string): string | null {
  const wanted = fold(typed.trim()).replace(/[\s-]+/gu, '_');
  if (wanted === '') return null;
  const byName = allZones().find((zone) => fold(zone) === wanted);
  if (byName) return byName;
  const byCity = allZones().filter((zone) => fold(zone.split('/').at(-1) ?? '') === wanted);
  if (byCity.length === 1) return byCity[0] ?? null;
  // Older names (`Asia/Calcutta`) are known and not listed.
  return isKnownZone(typed.trim()) ? typed.trim() : null;
}

/** Zones in whose name a word begins as typed, with how far their clocks are from UTC at `at`; the writer's own first. */
export function suggestZones(typed: string, at: number): readonly { value: string; detail: string }[] {
  const words = fold(typed)
    .split(/[\s_/-]+/u)
    .filter(Boolean);
  const own = ownZone();
  return allZones()
    .filter((zone) => {
      const parts = fold(zone).split(/[_/-]+/u);
      return words.every((word) => parts.some((part) => part.startsWith(word)));
    })
    .sort((a, b) => Number(b === own) - Number(a === own))
    .slice(0, 8)
    .map((value) => ({ value, detail: `UTC${wallTime(at, value).offset}` }));
}

/** `1 March 2026, 06:00`: an instant by the clocks of a zone, in the words of the interface. */
export function momentInWords(instant: string, zone: string): string {
  const { date, time } = wallTime(instant, zone);
  return `${inWords.format(new Date(`${date}T00:00:00Z`))}, ${time}`;
}
const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
