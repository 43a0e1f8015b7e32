import * as v from 'valibot';
import { isoDate } from '../../core/article/fields';

const TYPED = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2})[:.](\d{2}))?$/u;
const two = (number: number) => String(Math.abs(number)).padStart(2, '0');

/** An instant as the writer's clock shows it: `2026-03-01 18:30`. */
export function showInstant(instant: string | null): string {
  if (instant === null) return '';
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment `at` by the writer's clock, with its offset, to the minute (RFC 3339 section 5.6). */
export function toInstant(at: Date): string {
  const offset = -at.getTimezoneOffset();
  const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`;
  return `${showInstant(at.toISOString()).replace(' ', 'T')}${zone}`;
}

/** The instant that a writer typed by their own clock; null for a blank field. */
export function readInstant(typed: string): { value: string | null } | { problem: string } {
  const text = typed.trim();
  if (text === '') return { value: null };
  const [, date, hours = '0', minutes = '00'] = TYPED.exec(text) ?? [];
  if (date === undefined || !v.is(isoDate, date) || Number(hours) > 23 || Number(minutes) > 59) {
    return { problem: 'Write it as 2026-03-01 18:30.' };
  }
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { value: toInstant(new Date(year, month - 1, day, Number(hours), Number(minutes))) };
}

/** The calendar date that a writer typed; null for a blank field. */
export function readDate(typed: string): { value: string | null } | { problem: string } {
  const text = typed.trim();
  if (text === '') return { value: null };
  return v.is(isoDate, text) ? { value: text } : { problem: 'Write the date as 2026-03-01.' };
}

/** Today by the writer's clock. */
export function today(now: Date): string {
  return showInstant(now.toISOString()).slice(0, 10);
}

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A stored date as it is read: `2026-02-10` is “10 February 2026”. */
export const dayInWords = (date: string): string => inWords.format(new Date(`${date}T00:00:00Z`));
