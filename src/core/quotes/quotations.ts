import { blockText } from '../article/summary';
import type { BlockAttributes } from '../document/attributes';
import type { Evidence } from '../document/evidence';
import type { DocJson } from '../document/json';
import { inlineQuotations, type QuotePair } from './inlineQuotations';
import { quotablesOf, sameSpeech, type Quotable, type SpeechRun } from './quotable';
import { checkState, type CheckState } from './wording';

/** Words of one textblock: child indices from the document to it, and UTF-16 units in its text. */
export interface WordRange {
  readonly path: readonly number[];
  /** The quotation marks included. */
  readonly from: number;
  readonly to: number;
  /** The words alone. */
  readonly start: number;
  readonly end: number;
}

/** Somebody's words in an article, and what is said of them there. */
export interface Quotation extends Readonly<Omit<BlockAttributes['quote'], 'evidence'>> {
  readonly kind: 'block' | 'inline';
  /** The words as they stand, without the quotation marks around them; paragraphs joined by line feeds. */
  readonly words: string;
  /** Of the top-level block that it begins in, among the children of the document, headline and the like included. */
  readonly index: number;
  /** Where the words stand, a range a paragraph; of an inline quotation with its marks. */
  readonly ranges: readonly WordRange[];
  readonly evidence: Evidence | null;
  readonly state: CheckState;
}

const PARTS = 3;

/** The quotations of an article, block and inline, in order. Derived anew each time: nothing of this list is stored. Linear. */
export function quotationsOf(doc: DocJson): Quotation[] {
  const texts = quotablesOf(doc);
  return [...blockQuotations(doc), ...inlineOnes(doc, texts)].sort(inOrder);
}

const inOrder = (a: Quotation, b: Quotation): number => {
  const [first, second] = [a.ranges[0], b.ranges[0]];
  if (a.index !== b.index || !first || !second) return a.index - b.index;
  for (let at = 0; at < Math.max(first.path.length, second.path.length); at++) {
    const apart = (first.path[at] ?? -1) - (second.path[at] ?? -1);
    if (apart !== 0) return apart;
  }
  return first.from - second.from;
};

function blockQuotations(doc: DocJson): Quotation[] {
  const [, , , ...blocks] = doc.content;
  return blocks.flatMap((block, at) => {
    if (block.type !== 'quote') return [];
    const {
      speaker = null,
      role = null,
      sourceTitle = null,
      sourceUrl = null,
      saidOn = null,
      evidence = null,
    } = block.attrs ?? {};
    const words = blockText(block);
    const index = at + PARTS;
    const ranges = (block.content ?? []).map((paragraph, child) => {
      const { length } = blockText(paragraph);
      return { path: [index, child], from: 0, to: length, start: 0, end: length };
    });
    const state = checkState(evidence?.baseline ?? null, words);
    return [{ kind: 'block' as const, speaker, role, sourceTitle, sourceUrl, saidOn, words, index, ranges, evidence, state }];
  });
}

interface Stretch {
  part: number;
  from: number;
  to: number;
  /** What of it is marks rather than words. */
  open: number;
  close: number;
}

function inlineOnes(doc: DocJson, texts: readonly Quotable[]): Quotation[] {
  // The words of a block quotation are listed as a whole; what they quote in turn is not a quotation of this article.
  const read = texts.map(({ text, within, continues }) => ({ text: within === null ? text : '', continues }));
  const { pairs } = inlineQuotations(read, doc.attrs.language);
  const quoted = stretchesOf(
    pairs.filter(({ level }) => level === 0),
    texts,
  );
  const taken = new Set<SpeechRun>();
  const named = quoted.map((stretches) => {
    const runs = stretches.flatMap(({ part, from, to }) =>
      (texts[part]?.speech ?? []).filter((run) => run.from < to && run.to > from),
    );
    for (const run of runs) taken.add(run);
    return quotation(texts, stretches, runs[0]?.attrs ?? null);
  });
  return [...named, ...unmarked(texts, taken)];
}

/** Words whose speaker is known and that no quotation marks enclose. */
function unmarked(texts: readonly Quotable[], taken: ReadonlySet<SpeechRun>): Quotation[] {
  const found: { stretches: Stretch[]; attrs: SpeechRun['attrs'] }[] = [];
  texts.forEach(({ speech, within, continues, words }, part) => {
    if (within !== null) return;
    for (const run of speech) {
      if (taken.has(run)) continue;
      const last = found.at(-1);
      const end = last?.stretches.at(-1);
      const runsOn =
        continues && run.from === 0 && end?.part === part - 1 && end.to === texts[part - 1]?.words.length && last !== undefined;
      const stretch = { part, ...trimmed(words, run) };
      if (runsOn && sameSpeech(last.attrs, run.attrs)) last.stretches.push(stretch);
      else found.push({ stretches: [stretch], attrs: run.attrs });
    }
  });
  return found.map(({ stretches, attrs }) => quotation(texts, stretches, attrs));
}

// A mark may take in one quotation mark whose partner was lost.
function trimmed(words: string, { from, to }: SpeechRun): Omit<Stretch, 'part'> {
  const text = words.slice(from, to);
  const open = /^[“”„«»‹›"‘‚]?/u.exec(text)?.[0].length ?? 0;
  const close = open < text.length ? (/[“”„«»‹›"]?$/u.exec(text)?.[0].length ?? 0) : 0;
  return { from, to, open, close };
}

function stretchesOf(pairs: readonly QuotePair[], texts: readonly Quotable[]): Stretch[][] {
  const result: Stretch[][] = [];
  let runsInto = -1;
  for (const { open, close } of [...pairs].sort((a, b) => a.open.part - b.open.part || a.open.at - b.open.at)) {
    const stretches: Stretch[] = [];
    const last = close?.part ?? open.part;
    for (let part = open.part; part <= last; part++) {
      const closes = part === close?.part;
      const to = closes ? close.at + 1 : (texts[part]?.words.length ?? 0);
      stretches.push({
        part,
        from: part === open.part ? open.at : 0,
        to,
        open: part === open.part ? 1 : 0,
        close: closes ? 1 : 0,
      });
    }
    // A paragraph that opens again what the one before it did not close says the same speech on.
    const before = result.at(-1);
    if (before && runsInto === open.part && (texts[open.part]?.words.slice(0, open.at).trim() ?? '') === '')
      before.push(...stretches);
    else result.push(stretches);
    runsInto = close === null ? last + 1 : -1;
  }
  return result;
}

function quotation(texts: readonly Quotable[], stretches: readonly Stretch[], attrs: SpeechRun['attrs'] | null): Quotation {
  const ranges = stretches.map(({ part, from, to, open, close }) => {
    // « words »: the spaces belong to the marks.
    const inside = (texts[part]?.words ?? '').slice(from + open, to - close);
    const start = from + open + (inside.length - inside.trimStart().length);
    return { path: texts[part]?.path ?? [], from, to, start, end: Math.max(start, start + inside.trim().length) };
  });
  const words = ranges.map(({ start, end }, at) => (texts[stretches[at]?.part ?? -1]?.words ?? '').slice(start, end)).join('\n');
  const evidence = attrs?.evidence ?? null;
  return {
    kind: 'inline',
    speaker: attrs?.speaker ?? null,
    role: attrs?.role ?? null,
    sourceTitle: null,
    sourceUrl: null,
    saidOn: null,
    words,
    index: ranges[0]?.path[0] ?? 0,
    ranges,
    evidence,
    state: checkState(evidence?.baseline ?? null, words),
  };
}
