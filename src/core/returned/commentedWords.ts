import type { InlineJson, MarkJson } from '../document/json';
import { joined } from './leaves';

/** A textblock that comes from the desk, with what was said of its words; places in UTF-16 units of its text. */
export function commented(
  content: readonly InlineJson[],
  comments: readonly { from: number; to: number; text: string }[],
): InlineJson[] {
  const cuts = [...new Set(comments.flatMap(({ from, to }) => [from, to]))];
  let at = 0;
  const pieces = content.flatMap((node): InlineJson[] => {
    const start = at;
    if (node.type !== 'text') {
      at += 1;
      return [node];
    }
    at += node.text.length;
    const inside = [start, ...cuts.filter((cut) => cut > start && cut < at).sort((a, b) => a - b), at];
    return inside.slice(1).map((end, index) => {
      const from = inside[index] ?? start;
      const said = comments.filter((comment) => comment.from < end && comment.to > from).map(({ text }) => text);
      return withNotes({ ...node, text: node.text.slice(from - start, end - start) }, said);
    });
  });
  return joined(pieces);
}

/** Words with what the desk said of them as a private note. */
export function withNotes(node: InlineJson, notes: readonly string[]): InlineJson {
  if (notes.length === 0 || node.type !== 'text') return node;
  const note: MarkJson = { type: 'note', attrs: { text: [...new Set(notes)].join(' / ') } };
  return { ...node, marks: [...(node.marks ?? []), note] };
}
