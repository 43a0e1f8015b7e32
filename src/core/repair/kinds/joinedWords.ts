import { formsOf } from '../data/languages';
import type { LanguageForms } from '../data/forms';
import type { Kind } from '../kind';
import type { Lexicon } from '../lexicon';
import type { Page, TextPart } from '../page';
import { BLOT } from '../readable';
import type { Certainty, Repair } from '../repair';

const TOKEN = /[\p{L}\p{M}]+/gu;
const SEAM = /(?<=\p{Ll})(?=\p{Lu})/gu;
const LONGEST = 40;
/** Seen more often in one piece than this, a word that nobody knows is a name or a term. */
const A_TERM = 2;
/** By so much must one way of dividing a word be likelier than the next to be the only one offered. */
const CLEAR = 15;
/** The rank of a word that only the page knows, or that is made of a known one. */
const MADE = 45;

/** Words glued together where markup between them was lost. */
export const joinedWords: Kind = {
  name: 'joined words',
  find(page, lexicon) {
    const forms = formsOf(page.language);
    if (!forms) return [];
    const context: Context = { page, lexicon, forms, seams: new Map(), pairs: null };
    return page.parts.flatMap((part) => findIn(part, context));
  },
};

interface Context {
  page: Page;
  lexicon: Lexicon;
  forms: LanguageForms;
  /** What was made of a word before; a page repeats its words. */
  seams: Map<string, Seams | null>;
  /** Words before a word with a capital, with that word; made when first asked for. */
  pairs: Set<string> | null;
}
interface Seams {
  /** Where to divide it; several where a word can be divided in two ways that both make sense (`thenarrow`). */
  ways: readonly (readonly number[])[];
  certainty: Certainty;
}

function findIn(part: TextPart, context: Context): Repair[] {
  const found: Repair[] = [];
  for (const { 0: token, index } of part.readable.matchAll(TOKEN)) {
    if (token.length < 5 || token.length > LONGEST) continue;
    const before = part.readable[index - 1] ?? ' ';
    const after = part.readable[index + token.length] ?? ' ';
    if (/[\p{N}_/\\@#-]/u.test(before) || /[\p{N}_/\\@-]/u.test(after)) continue;
    if (before === BLOT || after === BLOT) continue;
    if (before === '.' && /\p{L}/u.test(part.readable[index - 2] ?? ' ')) continue;
    let seams = context.seams.get(token);
    if (seams === undefined) context.seams.set(token, (seams = seamsOf(token, context)));
    if (seams === null) continue;
    const ways = seams.ways.map((at) => at.map((seam) => ({ from: index + seam, to: index + seam, text: ' ' })));
    const words = seams.ways.map((at) => `“${cut(token, at).join(' ')}”`).join(' or ');
    found.push({
      kind: joinedWords.name,
      level: 'warning',
      certainty: seams.certainty,
      part,
      from: index,
      to: index + token.length,
      edits: ways.length === 1 ? (ways[0] ?? null) : null,
      ...(ways.length > 1 ? { choices: ways.map((edits) => ({ edits })) } : {}),
      message: `“${token}” looks like words glued together: ${words}?`,
    });
  }
  return found;
}

function seamsOf(token: string, context: Context): Seams | null {
  const inner = [...token.matchAll(SEAM)].map(({ index }) => index);
  return inner.length > 0 ? atCapitals(token, inner, context) : withoutCapital(token, context);
}

const cut = (token: string, at: readonly number[]): string[] => [0, ...at].map((from, index) => token.slice(from, at[index]));

const PAIR = /(?<![\p{L}\p{M}])([\p{L}\p{M}]+)(?=[ \u00a0](\p{Lu}[\p{L}\p{M}]+))/gu;

function pairsOf(context: Context): Set<string> {
  context.pairs ??= new Set(
    context.page.parts.flatMap(({ readable }) => [...readable.matchAll(PAIR)].map(([, first, last]) => `${first} ${last}`)),
  );
  return context.pairs;
}

/** As `endsWord`, of endings that names do not have either (`Featherstone` begins like a plural). */
const endsNoName = (word: string, { forms }: Context): boolean => forms.abstractEndings.some((ending) => word.endsWith(ending));

/** True for a word whose ending does not stand at the beginning of compounds and names. */
const endsWord = (word: string, { forms }: Context): boolean => forms.closedEndings.some((ending) => word.endsWith(ending));

/** `theNorth`: the first word is small and known, what follows begins with a capital like a name. */
function atCapitals(token: string, inner: readonly number[], context: Context): Seams | null {
  const { page, lexicon, forms } = context;
  const [first = '', ...rest] = cut(token, inner);
  const small = first.toLowerCase();
  if (inner.length > 2 || first.length < 2 || forms.nameBeginnings.has(small) || forms.innerCapitals.has(token.toLowerCase()))
    return null;
  // A name is more than a capital (`helloX`, gender forms such as `freundInnen`).
  if (rest.some((word) => word.length < 2 || /^Innen?$/u.test(word))) return null;
  // `SMEs`, `iOS`: letters in capitals, then one small letter.
  if (rest.some((word) => /^\p{Lu}{2,}\p{Ll}{1,2}$/u.test(word))) return null;
  const grammar = forms.functionWords.first.has(small) || forms.functionWords.last.has(small) || forms.particles.has(small);
  if (first !== small) {
    // `YouTube`, `PayPal`: a brand, unless the page itself has the words side by side or the beginning begins no name.
    const apart = pairsOf(context).has([first, ...rest].slice(0, 2).join(' '));
    const closed = first.length >= 8 && endsNoName(small, context) && lexicon.rank(small) <= 35;
    if (!apart && !closed) return null;
    return (page.counts.get(token) ?? 0) >= A_TERM && !apart ? null : { ways: [inner], certainty: 'likely' };
  }
  if (grammar) return { ways: [inner], certainty: 'sure' };
  const known = lexicon.rank(small) <= 60 || page.counts.has(small) || forms.language === 'de';
  if (!known || small.length < 3) return null;
  if ((page.counts.get(token) ?? 0) >= A_TERM && !rest.every((word) => page.counts.has(word))) return null;
  return { ways: [inner], certainty: 'likely' };
}

/** `securityon`: nobody knows the whole, and one way of dividing it gives two words that belong beside each other. */
function withoutCapital(token: string, context: Context): Seams | null {
  const { page, lexicon } = context;
  const word = token.toLowerCase();
  const capital = token[0] !== word[0];
  if (token.length < 6 || token.slice(1) !== word.slice(1)) return null;
  if (lexicon.rank(word) < Infinity || isFormOf(word, context)) return null;
  // A name or a term: it stands there again and again, in one piece.
  if ((page.counts.get(token) ?? 0) > A_TERM) return null;
  const ways: { at: number; cost: number }[] = [];
  for (let at = 2; at <= word.length - 2; at++) {
    const cost = costOf(word.slice(0, at), word.slice(at), capital, context);
    if (cost < Infinity) ways.push({ at, cost });
  }
  ways.sort((a, b) => a.cost - b.cost);
  const [best, second, third] = ways;
  if (!best) return null;
  const rivals = second !== undefined && second.cost < best.cost + CLEAR;
  if (!rivals) return { ways: [[best.at]], certainty: second || capital ? 'likely' : 'sure' };
  if (capital || (third && third.cost < best.cost + CLEAR)) return null;
  return { ways: [[best.at], [second.at]], certainty: 'look' };
}

/** True for a word that may stand anywhere in a sentence and takes part in no compound. */
const isGrammar = (word: string, { forms }: Context): boolean =>
  forms.functionWords.first.has(word) || forms.functionWords.last.has(word);

/** How odd it would be that these two words stand beside each other; Infinity when they are likelier one word. */
function costOf(first: string, last: string, capital: boolean, context: Context): number {
  const { lexicon, forms } = context;
  const cost = rankOf(first, capital, context) + lexicon.rank(last);
  if (cost > 110) return Infinity;
  const ends = capital ? endsNoName(first, context) : endsWord(first, context);
  const closed = first.length >= (capital ? 8 : 6) && ends && lexicon.rank(first) <= 50;
  if (capital) {
    if (closed && (last.length >= 4 || forms.particles.has(last) || forms.functionWords.last.has(last))) return cost;
    // At the beginning of a sentence; `Desrosiers` and `Theroux` are names, so only before the commonest words.
    if (forms.functionWords.first.has(first) && first.length >= 3)
      return last.length >= 6 && lexicon.rank(last) <= 20 ? cost : Infinity;
    return forms.functionWords.last.has(last) && last.length >= (forms.joins ? 4 : 3) && first.length >= 5 && last !== 'with'
      ? cost
      : Infinity;
  }
  const begins = forms.functionWords.first.has(first);
  const finishes = forms.functionWords.last.has(last);
  if (begins && finishes) return cost - 20;
  if (begins && (first.length >= 3 ? last.length >= 3 : last.length >= 4)) return cost - 10;
  if (finishes && (last.length >= 3 ? first.length >= 3 : first.length >= 5)) return cost - 10;
  if (
    forms.particles.has(last) &&
    (first.length >= 7 || closed || (begins && first.length >= 4 && !forms.withParticles.has(first)))
  )
    return cost;
  const { joins } = forms;
  if (
    joins &&
    first.length >= joins.least &&
    last.length >= joins.least &&
    !joins.notFirst.has(first) &&
    !joins.linking.test(first)
  )
    return cost;
  // A compound's first part is not inflected or derived like this.
  return closed && last.length >= 4 ? cost : Infinity;
}

/** A beginning may be a name or a new word that the page has elsewhere. */
function rankOf(first: string, capital: boolean, context: Context): number {
  const { page, lexicon } = context;
  const rank = lexicon.rank(first);
  if (rank < Infinity) return rank;
  if (!capital) return first.length >= 6 && (page.counts.has(first) || isFormOf(first, context)) ? MADE : Infinity;
  return page.counts.has(first.charAt(0).toUpperCase() + first.slice(1)) ? 40 : Infinity;
}

/** True for a word made of a known one by a prefix or an ending. */
function isFormOf(word: string, context: Context): boolean {
  const { lexicon, forms } = context;
  const known = (part: string) => part.length >= 3 && lexicon.rank(part) < Infinity;
  const { prefixes, adjectivePrefixes, endings } = forms.formation;
  for (const prefix of prefixes) {
    const rest = word.slice(prefix.length);
    // `contreonze`, `outof`: a prefix is put before words that mean something, not before those that only join others.
    const joins = (isGrammar(prefix, context) || forms.particles.has(prefix)) && isGrammar(rest, context);
    if (word.startsWith(prefix) && known(rest) && !joins) return true;
  }
  if (adjectivePrefixes && known(word.replace(adjectivePrefixes, ''))) return true;
  const stem = word.replace(endings, '');
  return stem !== word && (known(stem) || known(`${stem}e`) || known(stem.replace(/(.)\1$/u, '$1')));
}
