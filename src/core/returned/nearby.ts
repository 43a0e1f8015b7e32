import { partNames } from '../document/blockNames';
import type { DocJson } from '../document/json';
import { childrenOf, type AnyBlock } from '../history/inline';
import type { DeskChange } from './change';
import type { ReturnPlan, Shared } from './planReturn';

const PARTS = partNames.length;
/** Blocks on either side of what a change touches: more than a quotation is looked for in (`quotationTouched`). */
const AROUND = 3;
/** Blocks that a change may span before the whole text is the simpler answer. */
const WIDEST = 200;

/** A part of a draft, and the plan as far as it is about that. */
export interface Nearby {
  doc: DocJson;
  plan: ReturnPlan;
}

/** Where the changes of one plan are at work in the draft. */
export class Neighbourhoods {
  readonly #children: readonly AnyBlock[];
  readonly #sharingBase = new Map<number, number[]>();
  readonly #sharingDesk = new Map<number, number[]>();
  readonly #byDesk = new Map<number, number>();
  readonly #had = new Map<number, [number, number][]>();
  /** For each block of the desk's copy, the nearest one before it that stands in the draft; -1 for none. */
  readonly #before: readonly number[];

  constructor(
    readonly doc: DocJson,
    readonly plan: ReturnPlan,
  ) {
    this.#children = childrenOf(doc);
    const add = (map: Map<number, number[]>, key: number, d: number): void => {
      const known = map.get(key);
      if (known) known.push(d);
      else map.set(key, [d]);
    };
    for (const [d, shared] of plan.shared) {
      add(this.#sharingBase, shared.base, d);
      add(this.#sharingDesk, shared.desk, d);
      if (!shared.moved) this.#byDesk.set(shared.desk, d);
    }
    for (const [r, d] of plan.had) {
      this.#byDesk.set(r, d);
      this.#had.set(d, [...(this.#had.get(d) ?? []), [r, d]]);
    }
    const before: number[] = [];
    let last = -1;
    for (let r = 0; r < plan.material.desk.blocks.length; r++) {
      before.push(last);
      if (r >= PARTS && this.#byDesk.has(r)) last = r;
    }
    this.#before = before;
  }

  /**
   * The part of the draft in which a change makes a difference: taking it there gives the same blocks as in the whole. Null where
   * that is no small part.
   */
  of(change: DeskChange): Nearby | null {
    const touched = this.#touched(change);
    const from = Math.max(PARTS, Math.min(...touched) - AROUND);
    const to = Math.min(this.plan.draft.blocks.length, Math.max(...touched, PARTS) + AROUND + 1);
    if (touched.length === 0 || to - from > WIDEST) return null;
    return this.#part(change, from, to);
  }

  /** Blocks of the draft that a change is about, with those between which it puts others; none where it may be anywhere. */
  #touched(change: DeskChange): number[] {
    switch (change.kind) {
      case 'words':
      case 'attribute':
        return this.#sharingBase.get(change.base) ?? [];
      case 'comment':
        return change.desk === null ? [] : (this.#sharingDesk.get(change.desk) ?? []);
      case 'blocks': {
        const goes = this.plan.goes.get(change.id) ?? [];
        const [first] = change.desk;
        if (first === undefined) return [...goes];
        const gone = new Set(goes);
        let near = this.#before[first] ?? -1;
        while (near >= 0 && gone.has(this.#byDesk.get(near) ?? -1)) near = this.#before[near] ?? -1;
        const behind = near < 0 ? PARTS - 1 : (this.#byDesk.get(near) ?? PARTS - 1);
        return [...goes, behind, behind + 1];
      }
      case 'moved':
      case 'field':
        return [];
    }
  }

  /** The first three blocks, and those from `from` to `to` (not included), as a draft of their own. */
  #part(change: DeskChange, from: number, to: number): Nearby {
    const { draft, shared, goes } = this.plan;
    const kept = [
      ...Array.from({ length: PARTS }, (_, d) => d),
      ...Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at),
    ];
    const at = (d: number): number => (d < PARTS ? d : d - from + PARTS);
    const begin = from === PARTS ? PARTS : (draft.from[from] ?? this.#children.length);
    const end = to >= draft.blocks.length ? this.#children.length : (draft.from[to] ?? this.#children.length);
    const child = (d: number): number => (d < PARTS ? d : (draft.from[d] ?? 0) - begin + PARTS);
    const known: [number, Shared][] = kept.flatMap((d) => {
      const found = shared.get(d);
      return found ? [[at(d), found] as const] : [];
    }) as [number, Shared][];
    const had = kept.flatMap((d) => (this.#had.get(d) ?? []).map(([r]): [number, number] => [r, at(d)]));
    const content = [...this.#children.slice(0, PARTS), ...this.#children.slice(begin, end)];
    return {
      doc: { ...this.doc, content: content as unknown as DocJson['content'] },
      plan: {
        material: this.plan.material,
        draft: { fields: draft.fields, blocks: kept.flatMap((d) => draft.blocks[d] ?? []), from: kept.map(child) },
        changes: [change],
        shared: new Map(known),
        goes: new Map([[change.id, (goes.get(change.id) ?? []).map(at)]]),
        had: new Map(had),
      },
    };
  }
}
