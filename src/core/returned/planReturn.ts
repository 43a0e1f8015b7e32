import { likeness } from '../history/bag';
import { keyOf, type AnyBlock } from '../history/inline';
import { wordTokens } from '../history/wordHunks';
import type { AsCarried } from './asCarried';
import type { DeskChange, Standing } from './change';
import type { DeskNotes } from './deskNotes';
import { attributeChangesOf, fieldsChanged, placeIn, wordChanges } from './changesInside';
import { leavesOf, shapeOf } from './leaves';
import type { Material } from './material';
import { mergeWords, type Stretch } from './mergeWords';
import { isEqualRun, pairBlocks, type Exchange } from './pairing';

/** A block of the draft that desk and writer may both have touched. */
export interface Shared {
  base: number;
  desk: number;
  moved: boolean;
  /** Of each textblock in it; null where the block is exchanged as a whole or not at all. */
  leaves: readonly (readonly Stretch[])[] | null;
}

/** Everything that the desk changed, against one state of the draft. */
export interface ReturnPlan {
  material: Material;
  draft: AsCarried;
  changes: readonly DeskChange[];
  /** By blocks of the draft. */
  shared: ReadonlyMap<number, Shared>;
  /** For changes of whole blocks, by id: the blocks of the draft that go when it is taken. */
  goes: ReadonlyMap<string, readonly number[]>;
  /** Blocks of the desk that the draft already has, though they were not sent. */
  had: ReadonlyMap<number, number>;
}

interface Place {
  state: 'same' | 'changed' | 'moved' | 'rewritten' | 'gone';
  at: readonly number[];
}

const ALIKE = 0.5;

/** What the desk changed from what was sent, and how each change stands to the draft as it is now. Pure; bounded as comparisons are. */
export function planReturn(material: Material, draft: AsCarried): ReturnPlan {
  const { desk, here, notes } = material;
  // A format that gives back another number of blocks leaves only one text to count from.
  const base = material.base.blocks.length === here.blocks.length ? material.base : here;
  const { language } = draft.fields;
  const theirs = pairBlocks(base.blocks, desk.blocks);
  const ours = pairBlocks(here.blocks, draft.blocks);
  const places = placesOf(ours, here.blocks, draft.blocks);
  const fresh = new Set(ours.exchanges.flatMap(({ after }) => after));
  const changes: DeskChange[] = [];
  const shared = new Map<number, Shared>();
  const goes = new Map<string, readonly number[]>();
  const had = new Map<number, number>();
  const block = (list: AsCarried, at: number): AnyBlock => list.blocks[at] ?? { type: 'paragraph' };
  const loose = [...notes.loose];

  for (const { before: n, after: r, moved } of theirs.kept) {
    const place = places.get(n) ?? { state: 'gone', at: [] };
    const [d] = place.at;
    const [sent, known, back] = [block(base, n), block(here, n), block(desk, r)];
    const changed = keyOf(sent) !== keyOf(back);
    const mine = d === undefined ? null : block(draft, d);
    const alike =
      mine !== null && place.state !== 'rewritten' && new Set([sent, known, back, mine].map(shapeOf)).size === 1 ? mine : null;
    const comments = notes.comments.filter((comment) => comment.desk === r);
    let leaves: Stretch[][] | null = null;
    if (alike !== null && (changed || comments.length > 0)) {
      const tokens = (of: AnyBlock) => leavesOf(of).map(({ content }) => wordTokens(content, language));
      const [two, three] = [tokens(known), tokens(back)];
      // Most are the same words: then they are read once.
      const one = keyOf(sent) === keyOf(known) ? two : tokens(sent);
      const four = keyOf(alike) === keyOf(known) ? two : tokens(alike);
      leaves = three.map((words, leaf) =>
        mergeWords({ base: one[leaf] ?? [], here: two[leaf] ?? [], desk: words, draft: four[leaf] ?? [] }),
      );
      leaves.forEach((stretches, leaf) => changes.push(...wordChanges(stretches, n, r, leaf, notes)));
      changes.push(...attributeChangesOf(sent, back, alike, n, r));
    } else if (changed || (moved && (d === undefined || place.state === 'rewritten'))) {
      const id = `b${n}>${r}`;
      const standing =
        mine !== null && keyOf(mine) === keyOf(back) ? 'settled' : place.state === 'same' ? 'open' : ('clash' as const);
      goes.set(id, place.at);
      changes.push({ kind: 'blocks', id, standing, place: r, by: authorsIn(notes, r), base: [n], desk: [r] });
    }
    if (alike === null && !changed) loose.push(...comments.map(({ text }) => text));
    if (d !== undefined && place.state !== 'rewritten') shared.set(d, { base: n, desk: r, moved, leaves });
    if (alike !== null)
      comments.forEach((comment, at) => {
        const id = `c${r}.${comment.leaf}:${comment.from}.${at}`;
        changes.push({
          kind: 'comment',
          id,
          standing: 'open',
          place: placeIn(r, comment.leaf, comment.from),
          by: [],
          ...comment,
        });
      });
    if (moved && d !== undefined && place.state !== 'rewritten')
      changes.push({
        kind: 'moved',
        id: `m${n}>${r}`,
        standing: place.state === 'moved' ? 'clash' : 'open',
        place: r,
        by: [],
        base: n,
        desk: r,
      });
  }

  for (const exchange of theirs.exchanges) {
    const { standing, at, settled } = exchanged(exchange, places, fresh, desk, draft);
    const id = `b${exchange.before.join('.')}>${exchange.after.join('.')}`;
    goes.set(id, at);
    exchange.after.forEach((r, index) => {
      const d = settled[index];
      if (d !== undefined) had.set(r, d);
    });
    const by = [...new Set(exchange.after.flatMap((r) => authorsIn(notes, r)))];
    const place = exchange.after[0] ?? (exchange.before[0] ?? 0) + 0.5;
    changes.push({ kind: 'blocks', id, standing, place, by, base: exchange.before, desk: exchange.after });
  }
  changes.push(...fieldsChanged(material, base, draft));
  loose.forEach((text, at) =>
    changes.push({
      kind: 'comment',
      id: `n${at}`,
      standing: 'open',
      place: 0,
      by: [],
      desk: null,
      leaf: 0,
      from: 0,
      to: 0,
      text,
    }),
  );
  return { material, draft, changes, shared, goes, had };
}

function placesOf(
  ours: ReturnType<typeof pairBlocks>,
  here: readonly AnyBlock[],
  draft: readonly AnyBlock[],
): Map<number, Place> {
  const places = new Map<number, Place>();
  for (const { before, after, moved } of ours.kept) {
    const same = isEqualRun([here[before]], [draft[after]]);
    places.set(before, { state: moved ? 'moved' : same ? 'same' : 'changed', at: [after] });
  }
  for (const { before, after } of ours.exchanges)
    for (const n of before) places.set(n, { state: after.length === 0 ? 'gone' : 'rewritten', at: after });
  return places;
}

const authorsIn = ({ authors }: DeskNotes, desk: number): string[] => [
  ...new Set(authors.filter((author) => author.desk === desk).map(({ text }) => text)),
];

/** How an exchange stands to the draft, which of its blocks go for it, and which it has already. */
function exchanged(
  { before, after }: Exchange,
  places: ReadonlyMap<number, Place>,
  fresh: Set<number>,
  desk: AsCarried,
  draft: AsCarried,
): { standing: Standing; at: readonly number[]; settled: readonly number[] } {
  const found = before.map((n): Place => places.get(n) ?? { state: 'gone', at: [] });
  const at = [...new Set(found.flatMap((place) => place.at))];
  const back = after.map((r) => desk.blocks[r]);
  const claimed = (run: readonly number[]) => {
    for (const d of run) fresh.delete(d);
    return run;
  };
  if (before.length > 0) {
    if (
      isEqualRun(
        at.map((d) => draft.blocks[d]),
        back,
      ) &&
      found.every(({ state }) => state === 'gone' || state === 'rewritten')
    )
      return { standing: 'settled', at: [], settled: claimed(at) };
    const standing = found.every(({ state }) => state === 'same') ? 'open' : 'clash';
    return { standing, at: [...at].sort((one, other) => one - other), settled: [] };
  }
  const [wanted] = back;
  const equal = [...fresh].find((d) => isEqualRun([draft.blocks[d]], [wanted]));
  if (equal !== undefined) return { standing: 'settled', at: [], settled: claimed([equal]) };
  const like = [...fresh].find((d) => {
    const mine = draft.blocks[d];
    return mine !== undefined && mine.type === wanted?.type && mine.content !== undefined && likeness(mine, wanted) >= ALIKE;
  });
  return like === undefined ? { standing: 'open', at: [], settled: [] } : { standing: 'clash', at: claimed([like]), settled: [] };
}
