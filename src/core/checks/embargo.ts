import type { Fields } from '../article/fields';
import { fingerprintOf } from '../repair/findings';
import type { Check } from './check';
import type { Level } from './finding';

const name = 'embargo';
const NEAR = 24 * 3_600_000;

/** An embargo that is not over although the article is out (an error), that ends within a day, or that is over. */
export const embargo: Check = {
  name,
  of: 'article',
  find: ({ attrs: { embargo: until, status } }, _page, { now }) => {
    if (until === null || now === null) return [];
    const left = Date.parse(until.instant) - now;
    const [level, message] = told(left, status, clock(until)) ?? [];
    if (!level || !message) return [];
    return [
      { kind: name, level, message, field: 'embargo', fingerprint: fingerprintOf(name, until.instant, message.slice(0, 12), '') },
    ];
  },
};

function told(left: number, status: Fields['status'], until: string): [Level, string] | null {
  if (status === 'killed') return null;
  if (left > 0 && status === 'published')
    return ['error', `Marked as published, but under embargo until ${until}. Take it back, or correct one of the two.`];
  if (left > 0 && left <= NEAR) return ['warning', `Under embargo until ${until}.`];
  return left <= 0 && status !== 'published' ? ['hint', `The embargo ended on ${until}: it may go out.`] : null;
}

/** The end by the clock that it was agreed by. */
function clock({ instant, zone }: NonNullable<Fields['embargo']>): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  return `${format.format(Date.parse(instant))} (${zone.replace(/_/gu, ' ')})`;
}
