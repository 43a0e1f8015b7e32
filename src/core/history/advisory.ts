import type { DocJson } from '../document/json';
import type { BlockChange } from './compareBlocks';
import { compareDocuments } from './comparison';
import { childrenOf, type AnyBlock } from './inline';
import { publicDocument } from './publicDocument';

/** What a desk calls a block when it counts changes. */
const names: Readonly<Record<string, readonly [one: string, many: string]>> = {
  heading: ['crosshead', 'crossheads'],
  quote: ['quotation', 'quotations'],
  pullQuote: ['pull quote', 'pull quotes'],
  factBox: ['fact box', 'fact boxes'],
  table: ['table', 'tables'],
  figure: ['picture', 'pictures'],
  related: ['“read also”', '“read also” lines'],
  embed: ['link card', 'link cards'],
  bulletList: ['list', 'lists'],
  orderedList: ['list', 'lists'],
};
const PARTS = ['kicker', 'headline', 'standfirst'] as const;
const verbs: Readonly<Record<Exclude<BlockChange['change'], 'same'>, string>> = {
  added: 'adds',
  removed: 'removes',
  changed: 'changes',
  moved: 'moves',
};

/**
 * The line that tells a desk what changed since a version was filed, as wires put it over a story: “UPDATES: new headline; adds
 * 1 quotation (Ana Reis) and 2 paragraphs.” Only of what readers see; null where that is the same. Pure.
 */
export function advisoryLine(filed: DocJson, now: DocJson): string | null {
  const [before, after] = [publicDocument(filed), publicDocument(now)];
  const { blocks, fields } = compareDocuments(before, after);
  const [old, present] = [childrenOf(before), childrenOf(after)];
  const said: string[] = [];
  const counts = new Map<string, { count: number; words: readonly [string, string]; speakers: Set<string> }>();
  for (const { change, before: b, after: a } of blocks) {
    if (change === 'same') continue;
    const block: AnyBlock | undefined = a === null ? (b === null ? undefined : old[b]) : present[a];
    if (!block) continue;
    const part = PARTS.find((name) => name === block.type);
    if (part) {
      said.push(`new ${part}`);
      continue;
    }
    const words = names[block.type] ?? ['paragraph', 'paragraphs'];
    const key = `${verbs[change]} ${words[0]}`;
    const entry = counts.get(key) ?? { count: 0, words, speakers: new Set<string>() };
    entry.count++;
    const speaker = block.attrs?.speaker;
    if (typeof speaker === 'string' && speaker !== '') entry.speakers.add(speaker);
    counts.set(key, entry);
  }
  for (const verb of Object.values(verbs)) {
    const list = [...counts].filter(([key]) => key.startsWith(`${verb} `)).map(([, entry]) => entry);
    if (list.length > 0) said.push(`${verb} ${inList(list.map(counted))}`);
  }
  if (fields.some(({ name }) => name === 'byline')) said.push('new byline');
  if (fields.some(({ name }) => name === 'leadImage')) said.push('new lead image');
  const corrects = after.attrs.corrections.length > before.attrs.corrections.length ? after.attrs.corrections.at(-1) : undefined;
  if (corrects) return `CORRECTS: ${corrects.text}${said.length > 0 ? ` (${said.join('; ')})` : ''}`;
  return said.length > 0 ? `UPDATES: ${said.join('; ')}.` : null;
}

function counted({
  count,
  words: [one, many],
  speakers,
}: {
  count: number;
  words: readonly [string, string];
  speakers: Set<string>;
}): string {
  return `${count} ${count === 1 ? one : many}${speakers.size > 0 ? ` (${[...speakers].join(', ')})` : ''}`;
}

const inList = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
