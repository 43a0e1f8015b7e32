import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { AttrStep, Mapping, type StepMap } from '@tiptap/pm/transform';
import { DecorationSet, type Decoration } from '@tiptap/pm/view';
import type { Found } from './proof';

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * The marks after a transaction: those whose words changed are gone (`onLost` hears of it), the others stand where their words
 * stand now. Looks at the blocks that changed only.
 */
export function mapMarks(marks: DecorationSet, tr: Transaction, onLost: () => void = () => undefined): DecorationSet {
  if (marks === DecorationSet.empty) return marks;
  let mapped = marks;
  const without = (gone: Decoration[]): DecorationSet => {
    if (gone.length > 0) onLost();
    return gone.length > 0 ? mapped.remove(gone) : mapped;
  };
  tr.steps.forEach((step, at) => {
    const before = tr.docs[at];
    const map = tr.mapping.maps[at];
    if (!before || !map) return;
    const after = tr.docs[at + 1] ?? tr.doc;
    // An attribute of a block: what it says has changed, where it stands has not.
    if (step instanceof AttrStep) mapped = without(mapped.find(step.pos, step.pos + 1, isOfAttribute));
    mapped = without(touched(mapped, map, before, after));
    mapped = mapped.map(new Mapping([map]), after, { onRemove: onLost });
  });
  return mapped;
}

const foundIn = (spec: object): Found => (spec as { found: Found }).found;
const isOfAttribute = (spec: object): boolean => foundIn(spec).attribute !== null;

function touched(marks: DecorationSet, map: StepMap, before: Node, after: Node): Decoration[] {
  const gone: Decoration[] = [];
  map.forEach((from, to, newFrom, newTo) => {
    const { start, end } = blockAround(before, from, to);
    for (const mark of marks.find(start, end)) {
      const { attribute, reach } = foundIn(mark.spec as object);
      if (attribute !== null) {
        if (from < mark.to && to > mark.from) gone.push(mark);
        continue;
      }
      const first = mark.from + reach.from;
      const last = mark.from + reach.to;
      const inside = from < last && to > first;
      // Letters that now stand at the edge make other words of it.
      const atEnd = from === last && LETTER.test(textAt(after, newFrom));
      const atStart = to === first && LETTER.test(textAt(after, newTo - 1));
      if (inside || atEnd || atStart) gone.push(mark);
    }
  });
  return gone;
}

/** The text blocks that a range lies in: proposals reach no further. */
function blockAround(doc: Node, from: number, to: number): { start: number; end: number } {
  const $from = doc.resolve(from);
  const $to = doc.resolve(to);
  return {
    start: $from.parent.isTextblock ? $from.start() : from,
    end: $to.parent.isTextblock ? $to.end() : to,
  };
}

const textAt = (doc: Node, pos: number): string =>
  pos < 0 || pos >= doc.content.size ? '' : doc.textBetween(pos, pos + 1, '\n', '\n');
