import type { Fields } from '../article/fields';
import type { InlineJson, MarkJson } from '../document/json';
import { partNames } from '../document/blockNames';
import type { AnyBlock } from '../history/inline';
import type { WordToken } from '../history/wordHunks';
import type { DeskChange } from './change';
import { joined, nodesOf, rewritten } from './leaves';
import type { Stretch } from './mergeWords';
import { lengthOf } from './changesInside';
import type { ReturnPlan, Shared } from './planReturn';

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

type Words = Extract<DeskChange, { kind: 'words' }>;
type Comment = Extract<DeskChange, { kind: 'comment' }>;
interface Entry {
  from: readonly number[];
  blocks: readonly AnyBlock[];
}

const PARTS = partNames.length;

/** The draft as it would read with the changes of these ids taken: the same for a set of changes, whatever the order. Pure. */
export function wantedText(plan: ReturnPlan, taken: ReadonlySet<string>): WantedText {
  const { draft, material, goes, had } = plan;
  const { desk } = material;
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

  const entries: Entry[] = [];
  const byDesk = new Map<number, Entry>();
  const byDraft = new Map<number, Entry>();
  const exchanges = new Map<number, Extract<DeskChange, { kind: 'blocks' }>>();
  for (const change of chosen) if (change.kind === 'blocks') exchanges.set(change.desk[0] ?? -1 - (change.base[0] ?? 0), change);

  draft.blocks.forEach((block, d) => {
    const shared = plan.shared.get(d);
    const whole = shared && exchanges.get(shared.desk);
    const inPlace =
      shared !== undefined && whole?.base[0] === shared.base && whole.desk.length === 1 && goes.get(whole.id)?.[0] === d;
    const blocks = inPlace ? [come(shared.desk)] : [shared ? withChanges(block, shared, chosen, comments, plan) : block];
    const entry: Entry = { from: [d], blocks };
    if (inPlace) exchanges.delete(shared.desk);
    entries.push(entry);
    byDraft.set(d, entry);
    if (shared && !shared.moved) byDesk.set(shared.desk, entry);
  });
  for (const [r, d] of had) {
    const entry = byDraft.get(d);
    if (entry) byDesk.set(r, entry);
  }

  const remove = (ats: readonly number[]): void => {
    for (const d of ats) {
      const index = entries.findIndex((entry) => entry === byDraft.get(d));
      if (index >= 0) entries.splice(index, 1);
    }
  };
  /** Behind what stands before it in the desk's copy, and is here. */
  const placeOf = (r: number): number => {
    for (let before = r - 1; before >= PARTS; before--) {
      const entry = byDesk.get(before);
      const index = entry ? entries.lastIndexOf(entry) : -1;
      if (index >= 0) return index + 1;
    }
    return PARTS;
  };

  const placed: { r: number; put: () => void }[] = [];
  for (const change of exchanges.values()) {
    const at = goes.get(change.id) ?? [];
    const [first] = change.desk;
    if (first === undefined) {
      remove(at);
      continue;
    }
    placed.push({
      r: first,
      put: () => {
        remove(at);
        const entry: Entry = { from: at, blocks: change.desk.map(come) };
        entries.splice(placeOf(first), 0, entry);
        for (const r of change.desk) byDesk.set(r, entry);
      },
    });
  }
  for (const change of chosen) {
    if (change.kind !== 'moved') continue;
    const d = [...plan.shared].find(([, { base }]) => base === change.base)?.[0];
    const entry = (d === undefined ? undefined : byDraft.get(d)) ?? { from: [], blocks: [come(change.desk)] };
    placed.push({
      r: change.desk,
      put: () => {
        if (d !== undefined) remove([d]);
        entries.splice(placeOf(change.desk), 0, entry);
        byDesk.set(change.desk, entry);
      },
    });
  }
  for (const { put } of placed.sort((one, other) => one.r - other.r)) put();

  const fields: Partial<Fields> = {};
  for (const change of chosen) if (change.kind === 'field') Object.assign(fields, { [change.name]: desk.fields[change.name] });
  const notes = comments.filter((comment) => comment.desk === null).map(({ text }) => text);
  return { entries, fields, notes };
}

/** One block of the draft with those of the changes inside it that are taken. */
function withChanges(
  block: AnyBlock,
  { base, desk, leaves }: Shared,
  chosen: readonly DeskChange[],
  comments: readonly Comment[],
  plan: ReturnPlan,
): AnyBlock {
  if (leaves === null) return block;
  const stretches = new Set(
    chosen.filter((change): change is Words => change.kind === 'words' && change.base === base).map(({ stretch }) => stretch),
  );
  const attributes = chosen.filter((change) => change.kind === 'attribute' && change.base === base);
  const said = comments.filter((comment) => comment.desk === desk);
  if (stretches.size === 0 && attributes.length === 0 && said.length === 0) return block;
  const back = nodesOf(plan.material.desk.blocks[desk] ?? block);
  const theirs = (path: readonly number[]) => back.find((each) => each.path.join() === path.join())?.node.attrs ?? {};
  return rewritten(
    block,
    (_leaf, index) =>
      assembled(
        leaves[index] ?? [],
        stretches,
        said.filter(({ leaf }) => leaf === index),
      ),
    (node, path) => {
      const names = attributes.flatMap((change) =>
        change.kind === 'attribute' && change.path.join() === path.join() ? change.names : [],
      );
      if (names.length === 0) return node.attrs;
      return { ...node.attrs, ...Object.fromEntries(names.map((name) => [name, theirs(path)[name]])) };
    },
  );
}

/** The words of a textblock with some stretches as the desk has them, and comments on the words they are about. */
function assembled(stretches: readonly Stretch[], taken: ReadonlySet<Stretch>, comments: readonly Comment[]): InlineJson[] {
  // Where each word stands in the desk's text; a word that the desk changed stands where its own do.
  const words: { token: WordToken; from: number; to: number; notes: string[] }[] = [];
  let at = 0;
  for (const stretch of stretches) {
    const theirs = taken.has(stretch) || stretch.who === 'nobody';
    const end = at + stretch.desk.reduce((sum, { text }) => sum + lengthOf(text), 0);
    let within = at;
    for (const token of taken.has(stretch) ? stretch.desk : stretch.draft) {
      const from = theirs ? within : at;
      if (theirs) within += lengthOf(token.text);
      words.push({ token, from, to: theirs ? within : end, notes: [] });
    }
    at = end;
  }
  for (const { from, to, text } of comments) {
    const meant = words.filter((word) => word.from < to && word.to > from);
    const near = words.findLast((word) => word.from < from && word.token.text.trim() !== '') ?? words[0];
    for (const word of meant.length > 0 ? meant : near ? [near] : []) word.notes.push(text);
  }
  return joined(words.flatMap(({ token, notes }) => token.content.map((node) => withNotes(node, notes))));
}

/** A textblock that comes from the desk, with what was said of its words. */
function commented(
  content: readonly InlineJson[],
  comments: readonly { from: number; to: number; text: string }[],
): InlineJson[] {
  const cuts = [...new Set(comments.flatMap(({ from, to }) => [from, to]))];
  let at = 0;
  const pieces = content.flatMap((node): InlineJson[] => {
    const start = at;
    if (node.type !== 'text') {
      at += 1;
      return [node];
    }
    at += node.text.length;
    const inside = [start, ...cuts.filter((cut) => cut > start && cut < at).sort((a, b) => a - b), at];
    return inside.slice(1).map((end, index) => {
      const from = inside[index] ?? start;
      const said = comments.filter((comment) => comment.from < end && comment.to > from).map(({ text }) => text);
      return withNotes({ ...node, text: node.text.slice(from - start, end - start) }, said);
    });
  });
  return joined(pieces);
}

function withNotes(node: InlineJson, notes: readonly string[]): InlineJson {
  if (notes.length === 0 || node.type !== 'text') return node;
  const note: MarkJson = { type: 'note', attrs: { text: [...new Set(notes)].join(' / ') } };
  return { ...node, marks: [...(node.marks ?? []), note] };
}
