const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

// Making one takes longer than drawing the line that it stands in.
const thisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const anyYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const dayOf = (time: number) => new Date(time).setHours(0, 0, 0, 0);

/** The same in the middle of a sentence: "12 min ago", "yesterday", "on 4 Mar". */
export function ago(time: number, now: number): string {
  const text = when(time, now);
  if (text === 'now' || text === 'yesterday') return text === 'now' ? 'just now' : text;
  return /^\d+ (min|h)$/u.test(text) ? `${text} ago` : `on ${text}`;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A moment as one names it: "14:05" on the same day, "4 Mar", "4 Mar 2024". Times in milliseconds. */
export function momentInWords(time: number, now: number): string {
  if (dayOf(time) === dayOf(now)) return clock.format(time);
  return (new Date(time).getFullYear() === new Date(now).getFullYear() ? thisYear : anyYear).format(time);
}

/** When something was edited, as a colleague would say it: "now", "12 min", "3 h", "yesterday", "4 Mar", "4 Mar 2024". Times in milliseconds. */
export function when(time: number, now: number): string {
  const ago = now - time;
  if (ago < MINUTE && ago > -MINUTE) return 'now';
  if (ago > 0 && ago < HOUR) return `${Math.floor(ago / MINUTE)} min`;
  // Rounded, because a day has 23 or 25 hours twice a year.
  const days = Math.round((dayOf(now) - dayOf(time)) / (24 * HOUR));
  if (ago > 0 && days === 0) return `${Math.floor(ago / HOUR)} h`;
  if (days === 1) return 'yesterday';
  return (new Date(time).getFullYear() === new Date(now).getFullYear() ? thisYear : anyYear).format(time);
}
