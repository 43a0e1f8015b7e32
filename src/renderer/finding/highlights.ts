import type { EditorView } from '@tiptap/pm/view';
import type { TextRange } from '../../core/quotes/verbatim';

/** More than anybody sees at a time. */
const MOST = 400;
const ALL = 'stet-found';
const CURRENT = 'stet-found-current';

/** Shows found places that are in sight, drawn by the browser over the text: nothing of the document or its elements changes. */
export function showPlaces(view: EditorView, scroller: Element, places: readonly TextRange[], current: number): void {
  const { from, to } = inSight(view, scroller);
  const shown: Range[] = [];
  const now: Range[] = [];
  for (let index = firstAfter(places, from); index < places.length && shown.length < MOST; index++) {
    const place = places[index];
    if (!place || place.from > to) break;
    const range = rangeOf(view, place);
    if (range) (index === current ? now : shown).push(range);
  }
  CSS.highlights.set(ALL, new Highlight(...shown));
  CSS.highlights.set(CURRENT, new Highlight(...now));
}

/** Takes them all away. */
export function hidePlaces(): void {
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}

/** Pixels that the bar takes at the top. */
const BAR = 110;

/** Brings a position into sight, clear of the bar, unless it is there already. */
export function scrollTo(view: EditorView, scroller: Element, pos: number): void {
  const isInSight = (): boolean => {
    const box = scroller.getBoundingClientRect();
    const at = view.coordsAtPos(pos, 1);
    return at.top > box.top + BAR && at.bottom < box.bottom - BAR / 2;
  };
  if (isInSight()) return;
  const { node } = view.domAtPos(pos, 1);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
  // A very long paragraph is not in sight as a whole.
  if (!isInSight())
    scroller.scrollTop += view.coordsAtPos(pos, 1).top - scroller.getBoundingClientRect().top - scroller.clientHeight / 2;
}

/** Index of the first place that ends behind a position. */
export function firstAfter(places: readonly TextRange[], pos: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.to ?? 0) <= pos) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rangeOf(view: EditorView, { from, to }: TextRange): Range | null {
  if (to > view.state.doc.content.size) return null;
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The positions between which a child of the document is in sight. Measures a handful of elements, however many there are. */
function inSight(view: EditorView, scroller: Element): TextRange {
  const box = scroller.getBoundingClientRect();
  const { children } = view.dom;
  const firstWhere = (holds: (rect: DOMRect) => boolean): number => {
    let low = 0;
    let high = children.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const rect = children[middle]?.getBoundingClientRect();
      if (rect && holds(rect)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const first = Math.max(0, firstWhere((rect) => rect.bottom > box.top) - 1);
  const last = firstWhere((rect) => rect.top > box.bottom);
  const posBefore = (index: number): number =>
    index < children.length ? view.posAtDOM(view.dom, index) : view.state.doc.content.size;
  return { from: posBefore(first), to: posBefore(last) };
}
