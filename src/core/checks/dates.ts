import type { Fields } from '../article/fields';
import { touches } from '../quotes/verbatim';
import type { TextPart } from '../repair/page';
import { atPart } from './atPart';
import type { Check } from './check';
import { datesIn, dateWordsOf, type WrittenDate } from './data/dates';
import type { Finding } from './finding';

const name = 'date that cannot be';
const DAY = 86_400_000;
/** Before it (the Gregorian calendar's start in Britain) weekdays were counted otherwise in one country or another. */
const FIRST_YEAR = 1753;

/** "Wednesday 3 March 2026" that was a Tuesday, and "31 June". Without a year the article's own date says which is meant. */
export const dates: Check = {
  name,
  of: 'text',
  find: (doc, { parts, language, verbatim }) => {
    const anchor = anchorOf(doc.attrs);
    return parts.flatMap((part) =>
      datesIn(part.readable, language).flatMap((date) => {
        const inQuotation = touches(verbatim[part.index] ?? [], date.from, date.to);
        return findingsOf(part, date, language, anchor).map((finding) => (inQuotation ? { ...finding, quoted: true } : finding));
      }),
    );
  },
};

/** The day that the article itself is about, in UTC milliseconds; null where no field says it. */
function anchorOf({ dateline, publishedAt }: Pick<Fields, 'dateline' | 'publishedAt'>): number | null {
  const text = dateline?.date ?? publishedAt;
  return text === null ? null : Date.parse(text.slice(0, 10));
}

function findingsOf(part: TextPart, date: WrittenDate, language: string, anchor: number | null): Finding[] {
  const { from, to, day, month, weekday } = date;
  const written = part.text.slice(weekday?.to ?? from, to).replace(/^,?\s+/u, '');
  // Without a year the 29th of February may be that of any leap year.
  const lastDay = new Date(Date.UTC(date.year ?? 2000, month + 1, 0)).getUTCDate();
  if (day === 0 || day > 31) return [];
  if (day > lastDay) return [atPart(part, from, to, name, 'hint', `There is no ${written}: that month has ${lastDay} days.`)];
  const year = date.year ?? (anchor === null ? null : nearestYear(day, month, anchor));
  const names = dateWordsOf(language)?.weekdays ?? [];
  if (!weekday || year === null || year < FIRST_YEAR || year > 2200) return [];
  const real = new Date(Date.UTC(year, month, day)).getUTCDay();
  if (real === weekday.index) return [];
  // "Monday 3 March" of a year ago or to come is an ordinary thing to write.
  if (
    date.year === null &&
    [year - 1, year + 1].some((other) => new Date(Date.UTC(other, month, day)).getUTCDay() === weekday.index)
  )
    return [];
  const right = cased(names[real]?.split('|')[0] ?? '', part.text.slice(weekday.from, weekday.to));
  return [
    {
      ...atPart(
        part,
        from,
        to,
        name,
        'hint',
        `${written}${date.year === null ? ` ${year}` : ''} is a ${right}, not a ${part.text.slice(weekday.from, weekday.to)}.`,
      ),
      choices: [
        choice(part, date, weekday, right),
        ...sameWeek(day, lastDay, weekday.index - real).map((other) => choice(part, date, date.dayAt, String(other))),
      ],
    },
  ];
}

function choice(part: TextPart, { from, to }: WrittenDate, at: { from: number; to: number }, content: string) {
  return {
    before: part.text.slice(from, to),
    after: part.text.slice(from, at.from) + content + part.text.slice(at.to, to),
    edits: [{ path: part.path, attribute: part.attribute, from: at.from, to: at.to, content }],
  };
}

/** The day nearest to the one written that has the weekday written, if it is in the same month. */
function sameWeek(day: number, lastDay: number, difference: number): number[] {
  const nearest = ((difference + 10) % 7) - 3;
  const other = day + nearest;
  return other >= 1 && other <= lastDay ? [other] : [];
}

function nearestYear(day: number, month: number, anchor: number): number {
  const year = new Date(anchor).getUTCFullYear();
  const away = (each: number) => Math.abs(Date.UTC(each, month, day) - anchor) / DAY;
  return [year - 1, year, year + 1].reduce((best, each) => (away(each) < away(best) ? each : best));
}

const cased = (word: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
