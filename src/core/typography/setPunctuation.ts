import { inlineQuotations, type QuoteMark, type QuotePair } from '../quotes/inlineQuotations';
import { touches, verbatimRanges, type VerbatimText } from '../quotes/verbatim';
import { conventionsOf, type Conventions } from './conventions';
import { spaced } from './typed';

/** Text in place of a range of one text, in UTF-16 units. */
export interface PunctuationEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Punctuation {
  /** For each text, in order and apart. */
  readonly edits: readonly (readonly PunctuationEdit[])[];
  /** Likewise what was left as it is because it stands inside a quotation. */
  readonly skipped: readonly (readonly PunctuationEdit[])[];
}

const LETTER = /[\p{L}\p{N}]/u;
const SIGNS = /(?<![-–—!<|])--{1,2}(?![->–—])|(?<![.…/\\])\.{3}(?![.…])|[';:!?]/gu;

/**
 * Quotation marks, apostrophes, dashes, ellipses and spaces as a language sets them. The texts are as `readableText` gives them, so
 * that code and addresses stay out. Somebody's words stay as they are, unless `quotedToo`; the marks around them
 * are set. Setting whole quotations a second time changes nothing. Pure, linear.
 */
export function punctuation(texts: readonly VerbatimText[], language: string, { quotedToo = false } = {}): Punctuation {
  const conventions = conventionsOf(language);
  const found = inlineQuotations(texts, language);
  const verbatim = verbatimRanges(texts, found);
  const marks: PunctuationEdit[][] = texts.map(() => []);
  for (const [mark, set] of markedAs(found.pairs, conventions)) {
    const text = texts[mark.part]?.text;
    if (text !== undefined) marks[mark.part]?.push(markEdit(text, mark, set, conventions));
  }
  const all = texts.map(({ text }, part) =>
    inOrder([...(marks[part] ?? []), ...signEdits(text, conventions)]).filter(
      (edit) => text.slice(edit.from, edit.to) !== edit.text,
    ),
  );
  const isSkipped = (part: number, { from, to }: PunctuationEdit) => !quotedToo && touches(verbatim[part] ?? [], from, to);
  return {
    edits: all.map((edits, part) => edits.filter((edit) => !isSkipped(part, edit))),
    skipped: all.map((edits, part) => edits.filter((edit) => isSkipped(part, edit))),
  };
}

function inOrder(edits: readonly PunctuationEdit[]): PunctuationEdit[] {
  const out: PunctuationEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = out.at(-1);
    if (!last || edit.from >= last.to) out.push(edit);
  }
  return out;
}

/** Each mark of a pair with the mark that the language has at this depth. Single marks stay single. */
function markedAs(pairs: readonly QuotePair[], { levels, singles }: Conventions): [QuoteMark, string][] {
  const sorted = [...pairs].sort((a, b) => a.open.part - b.open.part || a.open.at - b.open.at);
  const around: { pair: QuotePair; level: number }[] = [];
  return sorted.flatMap((pair) => {
    while (around.length > 0 && endsBefore(around.at(-1)?.pair, pair.open)) around.pop();
    const parent = around.at(-1);
    const single = '‘’‚'.includes(pair.open.mark);
    const own = single && singles ? levels.indexOf(singles) : single ? levels.length - 1 : 0;
    const level = parent ? (parent.level + 1) % levels.length : own;
    around.push({ pair, level });
    const [open = '', close = ''] = levels[level] ?? [];
    return [[pair.open, open] as [QuoteMark, string], ...(pair.close ? [[pair.close, close] as [QuoteMark, string]] : [])];
  });
}

const endsBefore = (pair: QuotePair | undefined, mark: QuoteMark): boolean =>
  pair === undefined ||
  (pair.close === null
    ? pair.open.part < mark.part
    : pair.close.part < mark.part || (pair.close.part === mark.part && pair.close.at < mark.at));

/** The mark with the space inside it that it has in this language. */
function markEdit(text: string, { at, side }: QuoteMark, set: string, { inside }: Conventions): PunctuationEdit {
  const spaces =
    side === 'open'
      ? (/^\s*/u.exec(text.slice(at + 1, at + 4))?.[0] ?? '')
      : (/\s*$/u.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? '');
  const guillemet = set === '«' || set === '»';
  // Some languages have none here, and a space that is there already is then a slip, or was set for another language.
  const space = guillemet ? inside : '';
  return side === 'open'
    ? { from: at, to: at + 1 + spaces.length, text: set + space }
    : { from: at - spaces.length, to: at + 1, text: space + set };
}

function signEdits(text: string, conventions: Conventions): PunctuationEdit[] {
  const edits: PunctuationEdit[] = [];
  // A straight single mark that may have opened a quotation, and has not been closed.
  let waiting = false;
  for (const { 0: found, index: from } of text.matchAll(SIGNS)) {
    if (conventions.before[found] !== undefined) edits.push(spaceEdit(text, from, conventions));
    if (found !== "'") {
      const set = found === '...' ? '…' : found === '---' ? '—' : found === '--' ? conventions.twoHyphens : null;
      if (set !== null) edits.push({ from, to: from + found.length, text: set });
      continue;
    }
    const kind = straightSingle(text, from, conventions);
    if (kind === 'apostrophe' || (kind === 'end' && !waiting)) edits.push({ from, to: from + 1, text: '’' });
    else waiting = kind === 'start';
  }
  return edits;
}

function spaceEdit(text: string, at: number, conventions: Conventions): PunctuationEdit {
  const from = Math.max(0, at - 200);
  const sign = text[at] ?? '';
  const set = spaced(text.slice(from, at), sign, conventions);
  const start = text[at - 1] === ' ' ? at - 1 : at;
  return { from: start, to: at + 1, text: set.slice(start - from) };
}

/** An apostrophe for certain, or what may begin or end a quotation, which is then the writer's to set; or feet and minutes. */
function straightSingle(text: string, at: number, { clipped }: Conventions): 'apostrophe' | 'start' | 'end' | 'prime' {
  const before = text[at - 1] ?? ' ';
  const behind = /^[\p{L}\p{N}]{0,9}/u.exec(text.slice(at + 1, at + 11))?.[0] ?? '';
  if (LETTER.test(before) && behind !== '') return 'apostrophe';
  if (/\p{N}/u.test(before)) return 'prime';
  if (behind === '') return /\p{L}/u.test(before) ? 'end' : 'prime';
  return clipped.has(behind.toLowerCase()) || /^\d\ds?$/u.test(behind) ? 'apostrophe' : 'start';
}
