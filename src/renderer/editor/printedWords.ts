import type { Fields } from '../../core/article/fields';

/** The few words that a page prints by itself, by language of the article. */
const printed: Readonly<Record<string, { by: string; readAlso: string }>> = {
  en: { by: 'By', readAlso: 'Read also' },
  fr: { by: 'Par', readAlso: 'À lire aussi' },
  de: { by: 'Von', readAlso: 'Lesen Sie auch' },
  es: { by: 'Por', readAlso: 'Lea también' },
  it: { by: 'Di', readAlso: 'Leggi anche' },
  pt: { by: 'Por', readAlso: 'Leia também' },
  nl: { by: 'Door', readAlso: 'Lees ook' },
};
const primary = (language: string): string => language.split('-')[0]?.toLowerCase() ?? '';

/** How a "read also" begins in a language; empty where Stet does not know it. */
export const readAlso = (language: string): string => printed[primary(language)]?.readAlso ?? '';

/** `By Ana Ruiz and Tom Falk`; empty without names. */
export function bylineText(byline: Fields['byline'], language: string): string {
  if (byline.length === 0) return '';
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(byline.map(({ name }) => name));
  const by = printed[primary(language)]?.by;
  return by === undefined ? names : `${by} ${names}`;
}

/** `HALDEN, 3 March`; the year stands only when it is not this one. */
export function datelineText(dateline: Fields['dateline'], language: string, today = new Date()): string {
  if (dateline === null) return '';
  const place = dateline.place.toLocaleUpperCase(language);
  if (dateline.date === null) return place;
  const date = new Date(`${dateline.date}T00:00:00Z`);
  const year = date.getUTCFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC', ...year }).format(date);
  return [place, day].filter(Boolean).join(', ');
}

/** `3 March 2026`: the day of a date or of an instant, by the writer's clock. */
export function dayText(at: string, language: string): string {
  const zoned = at.includes('T') ? {} : ({ timeZone: 'UTC' } as const);
  const form = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', ...zoned });
  return form.format(new Date(at.includes('T') ? at : `${at}T00:00:00Z`));
}

/** Whether a language is written from right to left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'].includes(script) ? 'rtl' : 'ltr';
}
