import type { Finding } from './finding';

/** Leaves out findings whose edits touch those of an earlier one: what they are about is only seen when that is mended. */
export function apart(findings: readonly Finding[]): Finding[] {
  const taken = new Map<string, Set<number>>();
  return findings.filter(({ edits }) => {
    if (!edits) return true;
    const units = edits.flatMap(({ path, attribute, from, to }) => {
      const key = `${path.join('.')}/${attribute ?? ''}`;
      const block = taken.get(key) ?? new Set<number>();
      taken.set(key, block);
      return Array.from({ length: Math.max(1, to - from) }, (_, at) => ({ block, at: from + at }));
    });
    if (units.some(({ block, at }) => block.has(at))) return false;
    for (const { block, at } of units) block.add(at);
    return true;
  });
}
