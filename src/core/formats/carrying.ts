import {
  blockNames,
  markNames,
  privateMarkNames,
  type BlockName,
  type MarkName,
  type PartName,
  type PublicMarkName,
} from '../document/blockNames';
import type { BlockAttributes, MarkAttributes } from '../document/attributes';
import type { MarkJson } from '../document/json';
import type { PublicFields } from '../document/publicFields';
import type { PublicView } from '../document/publicView';
import { attributeWords, blockWords, counted, fieldWords, markWords } from './lossWords';

/**
 * What becomes of a part in a format: a reader still sees what it is (`whole`), only its words are there (`words`),
 * nothing of it is (`none`), or all of it but some attributes.
 */
export type Carried<A> = 'whole' | 'words' | 'none' | { without: readonly (keyof A & string)[] };

/** What a format carries, complete: a new block, mark or field does not compile until each format has answered for it. */
export interface Carries {
  parts: Record<Exclude<PartName, 'headline'>, 'whole' | 'none'>;
  blocks: { [B in BlockName]: Carried<BlockAttributes[B]> };
  marks: { [M in PublicMarkName]: Carried<MarkAttributes[M]> };
  fields: {
    [F in keyof PublicFields]: 'whole' | 'none' | { without: readonly (keyof NonNullable<PublicFields[F]> & string)[] };
  } & {
    series: 'whole' | 'none' | { without: readonly (keyof PublicView['series'])[] };
  };
}

const isBlock = new Set<string>(blockNames);
const hidden: readonly MarkName[] = privateMarkNames;
const isPublic = (name: string): name is PublicMarkName => markNames.some((known) => known === name && !hidden.includes(known));

interface Loose {
  type: string;
  attrs?: Record<string, unknown>;
  content?: readonly Loose[];
  marks?: readonly MarkJson[];
}

/**
 * What of this article the format cannot carry, each as a writer would count it: `3 links`, `the slug`. Empty when all of
 * it comes through. Pure; linear in the length of the text.
 */
export function lossesOf(view: PublicView, carries: Carries): string[] {
  const counts = new Map<string, { count: number; words: readonly [one: string, many: string] }>();
  const lost = (key: string, words: readonly [string, string]): void => {
    const entry = counts.get(key) ?? { count: 0, words };
    entry.count++;
    counts.set(key, entry);
  };
  const attributes = (key: string, carried: Carried<never>, attrs: Record<string, unknown> | undefined): void => {
    if (typeof carried === 'string') return;
    for (const name of carried.without)
      if (isSaid(attrs?.[name]))
        lost(`${key}.${String(name)}`, attributeWords[`${key}.${String(name)}`] ?? ['detail', 'details']);
  };
  const visit = (node: Loose, before: readonly MarkJson[]): void => {
    if (isBlock.has(node.type)) {
      const name = node.type as BlockName;
      const carried = carries.blocks[name] as Carried<never>;
      if (carried === 'words' || carried === 'none') lost(name, blockWords[name]);
      attributes(name, carried, node.attrs);
      if (carried === 'none') return;
    }
    for (const mark of node.marks ?? []) {
      if (!isPublic(mark.type) || before.some((other) => same(other, mark))) continue;
      const carried = carries.marks[mark.type] as Carried<never>;
      if (carried === 'words' || carried === 'none') lost(markWords[mark.type][1], markWords[mark.type]);
      attributes(mark.type, carried, mark.attrs as Record<string, unknown> | undefined);
    }
    let last: readonly MarkJson[] = [];
    for (const child of node.content ?? []) {
      visit(child, last);
      last = child.marks ?? [];
    }
  };
  visit({ type: 'standfirst', content: view.standfirst as readonly Loose[] }, []);
  for (const block of view.body) visit(block as Loose, []);
  const gone = [
    ...(carries.parts.kicker === 'none' && view.kicker !== '' ? [fieldWords.kicker] : []),
    ...(carries.parts.standfirst === 'none' && view.standfirst.length > 0 ? [fieldWords.standfirst] : []),
    ...(Object.keys(carries.fields) as (keyof Carries['fields'])[]).flatMap((name) => {
      const value = name === 'series' ? (seriesOf(view) === null ? null : view.series) : view.fields[name];
      const carried: 'whole' | 'none' | { without: readonly string[] } = carries.fields[name];
      if (!isSaid(value) || carried === 'whole') return [];
      if (carried === 'none') return [fieldWords[name]];
      const inside = value as Record<string, unknown>;
      return carried.without
        .filter((key) => isSaid(inside[key]))
        .map((key) => attributeWords[`${name}.${key}`]?.[0] ?? fieldWords[name]);
    }),
  ];
  return [...[...counts.values()].map(({ count, words }) => counted(count, words)), ...gone];
}

const seriesOf = ({ series }: PublicView): unknown => series.name ?? series.previous ?? series.next;

function isSaid(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return false;
  return !Array.isArray(value) || value.length > 0;
}

const same = (a: MarkJson, b: MarkJson): boolean =>
  a === b || (a.type === b.type && JSON.stringify(a.attrs ?? null) === JSON.stringify(b.attrs ?? null));
