import type { DocJson } from '../document/json';
import { inlineText } from '../article/summary';
import { conventionsOf } from '../typography/conventions';
import { compareDocuments } from './comparison';
import { compareWords } from './compareWords';
import { filingWords } from './filingWords';
import { blocksOf, childrenOf, inlineOf, type AnyBlock } from './inline';
import { publicDocument } from './publicDocument';

/** More than these a correction does not list; the writer says the rest in one sentence. */
const MOST = 3;
/** Words before and after a change that tell what it is about. */
const BESIDE = 4;
const LONGEST = 1900;

/**
 * A first wording of a correction, from what readers see differently since a version was published: the writer's to edit, in the
 * language of the article, where Stet has words for it. Null where no words were replaced. Pure.
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
  const { said, alsoSaid, known } = filingWords(language);
  const quoted = quotedIn(known ? language : 'en');
  const sentences = found.slice(0, MOST).map(({ was, is }, at) => (at === 0 ? said : alsoSaid)(quoted(was), quoted(is)));
  return sentences.join(' ').slice(0, LONGEST).toWellFormed();
}

/** Words between the quotation marks of a language, in one line. */
function quotedIn(language: string): (words: string) => string {
  const { levels, inside } = conventionsOf(language);
  const [open, close] = levels[0] ?? ['“', '”'];
  const space = open === '«' ? inside : '';
  return (words) => `${open}${space}${words.replace(LINES, ' ')}${space}${close}`;
}

/** What breaks a line or is doubled; spaces that do not break were chosen. */
const LINES = /[^\S\u00a0\u202f]+/gu;

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
