import { doc, p } from '../../src/core/document/testing/builders';
import { blockText } from '../../src/core/article/summary';
import { examine } from '../../src/core/checks/examine';
import type { Finding } from '../../src/core/checks/finding';
import type { BlockJson, DocJson } from '../../src/core/document/json';
import { unpairedMark } from '../../src/core/repair/kinds/unpairedMark';
import { applyEdits } from '../../src/core/repair/applyEdits';
import type { Lexicon } from '../../src/core/repair/lexicon';
import type { Damage } from './damage';

const HEAD = 3;

/** How a kind, or one variant of it, did. */
export interface Tally {
  done: number;
  found: number;
  wrong: number;
  missed: string[];
  mistaken: string[];
}

export const tally = (): Tally => ({ done: 0, found: 0, wrong: 0, missed: [], mistaken: [] });

export interface Harmed {
  text: string;
  was: string;
  damage: Damage | null;
}

export function articleIn(language: string, paragraphs: readonly string[]): DocJson {
  const article = doc(...paragraphs.map((text) => p(text)));
  return { ...article, attrs: { ...article.attrs, language } };
}

/** Compares what is found with what was done. Found means: named by its kind, and what is offered gives the paragraph as it was. */
export function score(
  language: string,
  paragraphs: readonly Harmed[],
  lexicon: Lexicon,
  of: (kind: string, variant?: string) => Tally,
): void {
  const article = articleIn(
    language,
    paragraphs.map(({ text }) => text),
  );
  const findings = examine(article, { of: 'text', lexicon });
  const byParagraph = new Map<number, Finding[]>();
  for (const finding of findings) {
    const at = (finding.place?.path[0] ?? -1) - HEAD;
    byParagraph.set(at, [...(byParagraph.get(at) ?? []), finding]);
  }
  paragraphs.forEach(({ text, was, damage }, at) => {
    const here = byParagraph.get(at) ?? [];
    const ours = damage ? here.filter(({ kind }) => kind === damage.kind) : [];
    const others = here.filter((finding) => !ours.includes(finding) && !damage?.companions?.includes(finding.kind));
    for (const finding of others) blame(of, finding, text);
    if (!damage) return;
    const tallies = [of(damage.kind), of(damage.kind, damage.variant)];
    const right = mends(article, at, ours, was);
    for (const each of tallies) {
      each.done++;
      if (right) each.found++;
      else if (ours.length === 0) each.missed.push(text);
    }
    if (!right) for (const finding of ours) blame(of, finding, text, damage.variant);
  });
}

/** Counts a finding that says something of undamaged words. */
export function blame(of: (kind: string, variant?: string) => Tally, finding: Finding, text: string, variant?: string): void {
  for (const each of [of(finding.kind), ...(variant ? [of(finding.kind, variant)] : [])]) {
    each.wrong++;
    each.mistaken.push(`${finding.before} → ${finding.after ?? '(only a person can tell)'} in: ${text}`);
  }
}

/** True when all that is offered, or one of several choices, gives the paragraph back. */
function mends(article: DocJson, at: number, findings: readonly Finding[], was: string): boolean {
  const ways = findings.some(({ choices }) => choices)
    ? findings.flatMap(({ choices }) => choices ?? []).map(({ edits }) => edits)
    : [findings.flatMap(({ edits }) => edits ?? [])];
  const told = findings.length === 1 && findings[0]?.choices !== undefined && findings[0].kind === unpairedMark.name;
  // Where the lost mark stood only a person can tell: naming the lonely one is all that can be asked.
  return (
    told ||
    ways.some((edits) => edits.length > 0 && blockText(applyEdits(article, edits).doc.content[at + HEAD] as BlockJson) === was)
  );
}
