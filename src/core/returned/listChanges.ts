import { fieldTitles } from '../article/fieldTitles';
import { attributeChanges, fieldChanges, type ValueChange } from '../history/changedValues';
import type { Fields } from '../article/fields';
import { partNames } from '../document/blockNames';
import type { InlineJson } from '../document/json';
import type { Passage } from '../history/compareWords';
import type { AnyBlock } from '../history/inline';
import type { WordToken } from '../history/wordHunks';
import type { DeskChange } from './change';
import type { Stretch } from './mergeWords';
import { joined, leavesOf, nodesOf } from './leaves';
import type { TouchedQuotation } from './quotationTouched';
import type { ReturnPlan, Shared } from './planReturn';
import type { Review } from './review';

/** A change as a person reads it. */
export interface ListedChange {
  change: DeskChange;
  /** Set where somebody's words, or what is said of them, would be others. */
  quotation: TouchedQuotation | null;
  /** Takes no part in taking many at once: quotations, what the writer changed too, and fields that the copy has nothing in. */
  alone: boolean;
  /** Where it stands, as a desk calls it: “Headline”, “Byline”, “Paragraph”. */
  where: string;
  shown: Shown;
}

/** What a proof draws of a change. */
export type Shown =
  | { kind: 'words'; passages: readonly Passage[]; mine: readonly InlineJson[] | null }
  | { kind: 'values'; values: readonly ValueChange[]; of: AnyBlock | null }
  | { kind: 'blocks'; pairs: readonly (readonly [before: AnyBlock | null, after: AnyBlock | null])[] }
  | { kind: 'comment'; text: string; about: readonly InlineJson[] };

const PARTS = partNames.length;
/** Words shown on either side of a change. */
const AROUND = 12;

const titles: Readonly<Record<string, string>> = {
  kicker: 'Kicker',
  headline: 'Headline',
  standfirst: 'Standfirst',
  heading: 'Crosshead',
  quote: 'Quotation',
  pullQuote: 'Pull quote',
  factBox: 'Fact box',
  table: 'Table',
  figure: 'Picture',
  related: 'Read also',
  embed: 'Link card',
  bulletList: 'List',
  orderedList: 'List',
  codeBlock: 'Code',
  horizontalRule: 'Break',
};

/**
 * Everything that the desk changed and the draft does not have already, as it is looked through: changed words of quotations, what is
 * said of them, then headline and fields, then the rest in the order of the text.
 */
export function listChanges(review: Review): ListedChange[] {
  const { changes } = review.plan;
  const listed = changes
    .filter(({ standing }) => standing !== 'settled')
    .map((change): ListedChange => {
      const quotation = review.quotationsTouched(change);
      const alone = quotation !== null || change.standing === 'clash' || (change.kind === 'field' && change.emptied);
      return { change, quotation, alone, where: whereOf(change, review), shown: shownOf(change, review) };
    });
  const rank = ({ change, quotation }: ListedChange): number =>
    quotation ? (change.kind === 'attribute' ? 1 : 0) : change.kind !== 'field' && change.place >= PARTS ? 3 : 2;
  return listed.sort((one, other) => rank(one) - rank(other) || one.change.place - other.change.place);
}

/** The ids of those that may be taken all at once: never a quotation. */
export const takenTogether = (listed: readonly ListedChange[]): string[] =>
  listed.filter(({ alone }) => !alone).map(({ change }) => change.id);

function blockOf(change: DeskChange, review: Review): AnyBlock | undefined {
  const { base, desk } = review.material;
  switch (change.kind) {
    case 'field':
      return undefined;
    case 'blocks':
      return desk.blocks[change.desk[0] ?? -1] ?? base.blocks[change.base[0] ?? -1];
    default:
      return desk.blocks[change.desk ?? -1];
  }
}

function whereOf(change: DeskChange, review: Review): string {
  if (change.kind === 'field') return fieldTitles[change.name];
  const block = blockOf(change, review);
  return block ? (titles[block.type] ?? 'Paragraph') : 'The whole article';
}

function shownOf(change: DeskChange, review: Review): Shown {
  const { base, desk, here } = review.material;
  const { draft } = review.plan;
  switch (change.kind) {
    case 'words':
      return wordsShown(change, review);
    case 'attribute': {
      const at = change.path.join();
      const find = (blocks: readonly AnyBlock[], index: number) =>
        nodesOf(blocks[index] ?? { type: 'paragraph' }).find(({ path }) => path.join() === at)?.node ?? { type: 'paragraph' };
      const values = attributeChanges(find(base.blocks, change.base), find(desk.blocks, change.desk));
      return {
        kind: 'values',
        values: values.filter(({ name }) => change.names[0] === name),
        of: desk.blocks[change.desk] ?? null,
      };
    }
    case 'field':
      return {
        kind: 'values',
        values: fieldChanges(draft.fields as Fields, { ...draft.fields, [change.name]: desk.fields[change.name] } as Fields),
        of: null,
      };
    case 'moved': {
      const block = desk.blocks[change.desk] ?? null;
      return { kind: 'blocks', pairs: [[block, block]] };
    }
    case 'blocks': {
      const mine = (review.plan.goes.get(change.id) ?? []).map((d) => draft.blocks[d]);
      const old = change.standing === 'clash' && mine.length > 0 ? mine : change.base.map((n) => here.blocks[n]);
      const now = change.desk.map((r) => desk.blocks[r]);
      const length = Math.max(old.length, now.length);
      const single = old.length === 1 && now.length === 1 && old[0]?.type === now[0]?.type;
      const pairs = Array.from({ length: single ? 1 : length }, (_, at) => [old[at] ?? null, now[at] ?? null] as const);
      return {
        kind: 'blocks',
        pairs: single
          ? pairs
          : [
              ...pairs.flatMap(([one]) => (one ? [[one, null] as const] : [])),
              ...pairs.flatMap(([, one]) => (one ? [[null, one] as const] : [])),
            ],
      };
    }
    case 'comment':
      return { kind: 'comment', text: change.text, about: aboutOf(change, review) };
  }
}

function wordsShown(change: Extract<DeskChange, { kind: 'words' }>, { plan }: Review): Shown {
  const leaves = sharedByBase(plan).get(change.base)?.leaves?.[change.leaf] ?? [];
  const at = leaves.indexOf(change.stretch);
  const lead = tokensBefore(leaves, at);
  const tail = tokensBehind(leaves, at);
  const { base, desk, draft, who } = change.stretch;
  const kept = same(base, desk);
  const passage = (kind: Passage['change'], tokens: readonly WordToken[], restyled = false): Passage[] =>
    tokens.length === 0 ? [] : [{ change: kind, content: contentOf(tokens), restyled }];
  return {
    kind: 'words',
    passages: [
      ...passage('same', cut(lead.slice(-AROUND), lead.length > AROUND, false)),
      ...(kept ? passage('same', desk, true) : [...passage('removed', base), ...passage('added', desk)]),
      ...passage('same', cut(tail.slice(0, AROUND), false, tail.length > AROUND)),
    ],
    mine: who === 'both' ? contentOf(draft) : null,
  };
}

/** One word more than is shown, which tells that there are more. */
const ENOUGH = AROUND + 1;

function tokensBefore(leaves: readonly Stretch[], at: number): readonly WordToken[] {
  let found: WordToken[] = [];
  for (let near = at - 1; near >= 0 && found.length < ENOUGH; near--)
    found = [...(leaves[near]?.draft.slice(-ENOUGH) ?? []), ...found];
  return found.slice(-ENOUGH);
}

function tokensBehind(leaves: readonly Stretch[], at: number): readonly WordToken[] {
  const found: WordToken[] = [];
  for (let near = at + 1; near < leaves.length && found.length < ENOUGH; near++)
    found.push(...(leaves[near]?.draft.slice(0, ENOUGH) ?? []));
  return found.slice(0, ENOUGH);
}

const byBase = new WeakMap<ReturnPlan, ReadonlyMap<number, Shared>>();

/** Blocks that desk and writer share, by the block that was sent: the first where there are several. */
function sharedByBase(plan: ReturnPlan): ReadonlyMap<number, Shared> {
  let known = byBase.get(plan);
  if (!known) byBase.set(plan, (known = new Map([...plan.shared.values()].reverse().map((shared) => [shared.base, shared]))));
  return known;
}

const same = (one: readonly WordToken[], other: readonly WordToken[]): boolean =>
  one.length > 0 && one.length === other.length && one.every(({ text }, at) => text === other[at]?.text);

const ellipsis: WordToken = { text: '…', look: '', content: [{ type: 'text', text: '…' }] };
function cut(tokens: readonly WordToken[], before: boolean, after: boolean): readonly WordToken[] {
  const isSpace = ({ text }: WordToken) => text.trim() === '';
  const from = before ? tokens.findIndex((token) => !isSpace(token)) : 0;
  const to = after ? tokens.findLastIndex((token) => !isSpace(token)) + 1 : tokens.length;
  return [...(before ? [ellipsis] : []), ...tokens.slice(Math.max(0, from), to), ...(after ? [ellipsis] : [])];
}

const contentOf = (tokens: readonly WordToken[]): InlineJson[] => joined(tokens.flatMap(({ content }) => content));

/** The words that a comment is about. */
function aboutOf({ desk, leaf, from, to }: Extract<DeskChange, { kind: 'comment' }>, review: Review): InlineJson[] {
  const block = desk === null ? undefined : review.material.desk.blocks[desk];
  const content = (block && leavesOf(block)[leaf]?.content) ?? [];
  const words = content
    .map((node) => (node.type === 'text' ? node.text : '\n'))
    .join('')
    .slice(from, to);
  return words.trim() === '' ? [] : [{ type: 'text', text: words }];
}
