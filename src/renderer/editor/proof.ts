import type { Node } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
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

/** What came of an examination or a part of one, in the places of the document that was examined. */
export interface Proof {
  readonly marks: readonly Decoration[];
  /** Findings about the whole page. */
  readonly page: readonly Found[];
  /** How often each finding was met so far. */
  readonly seen: ReadonlyMap<string, number>;
}

/** The text of a block as findings count it: a break, and whatever else is no text, is one line feed. */
export const wordsIn = (block: Node): string => block.textBetween(0, block.content.size, undefined, () => '\n');

/**
 * Findings of `doc` as marks over it, after those that were `met` before. One whose words are not where it says is kept without a
 * mark: nothing is ever shown in the wrong place.
 */
export function proofOf(doc: Node, findings: readonly Finding[], met: ReadonlyMap<string, number> = new Map()): Proof {
  const marks: Decoration[] = [];
  const page: Found[] = [];
  const seen = new Map(met);
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
    const found: Found = { id, finding, ...place.found };
    const attributes = { class: `proof proof-${finding.level}`, 'data-kind': finding.kind };
    marks.push(
      place.found.attribute === null
        ? Decoration.inline(place.from, place.to, attributes, { found })
        : Decoration.node(place.from, place.to, { class: `proof-block proof-block-${finding.level}` }, { found }),
    );
  }
  return { marks, page, seen };
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
  for (const index of path) {
    const child = node.maybeChild(index);
    if (!child) return null;
    pos = start;
    if (node === doc) pos = blockStarts(doc)[index] ?? 0;
    else for (let before = 0; before < index; before++) pos += node.child(before).nodeSize;
    node = child;
    start = pos + 1;
  }
  return path.length > 0 ? { node, pos } : null;
}

/** True for a mark that stands where another does and says the same: nothing has to be drawn anew. */
export function isSameMark(one: Decoration, other: Decoration): boolean {
  if (one.from !== other.from || one.to !== other.to) return false;
  return JSON.stringify(said(one)) === JSON.stringify(said(other));
}

function said(mark: Decoration): unknown[] {
  const { finding, proposals, attribute, reach } = (mark.spec as { found: Found }).found;
  const { level, certainty, message, before, quoted, fixes, place } = finding;
  const isOffered = finding.edits !== undefined;
  return [level, certainty, message, before, quoted, fixes, proposals, attribute, reach, isOffered, attribute && place?.from];
}

/** The finding of a mark. */
export const foundOf = (mark: Decoration): PlacedFound => ({
  ...(mark.spec as { found: Found }).found,
  at: { from: mark.from, to: mark.to },
});
