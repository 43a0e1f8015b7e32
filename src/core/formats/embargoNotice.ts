import type { Fields } from '../article/fields';
import { wallTime } from '../article/wallTime';

/** The line over everything that leaves Stet before an embargo is over, and what it is made of. */
export interface EmbargoNotice {
  /** `Embargoed until 1 March 2026, 06:00, Europe/Berlin (UTC+01:00)`. */
  line: string;
  lead: string;
  /** Date and time by the clocks of the zone. */
  time: string;
  zone: string;
  /** How far those clocks are from UTC: `UTC+01:00`. */
  offset: string;
  /** The language of `lead`, where it is not the article's own. */
  foreign: 'en' | null;
}

/** How the line begins, by language. */
const leads: Readonly<Record<string, string>> = {
  en: 'Embargoed until',
  fr: 'Sous embargo jusqu’au',
  de: 'Sperrfrist:',
  es: 'Embargado hasta el',
  it: 'Sotto embargo fino al',
  pt: 'Sob embargo até',
  nl: 'Onder embargo tot',
};

/** Every beginning that the line may have, for those who look for it. */
export const embargoLeads: readonly string[] = Object.values(leads);

/** The line for an article, in its language where Stet has words for it; null where the view tells of no embargo. */
export function embargoNotice({ embargo, language }: Pick<Fields, 'embargo' | 'language'>): EmbargoNotice | null {
  if (embargo === null) return null;
  const known = leads[new Intl.Locale(language).language];
  const lead = known ?? leads.en ?? '';
  const { date, time: hour, offset } = wallTime(embargo.instant, embargo.zone);
  const day = new Intl.DateTimeFormat(known === undefined ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  }).format(new Date(`${date}T00:00:00Z`));
  const time = `${day}, ${hour}`;
  const apart = `UTC${offset === '+00:00' ? '' : offset}`;
  const zone = embargo.zone;
  return {
    line: `${lead} ${time}, ${zone}${zone === apart ? '' : ` (${apart})`}`,
    lead,
    time,
    zone,
    offset: apart,
    foreign: known === undefined ? 'en' : null,
  };
}
