import { diffArrays } from 'diff';
import type { InlineJson } from '../document/json';
import { segmenterOf } from './bag';

/** A run of inline content as a proof shows it. */
export interface Passage {
  change: 'same' | 'added' | 'removed';
  content: readonly InlineJson[];
  /** True when the words are the same and their marks (bold, a link …) are not. */
  restyled: boolean;
}

interface Token {
  text: string;
  node: InlineJson;
}

/** Beyond this many differences a comparison word by word tells nothing that "all of it" does not. */
const MOST_EDITS = 1_500;

/** What changed in a run of words, word by word; each run of changes reads as what went, then what came. Bounded for any length. */
export function compareWords(before: readonly InlineJson[], after: readonly InlineJson[], language: string): Passage[] {
  const [old, now] = [tokensOf(before, language), tokensOf(after, language)];
  const runs = diffArrays(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
    { maxEditLength: MOST_EDITS },
  ) ?? [
    { removed: true, added: false, value: old.map(({ text }) => text) },
    { added: true, removed: false, value: now.map(({ text }) => text) },
  ];
  const passages: Passage[] = [];
  let [o, n] = [0, 0];
  for (const { added, removed, value } of runs) {
    if (removed) passages.push(passage('removed', old.slice(o, (o += value.length))));
    else if (added) passages.push(passage('added', now.slice(n, (n += value.length))));
    else {
      for (let i = 0; i < value.length; i++) {
        const [from, to] = [old[o++], now[n++]];
        if (from && to) passages.push({ ...passage('same', [to]), restyled: !sameMarks(from.node, to.node) });
      }
    }
  }
  return joined(gathered(joined(passages)));
}

function tokensOf(content: readonly InlineJson[], language: string): Token[] {
  return content.flatMap((node): Token[] =>
    node.type === 'text'
      ? Array.from(segmenterOf(language).segment(node.text), ({ segment }) => ({
          text: segment,
          node: { ...node, text: segment },
        }))
      : // Not a text of its own: NUL stands in no text.
        [{ text: `\0${JSON.stringify({ ...(node as object), marks: undefined })}`, node }],
  );
}

const passage = (change: Passage['change'], tokens: readonly Token[]): Passage => ({
  change,
  content: tokens.map(({ node }) => node),
  restyled: false,
});

const sameMarks = (a: InlineJson, b: InlineJson): boolean => JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);

/** Letters that two changes have between them without being readable there. */
const TINY = 2;

const isTiny = ({ change, content }: Passage): boolean =>
  change === 'same' &&
  content.every((node) => node.type === 'text') &&
  content
    .map((node) => node.text)
    .join('')
    .trim().length <= TINY;

/** A space or a scrap of a word between two changes belongs to them: "the old" for "a new", not four marks. */
function gathered(passages: readonly Passage[]): Passage[] {
  const out: Passage[] = [];
  let removed: InlineJson[] = [];
  let added: InlineJson[] = [];
  const close = () => {
    if (removed.length > 0) out.push({ change: 'removed', content: removed, restyled: false });
    if (added.length > 0) out.push({ change: 'added', content: added, restyled: false });
    [removed, added] = [[], []];
  };
  passages.forEach((current, at) => {
    const next = passages[at + 1];
    const between = isTiny(current) && removed.length > 0 && added.length > 0 && next !== undefined && next.change !== 'same';
    if (current.change === 'removed' || between) removed.push(...current.content);
    if (current.change === 'added' || between) added.push(...current.content);
    if (current.change === 'same' && !between) {
      close();
      out.push(current);
    }
  });
  close();
  return out;
}

/** Neighbours of one kind are one, and words with the same marks one text again. */
function joined(passages: readonly Passage[]): Passage[] {
  const out: Passage[] = [];
  for (const next of passages) {
    const last = out.at(-1);
    if (last?.change === next.change && last.restyled === next.restyled)
      out[out.length - 1] = { ...last, content: [...last.content, ...next.content] };
    else out.push(next);
  }
  return out.map((one) => ({ ...one, content: joinTexts(one.content) }));
}

function joinTexts(content: readonly InlineJson[]): InlineJson[] {
  const out: InlineJson[] = [];
  for (const node of content) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text' && sameMarks(last, node))
      out[out.length - 1] = { ...last, text: last.text + node.text };
    else out.push(node);
  }
  return out;
}
