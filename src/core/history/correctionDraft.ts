import type { DocJson } from '../document/json';
import { inlineText } from '../article/summary';
import { compareDocuments } from './comparison';
import { compareWords } from './compareWords';
import { blocksOf, childrenOf, inlineOf, type AnyBlock } from './inline';
import { publicDocument } from './publicDocument';

/** More than these a correction does not list; the writer says the rest in one sentence. */
const MOST = 3;
/** Words before and after a change that tell what it is about. */
const BESIDE = 4;
const LONGEST = 1900;

/**
 * A first wording of a correction, from what readers see differently since a version was published: the writer's to edit, in
 * English. Null where no words were replaced. Pure.
 */
export function correctionDraft(published: DocJson, now: DocJson): string | null {
  const [before, after] = [publicDocument(published), publicDocument(now)];
  const { language } = after.attrs;
  const [old, present] = [childrenOf(before), childrenOf(after)];
  const found: { was: string; is: string }[] = [];
  for (const { change, before: b, after: a } of compareDocuments(before, after).blocks) {
    if (b === null || a === null || change === 'same') continue;
    const [from, to] = [old[b], present[a]];
    if (from && to) found.push(...replaced(from, to, language));
  }
  if (found.length === 0) return null;
  const sentences = found
    .slice(0, MOST)
    .map(
      ({ was, is }, at) =>
        `${at === 0 ? 'An earlier version of this article said' : 'It also said'} “${was}”; it should have said “${is}”.`,
    );
  return sentences.join(' ').replace(/\s+/gu, ' ').slice(0, LONGEST).toWellFormed();
}

/** Words that were replaced by others in a block, with some of the words around them. */
function replaced(before: AnyBlock, after: AnyBlock, language: string): { was: string; is: string }[] {
  const [old, now] = [inlineOf(before), inlineOf(after)];
  if (old === null || now === null) {
    const [inside, present] = [blocksOf(before) ?? [], blocksOf(after) ?? []];
    if (inside.length !== present.length) return [];
    return inside.flatMap((child, at) => {
      const other = present[at];
      return other ? replaced(child, other, language) : [];
    });
  }
  const passages = compareWords(old, now, language).map(({ change, content }) => ({ change, text: inlineText(content) }));
  return passages.flatMap(({ change, text }, at) => {
    const next = passages[at + 1];
    if (change !== 'removed' || next?.change !== 'added') return [];
    const [lead, tail] = [sameAt(passages[at - 1]), sameAt(passages[at + 2])];
    const around = (words: string) => `${lastWords(lead)}${words}${firstWords(tail)}`.trim().replace(/[.,;:]+$/u, '');
    const [was, is] = [around(text), around(next.text)];
    return was === is ? [] : [{ was, is }];
  });
}

const sameAt = (passage: { change: string; text: string } | undefined): string =>
  passage?.change === 'same' ? passage.text : '';
const lastWords = (text: string): string => new RegExp(`(?:\\S+\\s+){0,${BESIDE}}\\S*$`, 'u').exec(text)?.[0] ?? '';
const firstWords = (text: string): string => new RegExp(`^\\S*(?:\\s+\\S+){0,${BESIDE}}`, 'u').exec(text)?.[0] ?? '';
