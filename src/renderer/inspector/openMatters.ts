import type { Node } from '@tiptap/pm/model';

/** What a desk would ask about before copy counts as ready. */
export interface OpenMatters {
  /** How many times TK, "to come", is still in the copy. */
  placeholders: number;
  /** Where the first of them stands in the document; null where there is none. */
  firstPlaceholder: number | null;
  /** Private notes on words of the text. */
  notes: number;
  /** The article's own private notes hold something. */
  hasNotes: boolean;
}

// As the check "TK left" reads it; XXX is also a size.
const TK = /(?<![\p{L}\p{N}_])(?:TK){1,4}(?![\p{L}\p{N}_])/gu;

/** What is still open in an article. Reads the whole document: for a moment at which the writer asks, not for every key. */
export function openMatters(doc: Node): OpenMatters {
  const found: OpenMatters = {
    placeholders: 0,
    firstPlaceholder: null,
    notes: 0,
    hasNotes: String(doc.attrs.notes).trim() !== '',
  };
  const noted = new Set<string>();
  doc.descendants((node, pos) => {
    for (const mark of node.marks) if (mark.type.name === 'note') noted.add(JSON.stringify(mark.attrs));
    if (!node.isTextblock || node.type.spec.code) return;
    for (const { index } of node.textBetween(0, node.content.size, '\ufffc', '\ufffc').matchAll(TK)) {
      found.placeholders++;
      found.firstPlaceholder ??= pos + 1 + index;
    }
  });
  return { ...found, notes: noted.size };
}

/** The question in a colleague's voice, a line for each matter; none when nothing is open. */
export function mattersInWords({ placeholders, notes, hasNotes }: OpenMatters): string[] {
  return [
    ...(placeholders === 0
      ? []
      : [placeholders === 1 ? 'A TK is still in the copy.' : `${placeholders} TKs are still in the copy.`]),
    ...(notes === 0
      ? []
      : [notes === 1 ? 'A private note in the text is open.' : `${notes} private notes in the text are open.`]),
    ...(hasNotes ? ['The private notes under the story hold something.'] : []),
  ];
}
