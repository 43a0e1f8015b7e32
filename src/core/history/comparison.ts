import type { FieldName } from '../article/fields';
import { partNames } from '../document/blockNames';
import type { DocJson } from '../document/json';
import { fieldChanges, type ValueChange } from './changedValues';
import { compareBlocks, type BlockChange } from './compareBlocks';
import { childrenOf, keyOf, type AnyBlock } from './inline';

/** What changed from one version of a document to another. */
export interface Comparison {
  fields: readonly ValueChange<FieldName>[];
  /** Of all children, kicker, headline and standfirst first; indices count in the document's content. */
  blocks: readonly BlockChange[];
  before: DocJson;
  after: DocJson;
}

/** What changed from `before` to `after`: fields, and blocks in the order in which a proof is read. Pure, and bounded for any length. */
export function compareDocuments(before: DocJson, after: DocJson): Comparison {
  const [old, now] = [childrenOf(before), childrenOf(after)];
  const first = partNames.length;
  const parts = partNames.map((_name, at): BlockChange => ({
    change: keyOf(childAt(old, at)) === keyOf(childAt(now, at)) ? 'same' : 'changed',
    before: at,
    after: at,
  }));
  const body = compareBlocks(old.slice(first), now.slice(first)).map(
    (change): BlockChange =>
      ({
        change: change.change,
        before: change.before === null ? null : change.before + first,
        after: change.after === null ? null : change.after + first,
      }) as BlockChange,
  );
  return { fields: fieldChanges(before.attrs, after.attrs), blocks: [...parts, ...body], before, after };
}

/** How many passages and fields differ. */
export const changeCount = ({ fields, blocks }: Comparison): number =>
  fields.length + blocks.filter(({ change }) => change !== 'same').length;

function childAt(blocks: readonly AnyBlock[], at: number): AnyBlock {
  const block = blocks[at];
  if (!block) throw new RangeError('not a whole document');
  return block;
}

/** Children of the present document in place of which others are put. */
export interface Splice {
  from: number;
  remove: number;
  insert: readonly AnyBlock[];
}

/**
 * How the present document (`after`) gets back one passage as it was in the version (`before`): splices in ascending order that count
 * in the present document. Empty for a passage that did not change.
 */
export function restoring({ blocks, before, after }: Comparison, at: number): Splice[] {
  const change = blocks[at];
  const old = childrenOf(before);
  if (!change || change.change === 'same') return [];
  if (change.change === 'added') {
    // A body is never empty.
    const last = childrenOf(after).length === partNames.length + 1;
    return [{ from: change.after, remove: 1, insert: last ? [{ type: 'paragraph' }] : [] }];
  }
  const insert = [childAt(old, change.before)];
  if (change.change === 'changed') return [{ from: change.after, remove: 1, insert }];
  const staying = blocks.filter((other): other is BlockChange & { before: number; after: number } =>
    ['same', 'changed'].includes(other.change),
  );
  const ahead = staying.filter((other) => other.before < change.before).at(-1);
  const place = { from: (ahead?.after ?? partNames.length - 1) + 1, remove: 0, insert };
  if (change.change === 'removed') return [place];
  const gone = { from: change.after, remove: 1, insert: [] };
  return [place, gone].sort((one, other) => one.from - other.from);
}
