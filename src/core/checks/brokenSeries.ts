import { fingerprintOf } from '../repair/findings';
import type { Check } from './check';

/** A series of this article with an entry that is in the trash or gone: previous and next pass over it. */
export const brokenSeries: Check = {
  name: 'broken series',
  of: 'article',
  find: (_doc, _page, { surroundings }) => {
    const series = surroundings?.series;
    if (!surroundings || !series) return [];
    return series.entries.flatMap((entry, at) => {
      if (!('article' in entry)) return [];
      const other = surroundings.articles[entry.article];
      if (other?.trashed === false) return [];
      const name = series.name === null ? 'the series' : `the series “${series.name}”`;
      const message = other
        ? `Part ${at + 1} of ${name}, “${other.headline.trim() || 'without a headline'}”, is in the trash. Restore it, or take it out of the series.`
        : `Part ${at + 1} of ${name} is no longer in the library. Take it out of the series.`;
      return [
        {
          kind: 'broken series',
          level: 'warning' as const,
          message,
          fixes: [
            ...(other ? [{ title: 'Restore it', restore: entry.article }] : []),
            { title: 'Take it out of the series', leaveSeries: entry.article },
          ],
          fingerprint: fingerprintOf('broken series', entry.article, '', ''),
        },
      ];
    });
  },
};
