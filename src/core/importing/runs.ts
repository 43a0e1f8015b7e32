import type { OutsidePiece, SeriesEntry } from '../series/series';

/** The piece that a page names as its neighbour: an article that was found for it, and the words that stand for it if that does not hold. */
export interface Named {
  article: string | null;
  /** False where only the headline tells which article is meant: then both have to say so. */
  sure: boolean;
  piece: OutsidePiece;
}

/** An article of a batch, and what its page says of its series. */
export interface Placed {
  id: string;
  seriesName: string | null;
  place: number | null;
  /** When it came out, ISO 8601; null where it does not say. */
  day: string | null;
  previous: Named | null;
  next: Named | null;
}

/** An entry of a run; `instead` stands for an article of the library that cannot be put there. */
export interface RunEntry {
  entry: SeriesEntry;
  instead: OutsidePiece | null;
}

/** Pieces in their order. */
export interface Run {
  name: string | null;
  entries: readonly RunEntry[];
}

/** Something that an article says of its neighbours and that does not fit what the others say. */
export interface Contradiction {
  id: string;
  piece: OutsidePiece;
}

interface Chain {
  ids: string[];
  name: string | null;
  entries: RunEntry[];
}

/**
 * The series that the articles of a batch make by what they say of one another: what both say goes first, no article stands
 * twice, nothing goes round in a circle. Articles that only share the name of a series follow their numbers in it, then their days.
 */
export function runsOf(placed: readonly Placed[]): { runs: Run[]; contradictions: Contradiction[] } {
  const { after, contradictions } = joined(placed);
  const chains = chained(placed, after);
  return { runs: byName(chains, placed).filter(({ name, entries }) => name !== null || entries.length > 1), contradictions };
}

/** Which piece follows which; an article outside the batch (of the library) may be one of them. */
type After = ReadonlyMap<string, string>;

interface Claim {
  from: string;
  to: string;
  by: Placed;
  named: Named;
}

function joined(placed: readonly Placed[]): { after: After; contradictions: Contradiction[] } {
  const byId = new Map(placed.map((one) => [one.id, one]));
  const claims = placed.flatMap((by): Claim[] => [
    ...(by.previous?.article ? [{ from: by.previous.article, to: by.id, by, named: by.previous }] : []),
    ...(by.next?.article ? [{ from: by.id, to: by.next.article, by, named: by.next }] : []),
  ]);
  const times = new Map<string, number>();
  for (const claim of claims) times.set(pair(claim), (times.get(pair(claim)) ?? 0) + 1);
  const mutual = (claim: Claim): boolean => (times.get(pair(claim)) ?? 0) > 1;
  const after = new Map<string, string>();
  const before = new Map<string, string>();
  const contradictions: Contradiction[] = [];
  for (const claim of [...claims.filter(mutual), ...claims.filter((one) => !mutual(one))]) {
    const { from, to, by, named } = claim;
    if (after.get(from) === to) continue;
    const other = byId.get(from === by.id ? to : from);
    const says = other && (from === by.id ? other.previous : other.next);
    // Only a headline, or the other one names somebody else: nobody knows.
    const doubtful = !mutual(claim) && (!named.sure || (says !== null && says !== undefined));
    if (doubtful || after.has(from) || before.has(to) || from === to || leads(after, to, from)) {
      if (named.sure) contradictions.push({ id: by.id, piece: named.piece });
      continue;
    }
    after.set(from, to);
    before.set(to, from);
  }
  return { after, contradictions };
}

const pair = ({ from, to }: Claim): string => `${from}\n${to}`;

function leads(after: After, from: string, to: string): boolean {
  for (let at: string | undefined = from; at !== undefined; at = after.get(at)) if (at === to) return true;
  return false;
}

function chained(placed: readonly Placed[], after: After): Chain[] {
  const byId = new Map(placed.map((one) => [one.id, one]));
  const followers = new Set(after.values());
  const pieces = new Map(
    placed
      .flatMap(({ previous, next }) => [previous, next])
      .flatMap((named) => (named?.article ? [[named.article, named.piece] as const] : [])),
  );
  // An article of the library begins a chain too, where one of the batch follows it.
  const heads = [...new Set([...after.keys(), ...byId.keys()])].filter((id) => !followers.has(id));
  const chains = heads.map((head): Chain => {
    const ids: string[] = [];
    for (let at: string | undefined = head; at !== undefined; at = after.get(at)) ids.push(at);
    const [first, last] = [byId.get(head), byId.get(ids.at(-1) ?? head)];
    const named = ids.map((id) => byId.get(id)?.seriesName ?? null).find((name) => name !== null) ?? null;
    const outside = (piece: OutsidePiece | undefined): RunEntry[] => (piece ? [{ entry: piece, instead: null }] : []);
    const inside = ids.map((id): RunEntry => ({
      entry: { article: id },
      instead: byId.has(id) ? null : (pieces.get(id) ?? null),
    }));
    return { ids, name: named, entries: [...outside(first?.previous?.piece), ...inside, ...outside(last?.next?.piece)] };
  });
  return throughOutside(chains);
}

/** A piece that did not come along still stands between two that name it: where only one has it next, and one before. */
function throughOutside(chains: Chain[]): Chain[] {
  const key = ({ name }: Chain, entry: RunEntry | undefined): string | null =>
    entry && !('article' in entry.entry) ? JSON.stringify([name, entry.entry]) : null;
  const tails = counted(chains.map((chain) => key(chain, chain.entries.at(-1))));
  const heads = counted(chains.map((chain) => key(chain, chain.entries[0])));
  const result = [...chains];
  for (const chain of chains) {
    const shared = key(chain, chain.entries.at(-1));
    if (shared === null || tails.get(shared) !== 1 || heads.get(shared) !== 1) continue;
    const here = result.find((one) => one.ids.at(-1) === chain.ids.at(-1));
    const there = result.find((one) => key(one, one.entries[0]) === shared);
    if (!here || !there || here === there) continue;
    result.splice(result.indexOf(there), 1);
    result[result.indexOf(here)] = {
      ids: [...here.ids, ...there.ids],
      name: here.name,
      entries: [...here.entries, ...there.entries.slice(1)],
    };
  }
  return result;
}

function counted(keys: readonly (string | null)[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const one of keys) if (one !== null) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

/** Joins pieces that only share a name; two whole series of one name stay two. */
function byName(chains: readonly Chain[], placed: readonly Placed[]): Run[] {
  const byId = new Map(placed.map((one) => [one.id, one]));
  const runs: Run[] = [];
  const names = new Map<string, Chain[]>();
  for (const chain of chains) {
    if (chain.name === null) runs.push(chain);
    else names.set(chain.name, [...(names.get(chain.name) ?? []), chain]);
  }
  for (const [name, group] of names) {
    const long = group.filter(({ ids }) => ids.length > 1);
    const short = group.filter(({ ids }) => ids.length === 1);
    const merged = long.length === 1 ? group : short;
    const first = ({ ids }: Chain) => ids.map((id) => byId.get(id)).find((one) => one !== undefined);
    const sorted = [...merged].sort((a, b) => {
      const [one, other] = [first(a), first(b)];
      const places = (one?.place ?? Infinity) - (other?.place ?? Infinity);
      return (Number.isNaN(places) ? 0 : places) || time(one) - time(other) || 0;
    });
    if (sorted.length > 0) runs.push({ name, entries: sorted.flatMap(({ entries }) => entries) });
    if (long.length > 1) runs.push(...long);
  }
  return runs;
}

/** What says no day comes last. */
const time = (one: Placed | undefined): number => (one?.day ? Date.parse(one.day) : Number.MAX_SAFE_INTEGER);
