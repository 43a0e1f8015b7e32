import { diffArrays } from 'diff';

/**
 * A stretch of a quotation beside the words that were checked. `shortened` and `bracketed` are edits that journalism allows and
 * that a reader can see: words left out for an ellipsis in brackets, and words that the writer put in square brackets.
 */
export interface WordChange {
  kind: 'same' | 'changed' | 'shortened' | 'bracketed';
  before: string;
  after: string;
  /** Where `after` begins in the present words, in UTF-16 units. */
  from: number;
}

/** How the words stand to those that were ticked as checked; `edited` when every change is one that journalism allows. */
export const checkStates = ['unchecked', 'checked', 'edited', 'changed'] as const;
export type CheckState = (typeof checkStates)[number];

/** More words than any quotation has: beyond this the whole is shown as changed, instead of comparing for seconds. */
const MOST_TOKENS = 20_000;
const MOST_EDITS = 4000;

// A word or sign with the spaces behind it, so that spaces between words that are gone do not hold two changes apart.
const TOKEN =
  /\n|(?:\[[^[\]\n]{1,300}\][\p{L}\p{M}]*|\((?:…|\.{3})\)|\.{3}|[\p{L}\p{M}\p{N}]+(?:['’\-\u2010\u2011][\p{L}\p{M}\p{N}]+)*|[^\S\n]+|.)[^\S\n]*/gsu;
const ELLIPSIS = /^(?:\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\))$/u;
const BRACKETED = /^(?:\[[^[\]]+\]\s*)+$/u;
const CAPITAL = /^\[(\p{L})\]([\p{L}\p{M}]*)$/u;

// Which mark or space a language sets is typography, not wording.
const alike = (token: string): string =>
  token
    .replace(/[‘’‚‛ʼ]/gu, "'")
    .replace(/[“”„‟«»‹›]/gu, '"')
    .replace(/…/gu, '...')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[^\S\n]+$/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .normalize('NFC');

/** What became of the words `before`, in order: joined, the `after` of all parts are the present words again. */
export function wordChanges(before: string, after: string): WordChange[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', before, after, from: 0 }];
  const old = before.match(TOKEN) ?? [];
  const now = after.match(TOKEN) ?? [];
  const compared =
    old.length + now.length > MOST_TOKENS
      ? undefined
      : diffArrays(old, now, { comparator: (a, b) => a === b || alike(a) === alike(b), maxEditLength: MOST_EDITS });
  if (!compared) return [{ kind: 'changed', before, after, from: 0 }];
  const changes: WordChange[] = [];
  let [inOld, inNow, from] = [0, 0, 0];
  for (const { added, removed, count } of compared) {
    let gone = added ? '' : old.slice(inOld, (inOld += count)).join('');
    let come = removed ? '' : now.slice(inNow, (inNow += count)).join('');
    const last = changes.at(-1);
    const kind = added || removed ? 'changed' : 'same';
    if (last?.kind === 'same' && kind === 'changed') {
      // A space that came or went with the words behind it belongs to them.
      const [kept, spaces] = parted(last.after);
      const [keptOld, spacesOld] = parted(last.before);
      if (spaces !== spacesOld) {
        Object.assign(last, { before: keptOld, after: kept });
        gone = spacesOld + gone;
        come = spaces + come;
        from -= spaces.length;
      }
    }
    if (last?.kind === kind) Object.assign(last, { before: last.before + gone, after: last.after + come });
    else changes.push({ kind, before: gone, after: come, from });
    from += come.length;
  }
  return joined(changes.map((change, at) => (at === 0 || at === changes.length - 1 ? atEdge(change) : named(change))));
}

/** Words and the spaces at their end. */
function parted(text: string): [string, string] {
  const spaces = /[^\S\n]*$/u.exec(text)?.[0] ?? '';
  return [text.slice(0, text.length - spaces.length), spaces];
}

// A block quotation may stand in marks or without: that is how it is set, as long as they enclose the whole.
const MARKS = /^[\s“”„‟«»‹›"]*$/u;

function atEdge(change: WordChange): WordChange {
  const onlyMarks = MARKS.test(change.before) && MARKS.test(change.after) && !/\n/u.test(change.before + change.after);
  return onlyMarks ? { ...change, kind: 'same' } : named(change);
}

function named(change: WordChange): WordChange {
  if (change.kind === 'same') return change;
  const gone = change.before.trim();
  const come = change.after.trim();
  if (ELLIPSIS.test(come)) return { ...change, kind: gone === '' ? 'changed' : 'shortened' };
  const [, letter, rest] = CAPITAL.exec(come) ?? [];
  if (letter !== undefined && `${letter}${rest ?? ''}`.toLowerCase() === gone.toLowerCase())
    return { ...change, kind: 'bracketed' };
  if (BRACKETED.test(come) && !ELLIPSIS.test(come)) return { ...change, kind: 'bracketed' };
  // Where only spaces differ, nobody's words do.
  return gone === '' && come === '' && !/\n/u.test(change.before + change.after) ? { ...change, kind: 'same' } : change;
}

/** What turned out to be the same joins what is the same beside it. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    if (last?.kind === 'same' && change.kind === 'same')
      result.splice(-1, 1, { ...last, before: last.before + change.before, after: last.after + change.after });
    else result.push(change);
  }
  return result;
}

/** How the present words stand to the checked ones; `baseline` is null where nobody has ticked them. */
export function checkState(baseline: string | null, words: string): CheckState {
  if (baseline === null) return 'unchecked';
  if (baseline === words) return 'checked';
  const kinds = new Set(wordChanges(baseline, words).map(({ kind }) => kind));
  return kinds.has('changed') ? 'changed' : kinds.has('shortened') || kinds.has('bracketed') ? 'edited' : 'checked';
}

/** What a writer did to checked words as journalism allows, as a sentence; empty where nothing. */
export function allowedEdits(changes: readonly WordChange[]): string {
  const shortened = changes.filter(({ kind }) => kind === 'shortened').length;
  const bracketed = changes.filter(({ kind }) => kind === 'bracketed').length;
  const parts = [
    ...(shortened > 0 ? [shortened === 1 ? 'shortened with an ellipsis' : `shortened with ${shortened} ellipses`] : []),
    ...(bracketed > 0 ? ['clarified in square brackets'] : []),
  ];
  return parts.length === 0 ? '' : `The checked words, ${parts.join(' and ')}: edits that journalism allows.`;
}
