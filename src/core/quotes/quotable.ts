import { codePieces } from '../repair/codePieces';
import { inlineNames } from '../document/blockNames';
import type { BlockJson, DocJson, MarkOf } from '../document/json';
import type { QuotedText } from './inlineQuotations';

/** Words of one textblock with who said them. */
export interface SpeechRun {
  readonly from: number;
  readonly to: number;
  readonly attrs: NonNullable<MarkOf<'speech'>['attrs']>;
}

/** One textblock in which words may be quoted. */
export interface Quotable extends QuotedText {
  /** Child indices from the document to the block. */
  readonly path: readonly number[];
  /** Null for text that stands in a block quotation: its words are somebody's as a whole. */
  readonly within: 'quotation' | null;
  /** The words as they stand, a hard break as one line feed. `text` is as long, with code blotted out. */
  readonly words: string;
  readonly speech: readonly SpeechRun[];
}

interface Loose {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Loose[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: unknown }[];
}

type Local = Omit<Quotable, 'continues'> & { readonly follows: boolean };

// Saves and edits keep the blocks that did not change, so each is read once.
const known = new WeakMap<object, readonly Local[]>();

const PARTS = 3;
const SILENT: ReadonlySet<string> = new Set(['codeBlock', 'kicker', 'headline', 'pullQuote']);
const QUOTING: ReadonlySet<string> = new Set(['quote']);

/** The textblocks of an article that may quote, in order: standfirst and body. Costs only the blocks not seen before. */
export function quotablesOf(doc: DocJson): Quotable[] {
  const result: Quotable[] = [];
  let previous: string | null = null;
  doc.content.forEach((child, index) => {
    for (const { follows, path, ...local } of localsOf(child)) {
      const opens = index >= PARTS && previous === 'paragraph' && child.type === 'paragraph';
      result.push({ ...local, path: [index, ...path], continues: path.length === 0 ? opens : follows });
    }
    previous = child.type;
  });
  return result;
}

/** Reads a block ahead for `quotablesOf`. */
export const readQuotables = (block: BlockJson): void => void localsOf(block);

function localsOf(block: DocJson['content'][number] | BlockJson): readonly Local[] {
  let locals = known.get(block);
  if (!locals) {
    const found: Local[] = [];
    visit(block as Loose, [], null, false, found);
    known.set(block, (locals = found));
  }
  return locals;
}

function visit(node: Loose, path: readonly number[], within: Local['within'], follows: boolean, into: Local[]): void {
  if (SILENT.has(node.type) || !node.content || node.content.length === 0) return;
  if (isInline(node.content[0])) return void into.push(textOf(node.content, path, within, follows));
  let previous: string | null = null;
  node.content.forEach((child, at) => {
    const inside = QUOTING.has(node.type) ? 'quotation' : within;
    visit(child, [...path, at], inside, previous === 'paragraph' && child.type === 'paragraph', into);
    previous = child.type;
  });
}

const inline = new Set<string>(inlineNames);
const isInline = (node: Loose | undefined): boolean => node !== undefined && inline.has(node.type);

const BLOT = '\ufffc';

function textOf(content: readonly Loose[], path: readonly number[], within: Local['within'], follows: boolean): Local {
  let words = '';
  let text = '';
  const speech: SpeechRun[] = [];
  for (const node of content) {
    const piece = node.type === 'text' ? (node.text ?? '') : node.type === 'hardBreak' ? '\n' : '…';
    const attrs = node.marks?.find(({ type }) => type === 'speech')?.attrs as SpeechRun['attrs'] | undefined;
    const last = speech.at(-1);
    if (attrs && last?.to === words.length && sameSpeech(last.attrs, attrs))
      speech.splice(-1, 1, { ...last, to: words.length + piece.length });
    else if (attrs) speech.push({ from: words.length, to: words.length + piece.length, attrs });
    words += piece;
    text += node.type === 'articleLink' || node.marks?.some(({ type }) => type === 'code') ? BLOT.repeat(piece.length) : piece;
  }
  return { path, within, words, text: blotted(text), speech, follows };
}

function blotted(text: string): string {
  let result = text;
  for (const { from, to } of codePieces(text)) result = result.slice(0, from) + BLOT.repeat(to - from) + result.slice(to);
  return result;
}

/** True for marks that say the same of their words. */
export const sameSpeech = (a: SpeechRun['attrs'], b: SpeechRun['attrs']): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** The ranges of a textblock's words whose speaker the writer has named, in UTF-16 units; runs that touch are joined. */
export function spokenIn(content: readonly Loose[] | undefined): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  let at = 0;
  for (const node of content ?? []) {
    const length = node.type === 'text' ? (node.text?.length ?? 0) : 1;
    if (node.marks?.some(({ type }) => type === 'speech')) {
      const last = ranges.at(-1);
      if (last?.to === at) last.to += length;
      else ranges.push({ from: at, to: at + length });
    }
    at += length;
  }
  return ranges;
}
