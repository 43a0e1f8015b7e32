import type { Fields } from '../article/fields';
import { partNames } from '../document/blockNames';
import type { AnyBlock } from '../history/inline';
import type { DeskChange } from './change';
import { withChanges, type ChangesInside, type Comment } from './blockWithChanges';
import { commented } from './commentedWords';
import { rewritten } from './leaves';
import type { ReturnPlan } from './planReturn';

/** Blocks that are wanted in place of blocks of the draft; private notes on them are comments that come with them. */
export interface Wanted {
  /** Blocks of the draft as compared; empty for what comes new. */
  from: readonly number[];
  blocks: readonly AnyBlock[];
}

/** What the draft says, as compared, with some changes of the desk taken. */
export interface WantedText {
  /** Kicker, headline and standfirst first. */
  entries: readonly Wanted[];
  fields: Partial<Fields>;
  /** Comments without a place. */
  notes: readonly string[];
}

interface Entry {
  from: readonly number[];
  blocks: readonly AnyBlock[];
}

/** The draft with nothing taken, and where its blocks are found: the same for every set of changes. */
interface Untouched {
  entries: readonly Entry[];
  /** The block of the draft that stands for a block of the desk's copy. */
  byDesk: ReadonlyMap<number, number>;
  /** Blocks of the draft that share a block with what was sent, and with the desk's copy. */
  sharingBase: ReadonlyMap<number, readonly number[]>;
  sharingDesk: ReadonlyMap<number, readonly number[]>;
}

const PARTS = partNames.length;
const known = new WeakMap<ReturnPlan, Untouched>();

/** Of a copy in which everything changed each change is looked at by itself: what none of them touches is made once. */
function untouched(plan: ReturnPlan): Untouched {
  const found = known.get(plan);
  if (found) return found;
  const byDesk = new Map<number, number>();
  const [sharingBase, sharingDesk] = [new Map<number, number[]>(), new Map<number, number[]>()];
  const add = (map: Map<number, number[]>, key: number, d: number) => map.set(key, [...(map.get(key) ?? []), d]);
  plan.draft.blocks.forEach((_block, d) => {
    const shared = plan.shared.get(d);
    if (!shared) return;
    add(sharingBase, shared.base, d);
    add(sharingDesk, shared.desk, d);
    if (!shared.moved) byDesk.set(shared.desk, d);
  });
  for (const [r, d] of plan.had) if (d < plan.draft.blocks.length) byDesk.set(r, d);
  const entries = plan.draft.blocks.map((block, d): Entry => ({ from: [d], blocks: [block] }));
  const made = { entries, byDesk, sharingBase, sharingDesk };
  known.set(plan, made);
  return made;
}

/** The draft as it would read with the changes of these ids taken: the same for a set of changes, whatever the order. Pure. */
export function wantedText(plan: ReturnPlan, taken: ReadonlySet<string>): WantedText {
  const { draft, material, goes } = plan;
  const { desk } = material;
  const { entries: bare, byDesk, sharingBase, sharingDesk } = untouched(plan);
  const chosen = plan.changes.filter(({ id, standing }) => taken.has(id) && standing !== 'settled');
  const comments = chosen.filter((change): change is Comment => change.kind === 'comment');
  const come = (r: number): AnyBlock => {
    const block = desk.blocks[r] ?? { type: 'paragraph' };
    const said = material.notes.comments.filter((comment) => comment.desk === r);
    return said.length === 0
      ? block
      : rewritten(block, (leaf, index) =>
          commented(
            leaf.content,
            said.filter((c) => c.leaf === index),
          ),
        );
  };

  const exchanges = new Map<number, Extract<DeskChange, { kind: 'blocks' }>>();
  const inside = new Map<number, { changes: ChangesInside['changes'][number][]; comments: Comment[] }>();
  const insideOf = (d: number) => {
    const all = inside.get(d) ?? { changes: [], comments: [] };
    inside.set(d, all);
    return all;
  };
  for (const change of chosen) {
    if (change.kind === 'blocks') exchanges.set(change.desk[0] ?? -1 - (change.base[0] ?? 0), change);
    else if (change.kind === 'comment')
      for (const d of (change.desk === null ? null : sharingDesk.get(change.desk)) ?? []) insideOf(d).comments.push(change);
    else if (change.kind === 'words' || change.kind === 'attribute')
      for (const d of sharingBase.get(change.base) ?? []) insideOf(d).changes.push(change);
  }

  const own = [...bare];
  for (const [d, within] of inside) {
    const shared = plan.shared.get(d);
    const block = draft.blocks[d];
    if (shared && block) own[d] = { from: [d], blocks: [withChanges(block, shared, within, plan)] };
  }
  // One block for one block, where it stands.
  for (const [r, change] of exchanges) {
    const [d] = goes.get(change.id) ?? [];
    const shared = d === undefined ? undefined : plan.shared.get(d);
    if (d === undefined || shared?.desk !== r || shared.base !== change.base[0] || change.desk.length !== 1) continue;
    own[d] = { from: [d], blocks: [come(r)] };
    exchanges.delete(r);
  }
  const entries: Entry[] = [...own];
  const put = new Map<number, Entry>();

  const remove = (ats: readonly number[]): void => {
    for (const d of ats) {
      const entry = own[d];
      const index = entry ? entries.indexOf(entry) : -1;
      if (index >= 0) entries.splice(index, 1);
    }
  };
  /** Behind what stands before it in the desk's copy, and is here. */
  const placeOf = (r: number): number => {
    for (let before = r - 1; before >= PARTS; before--) {
      const entry = put.get(before) ?? own[byDesk.get(before) ?? -1];
      const index = entry ? entries.lastIndexOf(entry) : -1;
      if (index >= 0) return index + 1;
    }
    return PARTS;
  };

  const placed: { r: number; carryOut: () => void }[] = [];
  for (const change of exchanges.values()) {
    const at = goes.get(change.id) ?? [];
    const [first] = change.desk;
    if (first === undefined) {
      remove(at);
      continue;
    }
    placed.push({
      r: first,
      carryOut: () => {
        remove(at);
        const entry: Entry = { from: at, blocks: change.desk.map(come) };
        entries.splice(placeOf(first), 0, entry);
        for (const r of change.desk) put.set(r, entry);
      },
    });
  }
  for (const change of chosen) {
    if (change.kind !== 'moved') continue;
    const [d] = sharingBase.get(change.base) ?? [];
    const entry = (d === undefined ? undefined : own[d]) ?? { from: [], blocks: [come(change.desk)] };
    placed.push({
      r: change.desk,
      carryOut: () => {
        if (d !== undefined) remove([d]);
        entries.splice(placeOf(change.desk), 0, entry);
        put.set(change.desk, entry);
      },
    });
  }
  for (const { carryOut } of placed.sort((one, other) => one.r - other.r)) carryOut();

  const fields: Partial<Fields> = {};
  for (const change of chosen) if (change.kind === 'field') Object.assign(fields, { [change.name]: desk.fields[change.name] });
  const notes = comments.filter((comment) => comment.desk === null).map(({ text }) => text);
  return { entries, fields, notes };
}
