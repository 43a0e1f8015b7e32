import type { DocJson } from '../document/json';
import { childrenOf, keyOf } from '../history/inline';
import { adoptText } from './adoptText';
import { asCarried } from './asCarried';
import type { DeskChange } from './change';
import type { Material } from './material';
import { Neighbourhoods } from './nearby';
import { planReturn, type ReturnPlan } from './planReturn';
import { quotationTouched, type TouchedQuotation } from './quotationTouched';
import { wantedText } from './wanted';

/** One state of the draft that came of taking changes, and which those were. */
interface Known {
  fields: string;
  /** Each child as JSON: children that the states share share it too. */
  children: readonly string[];
  taken: ReadonlySet<string>;
}

/**
 * A returned copy beside its draft while changes are taken. Which ones are taken decides what the draft says, whatever the order;
 * an undo makes a change open again, and what the writer types meanwhile is compared anew.
 */
export class Review {
  readonly material: Material;
  #origin: DocJson;
  #plan: ReturnPlan;
  #known: Known[];
  #taken: ReadonlySet<string> = new Set();
  #near: Neighbourhoods | null = null;

  constructor(material: Material, doc: DocJson) {
    this.material = material;
    this.#origin = doc;
    this.#plan = planReturn(material, asCarried(doc, material.carrying));
    this.#known = [{ ...keysOf(doc), taken: this.#taken }];
  }

  get plan(): ReturnPlan {
    return this.#plan;
  }
  /** The draft against which `plan` was made. */
  get origin(): DocJson {
    return this.#origin;
  }
  /** The ids of what is taken in the draft as it was seen last. */
  get taken(): ReadonlySet<string> {
    return this.#taken;
  }

  /** Changes that can still be taken. */
  get open(): readonly DeskChange[] {
    return this.#plan.changes.filter(({ id, standing }) => standing !== 'settled' && !this.#taken.has(id));
  }

  /** Looks at the draft as it stands now. True when all changes were compared anew, because the writer has typed. */
  see(doc: DocJson): boolean {
    const keys = keysOf(doc);
    const known = this.#known.find((each) => isSame(each, keys));
    if (known) {
      this.#taken = known.taken;
      return false;
    }
    this.#origin = doc;
    this.#taken = new Set();
    this.#plan = planReturn(this.material, asCarried(doc, this.material.carrying));
    this.#known = [{ ...keys, taken: this.#taken }];
    return true;
  }

  /** The draft as it was seen last with further changes taken: to be put in its place. It is known then. */
  take(ids: readonly string[]): DocJson {
    return this.set(new Set([...this.#taken, ...ids]));
  }

  /** As `take`, with all that is to be taken named: what is not named is as it was. */
  set(taken: ReadonlySet<string>): DocJson {
    const doc = this.with(taken);
    this.#known.push({ ...keysOf(doc), taken });
    return doc;
  }

  /** The draft that `plan` was made against with just these changes taken. Pure. */
  with(taken: ReadonlySet<string>): DocJson {
    return adoptText(this.#origin, this.#plan.draft, wantedText(this.#plan, taken), this.material.carrying);
  }
  /** The quotations that taking just this change makes others; costs what stands around it, not the text. Null where there are none. */
  quotationsTouched(change: DeskChange): TouchedQuotation | null {
    // A field has no words of anybody in the text.
    if (change.kind === 'field' || (change.kind === 'comment' && change.desk === null)) return null;
    if (this.#near?.plan !== this.#plan) this.#near = new Neighbourhoods(this.#origin, this.#plan);
    const near = this.#near.of(change);
    const taken = new Set([change.id]);
    return near === null
      ? quotationTouched(this.#origin, this.with(taken))
      : quotationTouched(near.doc, adoptText(near.doc, near.plan.draft, wantedText(near.plan, taken), this.material.carrying));
  }
}

const keysOf = (doc: DocJson): Omit<Known, 'taken'> => ({
  fields: JSON.stringify(doc.attrs),
  children: childrenOf(doc).map(keyOf),
});

const isSame = (one: Omit<Known, 'taken'>, other: Omit<Known, 'taken'>): boolean =>
  one.fields === other.fields &&
  one.children.length === other.children.length &&
  one.children.every((child, at) => child === other.children[at]);
