import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Finding } from '../../core/checks/finding';
import { rejectionOf } from '../../core/checks/rejection';
import { blockStarts } from './docJson';

/** New words in place of others, counted from where the finding begins. */
export interface ProofEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One way out of a finding. */
export interface Proposal {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly ProofEdit[];
}

/** A finding as the window holds it. */
export interface Found {
  /**
   * The same for the same words in the same surroundings at every examination, and what it is remembered by when it is rejected; the
   * second of two that are alike gets a number, so that each is rejected for itself.
   */
  readonly id: string;
  readonly finding: Finding;
  /** What may be accepted: none where only a person can tell. The first is that of one key where there is no other. */
  readonly proposals: readonly Proposal[];
  /** The attribute of a block that holds the words, where no text does. */
  readonly attribute: string | null;
  /** What must stay as it is for the finding to hold, counted from where it begins: its words and those that proposals change. */
  readonly reach: { readonly from: number; readonly to: number };
}

/** A finding with the place where its words stand now; null for the whole page. */
export interface PlacedFound extends Found {
  readonly at: { readonly from: number; readonly to: number } | null;
}

/** What came of an examination, in the places of the document that was examined. */
export interface Proof {
  readonly marks: readonly Decoration[];
  /** Findings about the whole page. */
  readonly page: readonly Found[];
}

/** The text of a block as findings count it: a break, and whatever else is no text, is one line feed. */
export const wordsIn = (block: Node): string => block.textBetween(0, block.content.size, undefined, () => '\n');

/**
 * Findings of `doc` as marks over it. One whose words are not where it says is kept without a mark: nothing is ever shown in the wrong
 * place. What was found `before` and says the same stays the same object, so that its words need not be drawn again.
 */
export function proofOf(doc: Node, findings: readonly Finding[], before: readonly Decoration[] = []): Proof {
  const stood = new Map(before.map((mark) => [foundOf(mark).id, specOf(mark).found]));
  const marks: Decoration[] = [];
  const page: Found[] = [];
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const known = rejectionOf(finding);
    const count = (seen.get(known) ?? 0) + 1;
    seen.set(known, count);
    const id = count === 1 ? known : `${known}\u241f${count}`;
    const place = placeOf(doc, finding);
    if (!place) {
      page.push({ id, finding, proposals: [], attribute: null, reach: { from: 0, to: 0 } });
      continue;
    }
    const made: Found = { id, finding, ...place.found };
    const old = stood.get(id);
    const found = old && saysTheSame(old, made) ? old : made;
    const attributes = { class: `proof proof-${finding.level}`, 'data-kind': finding.kind };
    marks.push(
      place.found.attribute === null
        ? Decoration.inline(place.from, place.to, attributes, { found })
        : Decoration.node(place.from, place.to, { class: `proof-block proof-block-${finding.level}` }, { found }),
    );
  }
  return { marks, page };
}

/** A set of marks, made from one that may hold most of them already: a new one takes the longer, the more there are and the longer the text is. */
export function setOf(doc: Node, marks: readonly Decoration[], stood: DecorationSet): DecorationSet {
  const there = new Map(stood.find().map((mark) => [foundOf(mark).id, mark]));
  const added: Decoration[] = [];
  for (const mark of marks) {
    const { id } = foundOf(mark);
    const old = there.get(id);
    if (old?.from === mark.from && old.to === mark.to && specOf(old).found === specOf(mark).found) there.delete(id);
    else added.push(mark);
  }
  if (there.size + added.length > marks.length / 2) return DecorationSet.create(doc, [...marks]);
  return stood.remove([...there.values()]).add(doc, added);
}

const specOf = (mark: Decoration): { found: Found } => mark.spec as { found: Found };

// The block may be another in number: where it is now is the mark's to know.
function saysTheSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name === 'path' || (name in other && saysTheSame(one[name], other[name])))
  );
}

interface Place {
  from: number;
  to: number;
  found: Pick<Found, 'proposals' | 'attribute' | 'reach'>;
}

function placeOf(doc: Node, finding: Finding): Place | null {
  const { place, before = '' } = finding;
  if (!place || place.from >= place.to) return null;
  const block = blockAt(doc, place.path);
  if (!block) return null;
  const { node, pos } = block;
  const { attribute } = place;
  const held: unknown = attribute === null ? null : node.attrs[attribute];
  const text = attribute === null ? (node.isTextblock ? wordsIn(node) : '') : typeof held === 'string' ? held : '';
  if (text.slice(place.from, place.to) !== before) return null;
  const proposals = proposalsOf(finding, text.length);
  const edits = proposals.flatMap((proposal) => proposal.edits);
  const reach = {
    from: Math.min(0, ...edits.map((edit) => edit.from)),
    to: Math.max(place.to - place.from, ...edits.map((edit) => edit.to)),
  };
  const found = { proposals, attribute, reach };
  if (attribute !== null) return { from: pos, to: pos + node.nodeSize, found };
  return { from: pos + 1 + place.from, to: pos + 1 + place.to, found };
}

/** What a finding proposes, as far as it lies in the block of its words. */
function proposalsOf({ place, before = '', after, edits, choices }: Finding, length: number): Proposal[] {
  if (!place) return [];
  const all = [...(edits && after !== undefined ? [{ before, after, edits }] : []), ...(choices ?? [])];
  return all.flatMap((proposal) => {
    const here = proposal.edits.flatMap(({ path, attribute, from, to, content }) =>
      path.join() === place.path.join() && attribute === place.attribute && typeof content === 'string' && to <= length
        ? [{ from: from - place.from, to: to - place.from, text: content }]
        : [],
    );
    return here.length === proposal.edits.length ? [{ before: proposal.before, after: proposal.after, edits: here }] : [];
  });
}

function blockAt(doc: Node, path: readonly number[]): { node: Node; pos: number } | null {
  let node = doc;
  let start = 0;
  let pos = 0;
  for (const [depth, index] of path.entries()) {
    const child = node.maybeChild(index);
    if (!child) return null;
    pos = start;
    if (depth === 0) pos = blockStarts(doc)[index] ?? 0;
    else for (let before = 0; before < index; before++) pos += node.child(before).nodeSize;
    node = child;
    start = pos + 1;
  }
  return path.length > 0 ? { node, pos } : null;
}

/** The finding of a mark. */
export const foundOf = (mark: Decoration): PlacedFound => ({
  ...specOf(mark).found,
  at: { from: mark.from, to: mark.to },
});
