import { blockText, inlineText } from '../article/summary';
import type { BlockJson } from './json';
import type { PublicView } from './publicView';

/** One part or block that differs, as a person compares it: its words before and after; null where there was none, or is none now. */
export interface BlockChange {
  before: string | null;
  after: string | null;
}

interface Piece {
  /** The same for the same words, marks and attributes. */
  key: string;
  words: string;
}

/** A longer middle than this is told as rewritten from its first block to its last, rather than compared pair by pair. */
const MOST_PAIRS = 1_000_000;

/** What changed for readers from one version of an article to another, in reading order. Fields that stand beside the text do not count. */
export function blockChanges(before: PublicView, after: PublicView): BlockChange[] {
  const [old, now] = [piecesOf(before), piecesOf(after)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start]?.key === now[start]?.key) start++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - start && old.at(-1 - tail)?.key === now.at(-1 - tail)?.key) tail++;
  return changesIn(old.slice(start, old.length - tail), now.slice(start, now.length - tail));
}

function changesIn(old: readonly Piece[], now: readonly Piece[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let [o, n] = [0, 0];
  for (const [toOld, toNow] of [...commonPairs(old, now), [old.length, now.length] as const]) {
    // Blocks that went and came at one place are the same ones, rewritten.
    for (; o < toOld || n < toNow; o++, n++)
      changes.push({
        before: o < toOld ? (old[o]?.words ?? null) : null,
        after: n < toNow ? (now[n]?.words ?? null) : null,
      });
    [o, n] = [toOld + 1, toNow + 1];
  }
  return changes;
}

/** Indices of a longest run of pieces that stand in both, in order (the classic table of lengths). */
function commonPairs(old: readonly Piece[], now: readonly Piece[]): (readonly [number, number])[] {
  if (old.length * now.length > MOST_PAIRS) return [];
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (o: number, n: number): number => lengths[o * width + n] ?? 0;
  for (let o = old.length - 1; o >= 0; o--)
    for (let n = now.length - 1; n >= 0; n--)
      lengths[o * width + n] = old[o]?.key === now[n]?.key ? at(o + 1, n + 1) + 1 : Math.max(at(o + 1, n), at(o, n + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let o = 0, n = 0; o < old.length && n < now.length;) {
    if (old[o]?.key === now[n]?.key) pairs.push([o++, n++]);
    else if (at(o + 1, n) >= at(o, n + 1)) o++;
    else n++;
  }
  return pairs;
}

function piecesOf({ kicker, headline, standfirst, body }: PublicView): Piece[] {
  const parts = [
    { key: `kicker ${kicker}`, words: kicker },
    { key: `headline ${headline}`, words: headline },
    { key: `standfirst ${JSON.stringify(standfirst)}`, words: inlineText(standfirst) },
  ];
  return [
    ...parts.filter(({ words }) => words !== ''),
    ...body.map((block) => ({ key: JSON.stringify(block), words: wordsOf(block) })),
  ];
}

/** The words of a block, with what is said of them where they are a quotation or a pointer. */
function wordsOf(block: BlockJson): string {
  const attrs: Readonly<Record<string, unknown>> = block.attrs ?? {};
  const said = ['label', 'title', 'speaker', 'role', 'caption', 'alt'].flatMap((name) => {
    const value = attrs[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
  return [blockText(block), said.join(', ')].filter((part) => part !== '').join(' — ');
}
