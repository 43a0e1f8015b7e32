import type { MarkJson } from '../document/json';
import { noteLine } from '../formats/docx/trackedChanges';
import { markOrder } from './asCarried';

/** What the notes among some marks say. */
export const notesIn = (marks: readonly MarkJson[] | undefined): string[] =>
  (marks ?? []).flatMap((mark) => (mark.type === 'note' && mark.attrs ? [mark.attrs.text] : []));

/** Marks with further notes, in the order of the schema. */
export function withNotes(marks: readonly MarkJson[], notes: readonly string[]): MarkJson[] {
  const all = [...new Set([...notesIn(marks), ...notes])].filter((text) => text !== '');
  const others = marks.filter(({ type }) => type !== 'note');
  const had = marks.find(({ type }) => type === 'note');
  const note: MarkJson[] = all.length > 0 ? [{ type: 'note', attrs: { text: noteLine(all.join(' / ')) } }] : had ? [had] : [];
  // A note that is there alone stays exactly as it is.
  const kept = notes.every((text) => notesIn(marks).includes(text)) && had ? [had] : note;
  return [...others, ...kept].sort((a, b) => markOrder(a.type) - markOrder(b.type));
}

/** Marks with others that do not stand in their way. */
export const besides = (marks: readonly MarkJson[], others: readonly MarkJson[]): MarkJson[] => [
  ...marks,
  ...others.filter(({ type }) => !marks.some((mark) => mark.type === type)),
];
