import type { OutsidePiece, Side } from '../../../series/series';
import type { Item, PageDraft } from '../draft';
import { isLabel, labelAt, lineValue, type Labelled } from '../label';
import { siteLabels } from '../labels/labels';
import { endsSentence, isTitle, sameWords } from '../shape';
import { linkTargetOf } from './related';

const strong: Record<Side, readonly string[]> = {
  previous: siteLabels.flatMap(({ previous }) => previous.strong),
  next: siteLabels.flatMap(({ next }) => next.strong),
};
const every: Record<Side, readonly string[]> = {
  previous: [...strong.previous, ...siteLabels.flatMap(({ previous }) => previous.weak)],
  next: [...strong.next, ...siteLabels.flatMap(({ next }) => next.weak)],
};
const ARROW = /[«»‹›<>←→⟵⟶⇐⇒➔▶►◀◄]/u;
/** Neighbours stand at the top or at the foot of a page; how many lines each counts. */
const TOP = 6;
const FOOT = 10;

interface Pointer {
  side: Side;
  items: Item[];
  piece: OutsidePiece;
  furniture: string[];
  /** False for a bare "Next: …", which counts only when the other side is named too. */
  certain: boolean;
}

/** "Previous article …" and "Next article …" at the top or foot of the page become its neighbours. A sentence that begins "Next, …" stays. */
export function recogniseNeighbours(page: PageDraft): void {
  const free = page.free();
  const at =
    free.length <= TOP + FOOT
      ? free.map((_, index) => index)
      : [...free.keys()].filter((index) => index < TOP || index >= free.length - FOOT);
  const pointers = at.flatMap((index) => pointerAt(free, index) ?? []);
  const sides = new Set(pointers.map(({ side }) => side));
  for (const pointer of pointers) if (pointer.certain || sides.size === 2) accept(page, pointer);
}

function pointerAt(free: readonly Item[], index: number): Pointer | null {
  const item = free[index];
  if (item?.text == null || item.block?.type !== 'paragraph') return null;
  const found = longer(labelAt(item.text, every.previous), labelAt(item.text, every.next));
  if (!found) return null;
  const { side, line } = found;
  const named = isLabel(line.label, strong[side]);
  const arrowed = ARROW.test(line.before + line.between) || /\s[→⟶⇒➔▶►»›]\s*$/u.test(line.rest);
  if (!named && !arrowed && line.joint !== 'mark') return null;
  if (line.joint === 'alone') return pointerOver(item, free[index + 1], side, line, named || arrowed);
  // Between a label and a title there is a mark, no space at all, or one space and no sentence.
  if ((line.joint === 'space' || !named) && (!isTitle(line.rest) || (endsSentence(line.rest) && /[.]\W*$/u.test(line.rest))))
    return null;
  if (line.joint === 'glued' && !named) return null;
  // Two labels glued into one line: where the first title ends is a guess.
  if (strong[side === 'next' ? 'previous' : 'next'].some((label) => line.rest.includes(label))) return null;
  const { title, after } = withoutArrow(line.rest);
  return pointer(side, [item], item, title, [line.before, line.label, line.between, after], named || arrowed);
}

/** The label on a line of its own, the title on the next. */
function pointerOver(item: Item, next: Item | undefined, side: Side, line: Labelled, certain: boolean): Pointer | null {
  if (next?.text == null || next.block?.type !== 'paragraph' || !isTitle(next.text)) return null;
  if (labelAt(next.text, [...every.previous, ...every.next])) return null;
  return pointer(side, [item, next], next, next.text, [line.before, line.label, line.between], certain);
}

function pointer(side: Side, items: Item[], titled: Item, title: string, furniture: string[], certain: boolean): Pointer | null {
  const target = linkTargetOf(titled.block);
  const value = lineValue(title, 1000);
  if (value === null || target === 'several' || (target !== null && !('url' in target))) return null;
  return { side, items, piece: { title: value, url: target?.url ?? null }, furniture, certain };
}

function longer(previous: Labelled | null, next: Labelled | null): { side: Side; line: Labelled } | null {
  if (previous && (!next || previous.label.length >= next.label.length)) return { side: 'previous', line: previous };
  return next ? { side: 'next', line: next } : null;
}

/** An arrow after the title is an ornament, a closing guillemet only where none opened. */
function withoutArrow(rest: string): { title: string; after: string } {
  const after = /\s*(?:\s[→⟶⇒➔▶►]|\s[»›])\s*$/u.exec(rest)?.[0] ?? '';
  if (/[»›]/u.test(after) && /[«‹]/u.test(rest)) return { title: rest, after: '' };
  return { title: rest.slice(0, rest.length - after.length), after };
}

function accept(page: PageDraft, { side, items, piece, furniture }: Pointer): void {
  const known = page.neighbours[side];
  if (known && !sameWords(known.title, piece.title)) return;
  for (const item of items) {
    page.take(item, side);
    // The words stand in the neighbour already; saying them again is reported, not stored twice.
    if (known) page.leaveOut(item, item.text ?? '', `${side} article repeated`);
  }
  if (known) return;
  page.neighbours[side] = piece;
  page.furniture.push(...furniture);
}
