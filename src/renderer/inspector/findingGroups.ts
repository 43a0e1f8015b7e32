import type { PlacedFound } from '../editor/proof';

/** Findings of one kind, or those about the article as a whole. */
export interface FindingGroup {
  /** Null for what is about the whole article. */
  kind: string | null;
  title: string;
  /** In reading order. */
  list: readonly PlacedFound[];
  /** How many of them one key could accept, outside quotations and inside. */
  open: number;
  quoted: number;
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Findings as the panel shows them: the whole article first, then each kind where its first one stands. */
export function findingGroups(list: readonly PlacedFound[]): FindingGroup[] {
  const groups = new Map<string | null, PlacedFound[]>();
  for (const found of list) {
    const kind = found.at === null ? null : found.finding.kind;
    const known = groups.get(kind);
    if (known) known.push(found);
    else groups.set(kind, [found]);
  }
  return [...groups].map(([kind, group]) => {
    const proposed = group.filter(({ finding, proposals }) => finding.edits !== undefined && proposals.length > 0);
    const quoted = proposed.filter(({ finding }) => finding.quoted).length;
    return {
      kind,
      title: kind === null ? 'The whole article' : sentence(kind),
      list: group,
      open: proposed.length - quoted,
      quoted,
    };
  });
}
