import { StetError } from '../errors';
import { indexIn, seriesOf } from './neighbours';
import type { Series, SeriesEntry, Side } from './series';
import { replaced, settle } from './settle';

export interface LinkRequest {
  /** The article from which the writer links. */
  id: string;
  side: Side;
  target: SeriesEntry;
  /** What to do with a target that already stands in another series: ask, move it here, or join the two series. */
  when: 'ask' | 'move' | 'join';
  /** The id for a series, should a new one be needed. */
  newId: string;
}

export type Linked = { all: Series[]; linked: Series } | { ask: { series: Series; with: string } };

/**
 * Puts `target` directly beside an article: between it and the neighbour that it may already have there.
 *
 * A target in the article's own series moves within it. A target in another series is a decision (`ask`, with that series and the
 * target's id): "move" takes it out of there; "join" makes the two series one, in which every piece keeps its order, the article
 * its other neighbour, and the target its other neighbour. Where ends meet, that is one series after the other. The joined series
 * has the name of the one that has a name, the article's own if both have.
 * Errors: `series/itself`.
 */
export function link(all: readonly Series[], { id, side, target, when, newId }: LinkRequest): Linked {
  const goal = 'article' in target ? target.article : null;
  if (goal === id) throw new StetError('series/itself', 'A piece cannot stand before or after itself. Choose another one.');
  const own = seriesOf(all, id);
  const other = goal === null ? null : seriesOf(all, goal);
  if (own && isBeside(own, id, side, target)) return { all: [...all], linked: own };
  if (goal !== null && other && other !== own) {
    if (when === 'ask') return { ask: { series: other, with: goal } };
    if (when === 'join')
      return join(all, own ?? { id: newId, name: null, entries: [{ article: id }] }, other, { id, side, goal });
  }
  const rest = goal === null ? all : without(all, goal);
  const home = seriesOf(rest, id) ?? { id: newId, name: null, entries: [{ article: id }] };
  const entries = home.entries.toSpliced(indexIn(home, id) + (side === 'next' ? 1 : 0), 0, target);
  return put(rest, { ...home, entries });
}

/**
 * Cuts the series on one side of an article. The longer part keeps its name and id (the first one if both are as long), because the
 * name was given to the many; the other part has no name, and a part of one piece without a name is no series any more.
 * Gives the series as they were when there is nothing on that side.
 */
export function unlink(all: readonly Series[], { id, side, newId }: { id: string; side: Side; newId: string }): Series[] {
  const own = seriesOf(all, id);
  if (!own) return [...all];
  const cut = indexIn(own, id) + (side === 'next' ? 1 : 0);
  if (cut === 0 || cut === own.entries.length) return [...all];
  const [first, second] = [own.entries.slice(0, cut), own.entries.slice(cut)];
  const [kept, parted] = first.length >= second.length ? [first, second] : [second, first];
  return settle(
    all.flatMap((one) =>
      one === own
        ? [
            { ...own, entries: kept },
            { id: newId, name: null, entries: parted },
          ]
        : [one],
    ),
  );
}

function isBeside(own: Series, id: string, side: Side, target: SeriesEntry): boolean {
  const there = own.entries[indexIn(own, id) + (side === 'next' ? 1 : -1)];
  if (!there) return false;
  return 'article' in there
    ? 'article' in target && there.article === target.article
    : !('article' in target) && same(there, target);
}

const same = (a: { title: string; url: string | null }, b: { title: string; url: string | null }) =>
  a.title === b.title && a.url === b.url;

// A series that is emptied here may be the article's own, so a name must not make it vanish, nor its lack be settled too early.
function without(all: readonly Series[], articleId: string): Series[] {
  return all.map((one) => {
    const at = indexIn(one, articleId);
    return at < 0 ? one : { ...one, entries: one.entries.toSpliced(at, 1) };
  });
}

function put(all: readonly Series[], linked: Series): Linked {
  return { all: all.some((one) => one.id === linked.id) ? replaced(all, linked) : settle([...all, linked]), linked };
}

function join(all: readonly Series[], own: Series, other: Series, where: { id: string; side: Side; goal: string }): Linked {
  const mine = around(own, where.id);
  const theirs = around(other, where.goal);
  const [first, second] = where.side === 'next' ? [mine, theirs] : [theirs, mine];
  const entries = [...second.before, ...first.before, first.entry, second.entry, ...second.after, ...first.after];
  return put(
    all.filter((one) => one !== other),
    { id: own.id, name: own.name ?? other.name, entries },
  );
}

function around(one: Series, articleId: string) {
  const at = indexIn(one, articleId);
  return { before: one.entries.slice(0, at), entry: { article: articleId }, after: one.entries.slice(at + 1) };
}
