import { hunksBetween, type Hunk, type WordToken } from '../history/wordHunks';

/**
 * A stretch of a text in three versions. `desk`: only the desk changed it; `draft`: only the writer; `both`: both did, so that one
 * of the two wordings has to go; `agreed`: both made the same of it.
 */
export interface Stretch {
  who: 'nobody' | 'desk' | 'draft' | 'both' | 'agreed';
  base: readonly WordToken[];
  desk: readonly WordToken[];
  draft: readonly WordToken[];
  /** Where they begin in the text as it was sent, and in the desk's. */
  from: number;
  at: number;
}

/** `base` is the text that was sent as it came back unchanged, `here` the same as the library has it. */
export interface ThreeTexts {
  base: readonly WordToken[];
  here: readonly WordToken[];
  desk: readonly WordToken[];
  draft: readonly WordToken[];
}

/**
 * What desk and writer made of one text, as stretches in order: joined, their `desk` is the desk's text, their `draft` the writer's.
 * Changes that overlap or touch are at the same place.
 */
export function mergeWords({ base: sent, here, desk, draft }: ThreeTexts): Stretch[] {
  // Where the format itself turned words into others, there is only one text to count from.
  const base = sent.length === here.length ? sent : here;
  const edits = [
    ...hunksBetween(base, desk).map((hunk) => ({ hunk, by: 'desk' as const })),
    ...(here === draft ? [] : hunksBetween(here, draft)).map((hunk) => ({ hunk, by: 'draft' as const })),
  ].sort((one, other) => one.hunk.from - other.hunk.from || one.hunk.to - other.hunk.to);
  const stretches: Stretch[] = [];
  let [done, atDesk, atDraft] = [0, 0, 0];
  const same = (upTo: number) => {
    if (upTo <= done) return;
    const length = upTo - done;
    const words = draft.slice(atDraft, atDraft + length);
    stretches.push({
      who: 'nobody',
      base: words,
      desk: desk.slice(atDesk, atDesk + length),
      draft: words,
      from: done,
      at: atDesk,
    });
    [done, atDesk, atDraft] = [upTo, atDesk + length, atDraft + length];
  };
  for (let i = 0; i < edits.length;) {
    const first = edits[i];
    if (!first) break;
    const together: { desk: Hunk[]; draft: Hunk[] } = { desk: [], draft: [] };
    let to = first.hunk.to;
    for (let next = edits[i]; next && (next === first || next.hunk.from <= to); next = edits[++i]) {
      together[next.by].push(next.hunk);
      to = Math.max(to, next.hunk.to);
    }
    const { from } = first.hunk;
    same(from);
    const length = (hunks: readonly Hunk[]) =>
      to - from + hunks.reduce((sum, hunk) => sum + (hunk.upTo - hunk.at) - (hunk.to - hunk.from), 0);
    const [ours, theirs] = [
      draft.slice(atDraft, atDraft + length(together.draft)),
      desk.slice(atDesk, atDesk + length(together.desk)),
    ];
    const who =
      together.draft.length === 0 ? 'desk' : together.desk.length === 0 ? 'draft' : isSame(ours, theirs) ? 'agreed' : 'both';
    stretches.push({ who, base: here.slice(from, to), desk: theirs, draft: ours, from, at: atDesk });
    [done, atDesk, atDraft] = [to, atDesk + theirs.length, atDraft + ours.length];
  }
  same(here.length);
  return stretches;
}

const isSame = (one: readonly WordToken[], other: readonly WordToken[]): boolean =>
  one.length === other.length && one.every(({ text, look }, at) => text === other[at]?.text && look === other[at].look);
