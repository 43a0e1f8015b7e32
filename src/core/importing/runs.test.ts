import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Series } from '../series/series';
import { placeRun } from './placeRun';
import { runsOf, type Named, type Placed, type Run } from './runs';

/** An article `a` is called by its letter; what is longer is a piece outside. */
const named = (title: string | null, sure = true): Named | null =>
  title === null ? null : { article: title.length === 1 ? title : null, sure, piece: { title, url: null } };
const page = (id: string, previous: string | null, next: string | null, more: Partial<Placed> = {}): Placed => ({
  id,
  seriesName: null,
  place: null,
  day: null,
  previous: named(previous),
  next: named(next),
  ...more,
});
const told = (runs: readonly Run[]) =>
  runs
    .map(
      ({ name, entries }) =>
        `${name ?? '-'}: ${entries.map(({ entry }) => ('article' in entry ? entry.article : `“${entry.title}”`)).join(' ')}`,
    )
    .sort();
const runs = (...pages: Placed[]) => told(runsOf(pages).runs);

describe('what pages say of one another', () => {
  test('one side is enough where nobody says otherwise', () => {
    expect(runs(page('a', null, 'b'), page('b', null, null), page('c', 'b', null))).toEqual(['-: a b c']);
  });

  test('pieces that did not come along stand where they were', () => {
    expect(runs(page('a', 'The frost', 'b'), page('b', 'a', 'The thaw'))).toEqual(['-: “The frost” a b “The thaw”']);
  });

  test('a piece that did not come along joins the two that name it', () => {
    expect(runs(page('a', null, 'The frost'), page('b', 'The frost', null))).toEqual(['-: a “The frost” b']);
  });

  test('but not where several name it', () => {
    expect(runs(page('a', null, 'More'), page('b', null, 'More'), page('c', 'More', null))).toEqual([
      '-: a “More”',
      '-: b “More”',
      '-: “More” c',
    ]);
  });

  test('what both say goes before what one says, and the other hears of it', () => {
    const { runs: made, contradictions } = runsOf([page('a', null, 'c'), page('b', null, 'c'), page('c', 'b', null)]);
    expect(told(made)).toEqual(['-: a “c”', '-: b c']);
    expect(contradictions).toMatchObject([{ id: 'a', piece: { title: 'c' } }]);
  });

  test('no circle', () => {
    expect(runs(page('a', 'c', 'b'), page('b', 'a', 'c'), page('c', 'b', 'a'))).toHaveLength(1);
  });

  test('a headline alone tells which piece is meant only when both say so', () => {
    const next = (title: string) => named(title, false);
    expect(runs(page('a', null, null, { next: next('b') }), page('b', null, null, { previous: next('a') }))).toEqual(['-: a b']);
    expect(runs(page('a', null, null, { next: next('b') }), page('b', null, null))).toEqual(['-: a “b”']);
  });

  test('a name alone joins, by number and then by day', () => {
    const ice = (id: string, more: Partial<Placed>) => page(id, null, null, { seriesName: 'Ice', ...more });
    expect(
      runs(ice('a', { place: 2 }), ice('b', { day: '2026-03-01' }), ice('c', { place: 1 }), ice('d', { day: '2026-02-01' })),
    ).toEqual(['Ice: c a d b']);
  });
});

test('the order of any series is found again, wherever its pieces lie in the folder', () => {
  const letters = [...'abcdefghij'];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(letters),
      fc.array(fc.nat({ max: 10 }), { maxLength: 3 }),
      fc.shuffledSubarray(letters, { minLength: 10 }),
      fc.func(fc.boolean()),
      (order, cuts, lying, saysBoth) => {
        const edges = [0, ...cuts.map((cut) => Math.min(cut, order.length)), order.length].sort((a, b) => a - b);
        const series = edges
          .slice(1)
          .map((end, at) => order.slice(edges[at], end))
          .filter((run) => run.length > 1);
        const pages = lying.map((id) => {
          const run = series.find((one) => one.includes(id)) ?? [];
          const at = run.indexOf(id);
          // One of the two may be silent.
          return page(id, run[at - 1] ?? null, saysBoth(id) || at === run.length - 1 ? (run[at + 1] ?? null) : null);
        });
        expect(runs(...pages)).toEqual(series.map((run) => `-: ${run.join(' ')}`).sort());
      },
    ),
  );
});

test('whatever pages say, no article stands twice', () => {
  const letter = fc.constantFrom(...'abcdef');
  const side = fc.option(fc.oneof(letter, fc.constantFrom('The thaw', 'The frost')));
  fc.assert(
    fc.property(
      fc.array(fc.record({ previous: side, next: side, named: fc.boolean() }), { minLength: 6, maxLength: 6 }),
      (said) => {
        const pages = said.map(({ previous, next, named: ice }, at) =>
          page('abcdef'[at] ?? '', previous, next, { seriesName: ice ? 'Ice' : null }),
        );
        const standing = runsOf(pages).runs.flatMap(({ entries }) =>
          entries.flatMap(({ entry }) => ('article' in entry ? [entry.article] : [])),
        );
        expect(new Set(standing).size).toBe(standing.length);
      },
    ),
  );
});

describe('among the series of the library', () => {
  const series = (name: string | null, ...ids: string[]): Series => ({
    id: `s-${ids[0] ?? ''}`,
    name,
    entries: ids.map((article) => ({ article })),
  });
  const entry = (id: string, inLibrary = false) => ({
    entry: { article: id },
    instead: inLibrary ? { title: `Piece ${id}`, url: null } : null,
  });
  const put = (all: Series[], ...entries: ReturnType<typeof entry>[]) => {
    const placed = placeRun(all, { name: null, entries }, 'new');
    return {
      all: placed.all.map(
        ({ name, entries: now }) =>
          `${name ?? '-'}: ${now.map((one) => ('article' in one ? one.article : `“${one.title}”`)).join(' ')}`,
      ),
      apart: placed.apart,
    };
  };
  const ice = series('Ice', 'K', 'L');

  test('goes on at its open end', () => {
    expect(put([ice], entry('L', true), entry('a'), entry('b')).all).toEqual(['Ice: K L a b']);
    expect(put([ice], entry('a'), entry('K', true)).all).toEqual(['Ice: a K L']);
  });

  test('goes between two that stand side by side', () => {
    expect(put([ice], entry('K', true), entry('a'), entry('L', true)).all).toEqual(['Ice: K a L']);
  });

  test('where another piece stands, nothing is moved, and that is said', () => {
    expect(put([ice], entry('K', true), entry('a'))).toEqual({ all: ['Ice: K L', '-: “Piece K” a'], apart: ['Piece K'] });
  });

  test('an article that stood alone begins a series', () => {
    expect(put([], entry('M', true), entry('a')).all).toEqual(['-: M a']);
  });
});
