import type { Mark, Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { wordsIn, type PlacedFound, type ProofEdit, type Proposal } from './proof';

/** The transaction with a proposal carried out at the place of its finding; untouched where there is nothing to change. */
export function acceptProof(tr: Transaction, found: PlacedFound, proposal: Proposal): Transaction {
  return change(tr, found, proposal.edits);
}

/** The transaction with the writer's own words in place of those of a finding; words that stay keep their marks. */
export function replaceWords(tr: Transaction, found: PlacedFound, words: string): Transaction {
  const before = found.finding.before ?? '';
  let start = 0;
  while (start < before.length && start < words.length && before[start] === words[start]) start++;
  let end = 0;
  while (end < before.length - start && end < words.length - start && before.at(-1 - end) === words.at(-1 - end)) end++;
  if (start === before.length && start === words.length) return tr;
  return change(tr, found, [{ from: start, to: before.length - end, text: words.slice(start, words.length - end) }]);
}

/** All of these at once, each by its first proposal; of two that reach into one another only one. */
export function acceptAll(tr: Transaction, list: readonly PlacedFound[]): { tr: Transaction; accepted: number } {
  const free = new Map<number | null, number>();
  let accepted = 0;
  // From the end, so that what was not reached yet stands where it stood.
  for (const found of [...list].sort((a, b) => startOf(b) - startOf(a) || placeFrom(b) - placeFrom(a))) {
    const [proposal] = found.proposals;
    if (!found.at || !proposal) continue;
    // Words in an attribute lie beside the text: they have a measure of their own.
    const line = found.attribute === null ? null : found.at.from;
    const origin = line === null ? found.at.from : placeFrom(found);
    if (origin + found.reach.to > (free.get(line) ?? Infinity)) continue;
    acceptProof(tr, found, proposal);
    free.set(line, origin + found.reach.from);
    accepted++;
  }
  return { tr, accepted };
}

const startOf = ({ at }: PlacedFound): number => at?.from ?? 0;
const placeFrom = ({ finding }: PlacedFound): number => finding.place?.from ?? 0;

function change(tr: Transaction, { at, attribute, finding }: PlacedFound, edits: readonly ProofEdit[]): Transaction {
  if (!at) return tr;
  const descending = [...edits].sort((a, b) => b.from - a.from);
  if (attribute !== null) {
    const held: unknown = tr.doc.nodeAt(at.from)?.attrs[attribute];
    if (typeof held !== 'string') return tr;
    const start = finding.place?.from ?? 0;
    const words = descending.reduce(
      (text, edit) => text.slice(0, start + edit.from) + edit.text + text.slice(start + edit.to),
      held,
    );
    return tr.setNodeAttribute(at.from, attribute, words);
  }
  for (const { from, to, text } of descending) {
    const [start, end] = [at.from + from, at.from + to];
    if (text === '') tr.delete(start, end);
    else tr.replaceWith(start, end, tr.doc.type.schema.text(text, marksFor(tr.doc, start, end)));
  }
  return tr;
}

/** New words get the marks of those that they replace, or those that both sides share. */
function marksFor(doc: Node, start: number, end: number): readonly Mark[] {
  const $start = doc.resolve(start);
  const replaced = end > start ? $start.nodeAfter : null;
  if (replaced) return replaced.marks;
  const [left, right] = [$start.nodeBefore, $start.nodeAfter];
  if (left && right) return left.marks.filter((mark) => mark.isInSet(right.marks));
  const own = (left ?? right)?.marks ?? [];
  return own.filter(({ type }) => type.name !== 'link' && type.name !== 'abbreviation');
}

/** The words around a finding, for a list that shows it as a proof would. `most` UTF-16 units a side, cut at a word. */
export function aroundFound(doc: Node, { at, attribute }: PlacedFound, most = 28): { left: string; right: string } {
  if (!at || attribute !== null) return { left: '', right: '' };
  const $from = doc.resolve(at.from);
  const text = wordsIn($from.parent);
  const from = $from.parentOffset;
  const to = from + (at.to - at.from);
  const left = text.slice(Math.max(0, from - most), from);
  const right = text.slice(to, to + most);
  return {
    left: from > most ? `…${left.replace(/^\S*\s/u, '')}` : left,
    right: to + most < text.length ? `${right.replace(/\s\S*$/u, '')}…` : right,
  };
}
