import { diffArrays } from 'diff';
import type { InlineJson, MarkJson } from '../document/json';
import { segmenterOf } from './bag';

/** A word, or what stands between two words, whatever marks it is set in. */
export interface WordToken {
  readonly text: string;
  readonly content: readonly InlineJson[];
  /** Equal for words that are set alike. */
  readonly look: string;
}

/** Words `from` to `to` before became the words `at` to `upTo`: other words, or the same ones set differently. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly upTo: number;
}

/** Beyond this many differences a comparison word by word tells nothing that "all of it" does not. */
const MOST_EDITS = 1_500;
/** A scrap of so many letters between two changes belongs to them. */
const TINY = 2;

/** The words of inline content in order. Only marks that `counts` says yes to are a matter of look. */
export function wordTokens(
  content: readonly InlineJson[],
  language: string,
  counts: (mark: MarkJson) => boolean = () => true,
): WordToken[] {
  const tokens: WordToken[] = [];
  let run: InlineJson[] = [];
  const close = () => {
    tokens.push(...tokensIn(run, language, counts));
    run = [];
  };
  for (const node of content) {
    if (node.type === 'text') {
      run.push(node);
      continue;
    }
    close();
    // Not a text of its own: NUL stands in no text.
    tokens.push({ text: `\0${JSON.stringify({ ...(node as object), marks: undefined })}`, content: [node], look: '' });
  }
  close();
  return tokens;
}

// Words are cut in the whole text, so that a word that is partly bold is one.
function tokensIn(run: readonly InlineJson[], language: string, counts: (mark: MarkJson) => boolean): WordToken[] {
  const texts = run.flatMap((node) => (node.type === 'text' ? [node] : []));
  const looks = texts.map(({ marks = [] }) => JSON.stringify(marks.filter(counts)));
  const tokens: WordToken[] = [];
  let [at, inNode] = [0, 0];
  for (const { segment } of segmenterOf(language).segment(texts.map(({ text }) => text).join(''))) {
    const content: InlineJson[] = [];
    const parts: { length: number; look: string }[] = [];
    for (let left = segment.length; left > 0;) {
      const node = texts[at];
      if (!node) break;
      const text = node.text.slice(inNode, inNode + left);
      content.push({ ...node, text });
      // Texts of one look make up a word that is set as one text would be.
      const [last, look] = [parts.at(-1), looks[at] ?? ''];
      if (last?.look === look) last.length += text.length;
      else parts.push({ length: text.length, look });
      left -= text.length;
      inNode += text.length;
      if (inNode === node.text.length) [at, inNode] = [at + 1, 0];
    }
    tokens.push({ text: segment, content, look: parts.map(({ length, look }) => `${length} ${look}`).join('\n') });
  }
  return tokens;
}

/**
 * Where one run of words differs from another: ascending, apart by more than a scrap of a word. Replacing each hunk of `before` by
 * its words of `after` gives `after`. Bounded for any length.
 */
export function hunksBetween(before: readonly WordToken[], after: readonly WordToken[]): Hunk[] {
  const runs = diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    { maxEditLength: MOST_EDITS },
  );
  if (!runs) return [{ from: 0, to: before.length, at: 0, upTo: after.length }];
  const hunks: Hunk[] = [];
  const note = (from: number, to: number, at: number, upTo: number) => {
    const last = hunks.at(-1);
    if (last?.to === from && last.upTo === at) hunks[hunks.length - 1] = { ...last, to, upTo };
    else hunks.push({ from, to, at, upTo });
  };
  let [b, a] = [0, 0];
  for (const { added, removed, value } of runs) {
    const { length } = value;
    if (removed) note(b, (b += length), a, a);
    else if (added) note(b, b, a, (a += length));
    else for (let i = 0; i < length; i++, b++, a++) if (before[b]?.look !== after[a]?.look) note(b, b + 1, a, a + 1);
  }
  return gathered(hunks, before).map((hunk) => trimmed(hunk, before, after));
}

/** A space or a scrap of a word between two changes belongs to them: "the old" for "a new", not two changes. */
function gathered(hunks: readonly Hunk[], before: readonly WordToken[]): Hunk[] {
  const out: Hunk[] = [];
  for (const hunk of hunks) {
    const last = out.at(-1);
    if (last && isScrap(before, last.to, hunk.from)) out[out.length - 1] = { ...last, to: hunk.to, upTo: hunk.upTo };
    else out.push(hunk);
  }
  return out;
}

/** Without what is the same at both ends: a space that the comparison took for a word of the change. */
function trimmed({ from, to, at, upTo }: Hunk, before: readonly WordToken[], after: readonly WordToken[]): Hunk {
  const same = (b: number, a: number) => before[b]?.text === after[a]?.text && before[b]?.look === after[a]?.look;
  let [start, tail] = [0, 0];
  const shorter = Math.min(to - from, upTo - at);
  while (start < shorter && same(from + start, at + start)) start++;
  while (tail < shorter - start && same(to - 1 - tail, upTo - 1 - tail)) tail++;
  return { from: from + start, to: to - tail, at: at + start, upTo: upTo - tail };
}

function isScrap(tokens: readonly WordToken[], from: number, to: number): boolean {
  let letters = 0;
  for (let at = from; at < to; at++) {
    const text = tokens[at]?.text ?? '';
    letters += text.trim().length;
    if (letters > TINY || text.startsWith('\0')) return false;
  }
  return true;
}
