import type { Root, RootContent } from 'mdast';
import type { CostlyBlock } from './costlyBlocks';

/** A text in which some blocks hold nothing that means anything in Markdown, character for character as long as before. */
export interface Shielded {
  text: string;
  /** Puts characters and lines back into a tree parsed from `text`; gives the blocks that became text (not code). */
  restore(root: Root): CostlyBlock[];
}

// Punctuation, and line ends: each line of a paragraph makes the parser go through all those before it again.
const MEANINGFUL = /[\r\n!-/:-@[-`{-~]/gu;
/** A line that opens or closes a piece of code; what stands between two of them is literal anyway. */
const FENCE = /^ {0,3}(?:`{3,}|~{3,})[\w \t+.-]*$/u;
const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/gu;
const [FIRST, LAST, WINDOW] = [0xe000, 0xf8ff, 128];

/**
 * Swaps punctuation and line ends of the blocks for private-use characters that the text does not hold. Null when it
 * holds so many of those that none are free.
 */
export function shield(text: string, blocks: readonly CostlyBlock[]): Shielded | null {
  if (blocks.length === 0) return { text, restore: () => [] };
  const base = freeWindow(text);
  if (base === null) return null;
  const joined: number[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of blocks) {
    parts.push(text.slice(at, from), swapped(text.slice(from, to), from, base, joined));
    at = to;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), restore: (root) => restored(root, blocks, base, joined) };
}

/** One block with stand-ins; the offsets of its line ends that are none any more go to `joined`. */
function swapped(block: string, from: number, base: number, joined: number[]): string {
  const swap = (marks: string) => marks.replace(MEANINGFUL, (mark) => String.fromCharCode(base + mark.charCodeAt(0)));
  const lines = [...block.matchAll(LINE)].filter(([whole]) => whole !== '');
  const isFence = (index: number) => FENCE.test(lines[index]?.[1] ?? '');
  return lines
    .map(({ 1: words = '', 2: end = '', index }, number) => {
      if (isFence(number)) return words + end;
      if (number === lines.length - 1 || isFence(number + 1)) return swap(words) + end;
      joined.push(from + index + words.length);
      return swap(words + end);
    })
    .join('');
}

function restored(root: Root, blocks: readonly CostlyBlock[], base: number, joined: readonly number[]): CostlyBlock[] {
  const standIns = new RegExp(`[\\u{${base.toString(16)}}-\\u{${(base + WINDOW - 1).toString(16)}}]`, 'gu');
  const seen = new Set<CostlyBlock>();
  const stack: RootContent[] = root.children.toReversed();
  let block = 0;
  let lines = 0;
  // Nodes come in the order of the text, and so do blocks and line ends.
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('children' in node) stack.push(...(node.children.toReversed() as RootContent[]));
    if (!node.position) continue;
    const [start, end] = [node.position.start.offset ?? 0, node.position.end.offset ?? 0];
    while ((joined[lines] ?? Infinity) < start) lines++;
    node.position.start.line += lines;
    if (!('value' in node)) continue;
    const value = node.value.replace(standIns, (mark) => String.fromCharCode(mark.charCodeAt(0) - base));
    if (value === node.value) continue;
    node.value = value;
    if (node.type === 'code') continue;
    while ((blocks[block]?.to ?? Infinity) <= start) block++;
    for (let index = block, found = blocks[index]; found && found.from < end; found = blocks[++index]) seen.add(found);
  }
  return [...seen];
}

function freeWindow(text: string): number | null {
  const taken = new Set<number>();
  for (const [character] of text.matchAll(/[\ue000-\uf8ff]/gu)) taken.add(Math.floor((character.charCodeAt(0) - FIRST) / WINDOW));
  for (let index = 0; FIRST + (index + 1) * WINDOW - 1 <= LAST; index++) if (!taken.has(index)) return FIRST + index * WINDOW;
  return null;
}
