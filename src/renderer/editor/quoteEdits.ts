import { closeHistory } from '@tiptap/pm/history';
import type { Mark, Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { evidenceOrNone, noEvidence, type Evidence } from '../../core/document/evidence';
import type { Quotation, WordRange } from '../../core/quotes/quotations';
import { wordChanges, type WordChange } from '../../core/quotes/wording';
import { positionIn } from './docJson';

/** What the writer knows of a quotation. */
export interface QuoteNote {
  speaker?: string | null;
  role?: string | null;
  evidence?: Partial<Evidence>;
}

/** Notes something of a quotation, as one step of undo: in the fields of a block, in the mark on words inside a sentence. */
export function noteQuotation(state: EditorState, quotation: Quotation, note: QuoteNote): Transaction {
  const tr = closeHistory(state.tr);
  const attrs = {
    speaker: note.speaker === undefined ? quotation.speaker : note.speaker,
    role: note.role === undefined ? quotation.role : note.role,
    evidence: evidenceOrNone({ ...noEvidence, ...quotation.evidence, ...note.evidence }),
  };
  if (quotation.kind === 'block') {
    const pos = positionIn(tr.doc, [quotation.index], -1);
    const before = tr.doc.nodeAt(pos)?.attrs ?? {};
    for (const [name, value] of Object.entries(attrs))
      if (JSON.stringify(before[name]) !== JSON.stringify(value)) tr.setNodeAttribute(pos, name, value);
    return tr;
  }
  return withSpeech(tr, quotation.ranges, speechMark(state, attrs));
}

type SpeechAttributes = { speaker: string | null; role: string | null; evidence: Evidence | null };

function speechMark(state: EditorState, attrs: SpeechAttributes): Mark | null {
  const known = attrs.speaker !== null || attrs.role !== null || attrs.evidence !== null;
  return known ? (state.schema.marks.speech?.create(attrs) ?? null) : null;
}

function withSpeech(tr: Transaction, ranges: readonly WordRange[], mark: Mark | null): Transaction {
  const type = tr.doc.type.schema.marks.speech;
  for (const { path, from, to } of ranges) {
    const start = positionIn(tr.doc, path, 0);
    if (type) tr.removeMark(start + from, start + to, type);
    if (mark) tr.addMark(start + from, start + to, mark);
  }
  return tr;
}

/** Ticks the words as they stand now as checked, or takes the tick away. */
export const tickQuotation = (state: EditorState, quotation: Quotation, ticked: boolean): Transaction =>
  noteQuotation(state, quotation, { evidence: { baseline: ticked ? quotation.words : null } });

/** Puts the words that were ticked as checked back in place of those that stand there; what did not change keeps its emphasis. */
export function putCheckedBack(state: EditorState, quotation: Quotation): Transaction {
  const tr = closeHistory(state.tr);
  const baseline = quotation.evidence?.baseline ?? null;
  if (baseline === null) return tr;
  const changes = wordChanges(baseline, quotation.words).filter(({ kind }) => kind !== 'same');
  if (changes.some(({ before, after }) => /\n/u.test(before + after))) return replaceWhole(tr, quotation, baseline);
  for (const { before, after, from } of [...changes].reverse()) {
    const [start, end] = placeOf(tr.doc, quotation.ranges, from, after.length);
    if (before === '') tr.delete(start, end);
    else tr.insertText(before, start, end);
  }
  return tr;
}

/** Where a stretch of the words of a quotation stands in the document; it lies in one paragraph. */
export function placeOf(doc: Node, ranges: readonly WordRange[], from: number, length: number): [number, number] {
  let before = 0;
  for (const [at, { path, start, end }] of ranges.entries()) {
    const here = from - before;
    if (here <= end - start || at === ranges.length - 1) {
      const pos = positionIn(doc, path, start + here);
      return [pos, pos + length];
    }
    before += end - start + 1;
  }
  return [0, 0];
}

// Paragraphs were joined, parted or taken out: the checked words come back with their own.
function replaceWhole(tr: Transaction, { kind, index, ranges, ...said }: Quotation, baseline: string): Transaction {
  const { schema } = tr.doc.type;
  const lines = baseline.split('\n');
  if (kind === 'block') {
    const pos = positionIn(tr.doc, [index], 0);
    const { size } = tr.doc.nodeAt(pos - 1)?.content ?? { size: 0 };
    const paragraphs = lines.map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]));
    return tr.replaceWith(pos, pos + size, paragraphs);
  }
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return tr;
  const opening = tr.doc.textBetween(positionIn(tr.doc, first.path, first.from), positionIn(tr.doc, first.path, first.start));
  const closing = positionIn(tr.doc, last.path, last.to) - positionIn(tr.doc, last.path, last.end);
  let pos = positionIn(tr.doc, first.path, first.start);
  tr.delete(pos, positionIn(tr.doc, last.path, last.end));
  const mark = schema.marks.speech?.create({ speaker: said.speaker, role: said.role, evidence: said.evidence });
  const marks = mark ? [mark] : [];
  lines.forEach((line, at) => {
    const words = at === 0 ? line : opening + line;
    if (at > 0) {
      tr.split(pos);
      pos += 2;
    }
    if (words === '') return;
    tr.insert(pos, schema.text(words, marks));
    pos += words.length;
  });
  if (mark) tr.addMark(pos, pos + closing, mark);
  return tr;
}

/** The changes that the writer has not confirmed: what asks for a mark on the page. */
export function unconfirmed({ state, evidence, words }: Quotation): WordChange[] {
  const baseline = evidence?.baseline ?? null;
  if (baseline === null || (state !== 'changed' && state !== 'edited')) return [];
  return wordChanges(baseline, words);
}
