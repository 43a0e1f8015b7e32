import { fieldTitles } from '../../core/article/fieldTitles';
import type { WordChange } from '../../core/history/wordChange';
import type { ListedVersion } from '../../core/rpc/historyMethods';

/** "+120 −15 words"; empty when none came or went. */
export function wordsInWords(change: WordChange | null): string {
  if (!change || (change.added === 0 && change.removed === 0)) return '';
  const parts = [change.added > 0 ? `+${change.added}` : '', change.removed > 0 ? `−${change.removed}` : ''].filter(Boolean);
  return `${parts.join(' ')} ${change.added + change.removed === 1 ? 'word' : 'words'}`;
}

/** What a version changed, in words: "+120 −15 words · Byline, Status". */
export function changeInWords({ words, fields, readable }: ListedVersion): string {
  if (!readable) return 'Damaged on the disk';
  return [wordsInWords(words), fields.map((name) => fieldTitles[name]).join(', ')].filter(Boolean).join(' · ');
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** A time of day by the writer's clock: "14:05". */
export const timeOf = (time: number): string => clock.format(time);

/** A day as a colleague says it: "Today", "Yesterday", "4 March 2026". */
export function dayInWords(time: number, now: number): string {
  const start = (moment: number) => new Date(moment).setHours(0, 0, 0, 0);
  // Rounded, because a day has 23 or 25 hours twice a year.
  const ago = Math.round((start(now) - start(time)) / 86_400_000);
  return ago === 0 ? 'Today' : ago === 1 ? 'Yesterday' : day.format(time);
}

/** A version in the middle of a sentence: "14:05 today", "“To the desk”". */
export function versionInWords({ name, savedAt }: ListedVersion, now: number): string {
  if (name !== null) return `“${name}”`;
  const when = dayInWords(savedAt, now);
  return `${timeOf(savedAt)} ${when === 'Today' || when === 'Yesterday' ? when.toLowerCase() : `on ${when}`}`;
}
