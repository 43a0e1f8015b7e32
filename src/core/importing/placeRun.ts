import { seriesOf } from '../series/neighbours';
import { settle } from '../series/settle';
import type { Series, SeriesEntry } from '../series/series';
import type { Run, RunEntry } from './runs';

/** What became of a run. */
export interface PlacedRun {
  all: Series[];
  /** The series that it stands in now; null where it makes none. */
  series: Series | null;
  /** Titles of articles of the library beside which it could not be put, because another piece stands there. */
  apart: readonly string[];
}

/**
 * Puts a run of new articles among the series of the library: at the open end of the series that it goes on from, between two
 * pieces that stand side by side, or as a series of its own. No series of the library is joined, cut or put into another order.
 */
export function placeRun(all: readonly Series[], run: Run, newId: string): PlacedRun {
  const home = homeOf(all, run);
  if (home) {
    const series = { ...home.series, entries: home.series.entries.toSpliced(home.at, 0, ...home.entries) };
    return { all: all.map((one) => (one.id === series.id ? series : one)), series, apart: [] };
  }
  const apart: string[] = [];
  const entries = run.entries.flatMap(({ entry, instead }): SeriesEntry[] => {
    if (!('article' in entry) || !seriesOf(all, entry.article)) return [entry];
    if (instead) apart.push(instead.title);
    return instead ? [instead] : [];
  });
  const made = settle([{ id: newId, name: run.name, entries }])[0] ?? null;
  return { all: made ? [...all, made] : [...all], series: made, apart };
}

/** Where in a series of the library the new entries belong, if that is certain. */
function homeOf(all: readonly Series[], { name, entries }: Run): { series: Series; at: number; entries: SeriesEntry[] } | null {
  const standing = entries.flatMap((one, index) => {
    const series = 'article' in one.entry ? seriesOf(all, one.entry.article) : null;
    return series ? [{ index, series, at: series.entries.findIndex((entry) => same(entry, one)) }] : [];
  });
  const [first, second, ...more] = standing;
  if (!first || more.length > 0 || (name !== null && first.series.name !== null && name !== first.series.name)) return null;
  const last = entries.length - 1;
  const given = entries.map(({ entry }) => entry);
  if (second) {
    const between = first.index === 0 && second.index === last && first.series === second.series && second.at === first.at + 1;
    return between ? { series: first.series, at: second.at, entries: given.slice(1, -1) } : null;
  }
  if (first.index === 0 && first.at === first.series.entries.length - 1)
    return { series: first.series, at: first.at + 1, entries: given.slice(1) };
  return first.index === last && first.at === 0 ? { series: first.series, at: 0, entries: given.slice(0, -1) } : null;
}

const same = (entry: SeriesEntry, { entry: other }: RunEntry): boolean =>
  'article' in entry && 'article' in other && entry.article === other.article;
