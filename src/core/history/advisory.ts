import type { DocJson } from '../document/json';
import type { BlockChange } from './compareBlocks';
import { compareDocuments } from './comparison';
import { filingWords, type CountedBlock, type FilingWords } from './filingWords';
import { childrenOf, type AnyBlock } from './inline';
import { publicDocument } from './publicDocument';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList']);
const PARTS = ['kicker', 'headline', 'standfirst'] as const;
const CHANGES = ['added', 'removed', 'changed', 'moved'] as const satisfies readonly Exclude<BlockChange['change'], 'same'>[];

/**
 * The line that tells a desk what changed since a version was filed, as wires put it over a story: “UPDATES: new headline; adds
 * 1 quotation (Ana Reis) and 2 paragraphs.” In the language of the article, where Stet has words for it. Only of what readers see;
 * null where that is the same. Pure.
 */
export function advisoryLine(filed: DocJson, now: DocJson): string | null {
  const [before, after] = [publicDocument(filed), publicDocument(now)];
  const { blocks, fields } = compareDocuments(before, after);
  const words = filingWords(after.attrs.language);
  const [old, present] = [childrenOf(before), childrenOf(after)];
  const said: string[] = [];
  const counts = new Map<string, Count>();
  for (const { change, before: b, after: a } of blocks) {
    if (change === 'same') continue;
    const block: AnyBlock | undefined = a === null ? (b === null ? undefined : old[b]) : present[a];
    if (!block) continue;
    const part = PARTS.find((name) => name === block.type);
    if (part) {
      said.push(words[part]);
      continue;
    }
    const kind = kindOf(block, words);
    const key = `${change} ${kind}`;
    const entry = counts.get(key) ?? { change, count: 0, words: words.blocks[kind], speakers: new Set<string>() };
    entry.count++;
    const speaker = block.attrs?.speaker;
    if (typeof speaker === 'string' && speaker !== '') entry.speakers.add(speaker);
    counts.set(key, entry);
  }
  for (const change of CHANGES) {
    const list = [...counts.values()].filter((entry) => entry.change === change).map(counted);
    if (list.length > 0) said.push(`${words[change]} ${inList(list, words)}`);
  }
  if (fields.some(({ name }) => name === 'byline')) said.push(words.byline);
  if (fields.some(({ name }) => name === 'leadImage')) said.push(words.leadImage);
  const corrects = after.attrs.corrections.length > before.attrs.corrections.length ? after.attrs.corrections.at(-1) : undefined;
  const told = said.join(words.between);
  if (corrects) return `${words.corrects} ${corrects.text}${told === '' ? '' : ` (${told})`}`;
  return told === '' ? null : `${words.updates} ${told}.`;
}

interface Count {
  change: BlockChange['change'];
  count: number;
  words: readonly [one: string, many: string];
  speakers: Set<string>;
}

function kindOf({ type }: AnyBlock, { blocks }: FilingWords): CountedBlock {
  if (LISTS.has(type)) return 'list';
  return Object.hasOwn(blocks, type) ? (type as CountedBlock) : 'paragraph';
}

const counted = ({ count, words: [one, many], speakers }: Count): string =>
  `${count} ${count === 1 ? one : many}${speakers.size > 0 ? ` (${[...speakers].join(', ')})` : ''}`;

const inList = (items: readonly string[], { and }: FilingWords): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')}${and}${items.at(-1) ?? ''}`;
