import type { InlineJson } from '../document/json';
import type { AnyBlock } from '../history/inline';
import type { WordToken } from '../history/wordHunks';
import type { DeskChange } from './change';
import { lengthOf } from './changesInside';
import { withNotes } from './commentedWords';
import { joined, nodesOf, rewritten } from './leaves';
import type { Stretch } from './mergeWords';
import type { ReturnPlan, Shared } from './planReturn';

export type Comment = Extract<DeskChange, { kind: 'comment' }>;

/** What of a block's inside is taken. */
export interface ChangesInside {
  changes: readonly Extract<DeskChange, { kind: 'words' | 'attribute' }>[];
  comments: readonly Comment[];
}

/** One block of the draft with the changes inside it that are taken; the very same block where there are none. Pure. */
export function withChanges(
  block: AnyBlock,
  { desk, leaves }: Shared,
  { changes, comments: said }: ChangesInside,
  plan: ReturnPlan,
): AnyBlock {
  if (leaves === null) return block;
  const stretches = new Set(changes.flatMap((change) => (change.kind === 'words' ? [change.stretch] : [])));
  const attributes = changes.filter((change) => change.kind === 'attribute');
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
      const names = attributes.flatMap((change) => (change.path.join() === path.join() ? change.names : []));
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
