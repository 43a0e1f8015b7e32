import { attributeChanges, attributesInWords, type ValueChange } from '../../core/history/changedValues';
import { compareBlocks } from '../../core/history/compareBlocks';
import { compareWords, type Passage } from '../../core/history/compareWords';
import { blocksOf, inlineOf, type AnyBlock } from '../../core/history/inline';

/** A block of a proof, ready to be drawn. */
export interface ProofNode {
  tag: string;
  type: string;
  /** Attributes of its element. */
  numbering: { start?: number };
  /** True when it was not there before; and when it is not there any more. */
  came: boolean;
  went: boolean;
  /** Null for a block without words of its own. */
  words: readonly Passage[] | null;
  children: readonly ProofNode[];
  changes: readonly ValueChange[];
  /** What it says beside its words and did not change. */
  facts: readonly { title: string; value: string }[];
}

/** Other blocks that hold blocks are plain boxes, and other text a paragraph. */
const tags: Readonly<Partial<Record<string, string>>> = {
  headline: 'h1',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  quote: 'blockquote',
  pullQuote: 'blockquote',
  codeBlock: 'pre',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
};

/** How a block reads in a proof: `before` and `after` are the same object where nothing changed, null where there was or is none. */
export function proofNode(before: AnyBlock | null, after: AnyBlock | null, language: string): ProofNode {
  const block = after ?? before ?? { type: 'paragraph' };
  const words = wordsOf(before, after, language);
  const changes = before && after && before !== after ? attributeChanges(before, after) : [];
  const heading = block.attrs?.level === 3 ? 'h3' : 'h2';
  return {
    tag: block.type === 'heading' ? heading : (tags[block.type] ?? (words ? 'p' : 'div')),
    type: block.type,
    numbering: block.type === 'orderedList' ? { start: Number(block.attrs?.start ?? 1) } : {},
    came: before === null,
    went: after === null,
    words,
    children: childrenOf(before, after).map(([old, now]) => proofNode(old, now, language)),
    changes,
    facts: attributesInWords(block).filter(({ title }) => !changes.some((change) => change.title === title)),
  };
}

function wordsOf(before: AnyBlock | null, after: AnyBlock | null, language: string): Passage[] | null {
  const [old, now] = [before && inlineOf(before), after && inlineOf(after)];
  if (old && now && before !== after) return compareWords(old, now, language);
  if (now) return [{ change: before ? 'same' : 'added', content: now, restyled: false }];
  return old && [{ change: after ? 'same' : 'removed', content: old, restyled: false }];
}

function childrenOf(before: AnyBlock | null, after: AnyBlock | null): [AnyBlock | null, AnyBlock | null][] {
  const [old, now] = [before && blocksOf(before), after && blocksOf(after)];
  if (before === after) return (now ?? []).map((child) => [child, child]);
  if (!old || !now)
    return [
      ...(old ?? []).map((child): [AnyBlock, null] => [child, null]),
      ...(now ?? []).map((child): [null, AnyBlock] => [null, child]),
    ];
  return compareBlocks(old, now).map(({ before: b, after: a }) => [
    b === null ? null : (old[b] ?? null),
    a === null ? null : (now[a] ?? null),
  ]);
}
