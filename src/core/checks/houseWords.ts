import type { HouseWord } from '../article/houseStyle';
import { touches, type TextRange } from '../quotes/verbatim';
import type { TextPart } from '../repair/page';
import { atPart } from './atPart';
import type { Check } from './check';
import type { Finding } from './finding';

const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;
const WORD = /[\p{L}\p{M}\p{N}_]/u;

/** A word that the house does not print. Inside quotation marks it is only a hint: those are somebody's words. */
export const houseWords: Check = {
  name: 'house word',
  of: 'text',
  find: (_doc, page, { style }) => {
    const rules = readRules(style.words, page.language);
    if (rules.size === 0) return [];
    return page.parts.flatMap((part) => inPart(part, page.verbatim[part.index] ?? [], rules));
  },
};

interface Rule {
  not: string;
  use: string;
}
/** Rules whose first word stands `offset` units after their beginning and which are `length` units long, by their words in lower case. */
interface Shape {
  offset: number;
  length: number;
  rules: Map<string, Rule>;
}
/** By the first word: a long list costs no more a word than a short one. */
type Rules = Map<string, Map<string, Shape>>;

const languageFits = (of: string | null, language: string): boolean =>
  of === null || of.toLowerCase() === language.toLowerCase() || of.toLowerCase() === language.split('-')[0]?.toLowerCase();

function readRules(words: readonly HouseWord[], language: string): Rules {
  const rules: Rules = new Map();
  for (const { language: of, not, use } of words) {
    const first = new RegExp(TOKEN.source, 'u').exec(not);
    if (!first || not === use || !languageFits(of, language)) continue;
    const word = first[0].toLowerCase();
    const shapes = rules.get(word) ?? new Map<string, Shape>();
    const key = `${first.index}/${not.length}`;
    const shape = shapes.get(key) ?? { offset: first.index, length: not.length, rules: new Map<string, Rule>() };
    shape.rules.set(not.toLowerCase(), { not, use });
    rules.set(word, shapes.set(key, shape));
  }
  return rules;
}

function inPart(part: TextPart, verbatim: readonly TextRange[], rules: Rules): Finding[] {
  const found: Finding[] = [];
  let end = 0;
  for (const { 0: token, index } of part.readable.matchAll(TOKEN)) {
    const match = index < end ? null : matchAt(part.readable, index, rules.get(token.toLowerCase()));
    if (!match) continue;
    const { rule, from } = match;
    const to = from + rule.not.length;
    const written = part.readable.slice(from, to);
    const use = cased(rule, written, beginsSentence(part.readable, from));
    if (use === null || stands(part.readable, from, rule)) continue;
    end = to;
    const inQuotation = touches(verbatim, from, to);
    found.push({
      ...atPart(
        part,
        from,
        to,
        'house word',
        inQuotation ? 'hint' : 'warning',
        inQuotation
          ? `The house writes “${use}”, but these are quoted words: they stay unless you say so.`
          : `The house writes “${use}”, not “${written}”.`,
      ),
      after: use,
      edits: [{ path: part.path, attribute: part.attribute, from, to, content: use }],
      ...(inQuotation ? { quoted: true as const } : {}),
    });
  }
  return found;
}

/** The longest rule whose words stand here, whole. */
function matchAt(
  text: string,
  index: number,
  shapes: ReadonlyMap<string, Shape> | undefined,
): { rule: Rule; from: number } | null {
  let best: { rule: Rule; from: number } | null = null;
  for (const { offset, length, rules } of shapes?.values() ?? []) {
    const from = index - offset;
    const rule = from < 0 ? undefined : rules.get(text.slice(from, from + length).toLowerCase());
    if (rule && length > (best?.rule.not.length ?? 0) && isWhole(text, from, rule.not)) best = { rule, from };
  }
  return best;
}

const isWhole = (text: string, from: number, not: string): boolean =>
  !(WORD.test(not[0] ?? '') && WORD.test(text[from - 1] ?? ' ')) &&
  !(WORD.test(not.at(-1) ?? '') && WORD.test(text[from + not.length] ?? ' '));

/** What to print for the words as written; null when their capitals make them another word (`Polish`, `polish`). */
function cased({ not, use }: Rule, written: string, begins: boolean): string | null {
  if (written === not) return use;
  if (written === not.toUpperCase() && written.length > 1) return use.toUpperCase();
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return begins && written === capital(not) ? capital(use) : null;
}

const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?…:]\s+|\n)[“”„«»‹›‘’"'([\s]*$/u.test(text.slice(Math.max(0, at - 8), at));

/** True where what the house prints holds the word and stands here already (`mail` in `e-mail`). */
function stands(text: string, from: number, { not, use }: Rule): boolean {
  const at = use.toLowerCase().indexOf(not.toLowerCase());
  if (at < 0) return false;
  const start = from - at;
  return start >= 0 && text.slice(start, start + use.length).toLowerCase() === use.toLowerCase();
}
