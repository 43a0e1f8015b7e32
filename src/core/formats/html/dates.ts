const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** A calendar date in words of the language (Gregorian, as news is dated); English where the language has none. */
export function dayInWords(isoDate: string, language: string): string {
  let format = dayFormats.get(language);
  if (!format) {
    // A second choice, so that an unknown language never shows dates as this machine happens to write them.
    format = new Intl.DateTimeFormat([language, 'en-GB'], { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' });
    dayFormats.set(language, format);
  }
  return format.format(new Date(`${isoDate}T00:00:00Z`));
}

/** An instant as its own clock showed it: day in words, hours and minutes, offset. */
export function instantInWords(isoInstant: string, language: string): string {
  const [day = '', rest = ''] = isoInstant.split('T');
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/u.exec(rest)?.[0] ?? 'Z';
  return `${dayInWords(day, language)}, ${rest.slice(0, 5)} ${offset === 'Z' ? 'UTC' : `UTC${offset}`}`;
}
