import { blockText } from '../article/summary';
import type { Evidence } from '../document/evidence';
import type { DocJson } from '../document/json';
import { quotablesOf, sameSpeech, type SpeechRun } from './quotable';
import { checkState, type CheckState } from './wording';

/** What the index keeps of a quotation whose speaker is known. */
export interface QuotedWords {
  name: string;
  role: string | null;
  /** The first words, at most 160 characters. */
  words: string;
  /** How the words stand to those that were ticked as checked. */
  state: CheckState;
}

const LONGEST = 160;
const PARTS = 3;

interface Said {
  attrs: SpeechRun['attrs'];
  words: string;
  /** Where it ends, for one that the next paragraph carries on. */
  part: number;
  toEnd: boolean;
}

/** The quotations of an article that name a speaker, in order. Reads only the blocks not seen before. */
export function quotedIn(doc: DocJson): QuotedWords[] {
  const said: (Said & { index: number })[] = [];
  doc.content.slice(PARTS).forEach((block, at) => {
    if (block.type !== 'quote' || !block.attrs) return;
    const { speaker, role, evidence = null } = block.attrs;
    const attrs = { speaker, role, evidence };
    if (speaker !== null) said.push({ attrs, words: blockText(block), part: -1, toEnd: false, index: at + PARTS });
  });
  let last: Said | null = null;
  quotablesOf(doc).forEach(({ speech, words, within, continues, path }, part) => {
    if (within !== null) return;
    for (const { from, to, attrs } of speech) {
      if (attrs.speaker === null) continue;
      const runsOn = continues && from === 0 && last?.part === part - 1 && last.toEnd && sameSpeech(last.attrs, attrs);
      const next = unmarked(words.slice(from, to));
      if (runsOn && last) Object.assign(last, { words: `${last.words}\n${next}`, part, toEnd: to === words.length });
      else {
        const begun = { attrs, words: next, part, toEnd: to === words.length, index: path[0] ?? 0 };
        last = begun;
        said.push(begun);
      }
    }
  });
  return said.sort((a, b) => a.index - b.index).map(entry);
}

function entry({ attrs: { speaker, role, evidence }, words }: Said): QuotedWords {
  return { name: speaker ?? '', role, words: opening(words), state: stateOf(evidence, words) };
}

// Unchanged quotations keep their evidence object, so each is compared once.
const compared = new WeakMap<Evidence, { words: string; state: CheckState }>();

function stateOf(evidence: Evidence | null, words: string): CheckState {
  if (!evidence) return 'unchecked';
  let known = compared.get(evidence);
  if (known?.words !== words) compared.set(evidence, (known = { words, state: checkState(evidence.baseline, words) }));
  return known.state;
}

const unmarked = (words: string): string => words.replace(/^[“”„«»‹›"‘‚]\s*/u, '').replace(/\s*[“”„«»‹›"]$/u, '');

const opening = (words: string): string =>
  words.length <= LONGEST
    ? words
    : `${words
        .slice(0, LONGEST - 1)
        .toWellFormed()
        .replace(/\ufffd$/u, '')}…`;
