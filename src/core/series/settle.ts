import * as v from 'valibot';
import { StetError } from '../errors';
import { series, type Series, type SeriesEntry } from './series';

/** The article of an entry; null for a piece outside the library. */
export const articleOf = (entry: SeriesEntry): string | null => ('article' in entry ? entry.article : null);

/** Drops what says nothing: a series without a name that has fewer than two entries. */
export function settle(all: readonly Series[]): Series[] {
  return all.filter((one) => one.name !== null || one.entries.length >= 2);
}

/**
 * Series from outside (an undo, a file), checked against the two laws: an article stands in at most one series and once in it;
 * a series without a name has at least two entries. Errors: `series/invalid`.
 */
export function checkSeries(raw: unknown): Series[] {
  const parsed = v.safeParse(v.array(series), raw);
  if (!parsed.success) throw invalid();
  const seen = new Set<string>();
  for (const key of parsed.output.flatMap((one) => [one.id, ...one.entries.flatMap((entry) => articleOf(entry) ?? [])])) {
    if (seen.has(key)) throw invalid();
    seen.add(key);
  }
  return settle(parsed.output);
}

const invalid = () =>
  new StetError(
    'series/invalid',
    'These series do not fit together, so nothing was changed. Open the article again and link it anew.',
  );

/** The series with this id. Errors: `series/missing`. */
export function seriesById(all: readonly Series[], id: string): Series {
  const found = all.find((one) => one.id === id);
  if (!found)
    throw new StetError('series/missing', 'This series is no longer there. Open the article again to see where it stands now.');
  return found;
}

/** The series with one of them replaced, and what became empty of meaning dropped. */
export function replaced(all: readonly Series[], changed: Series): Series[] {
  return settle(all.map((one) => (one.id === changed.id ? changed : one)));
}
