/** A word of a text as search compares it, and where it stands in the text. */
export interface PlacedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** A run of letters and digits with their accents: what may be a word. */
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** Written without spaces between words: every sign counts as one, and a word of several is found as a phrase. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
/** Letters that Unicode does not take apart (Unicode Standard, annex 15), and the two forms of the Greek sigma. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' }; // prettier-ignore
const SPECIAL = /[øłđðþıßæœς]/gu;
const ONLY_ASCII = /^[\0-\x7f]*$/u;

/** The words of a text without case and accents, each once it stands there, in order. */
export function wordsIn(text: string): string[] {
  if (ONLY_ASCII.test(text)) return text.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  return (text.match(RUN) ?? []).flatMap(folded);
}

/** The same words with their places. A letter that is written as two (“ß”) keeps one place. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    folded(run).length > 1 ? apart(run, index) : folded(run).map((word) => ({ word, from: index, to: index + run.length })),
  );
}

/** Texts repeat their words, and taking one apart by Unicode's rules is slow. */
const known = new Map<string, string[]>();
const MOST_KNOWN = 50_000;

function folded(run: string): readonly string[] {
  if (ONLY_ASCII.test(run)) return [run.toLowerCase()];
  let words = known.get(run);
  if (!words) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(run, (words = takenApart(run)));
  }
  return words;
}

function takenApart(run: string): string[] {
  const plain = run
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(UNSPACED, ' $& ');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Places inside a run that is several words; sign by sign, because only there each word has its own. */
function apart(run: string, start: number): PlacedWord[] {
  const placed: PlacedWord[] = [];
  const words = folded(run);
  let at = start;
  let word = 0;
  let from = start;
  let made = '';
  for (const sign of run) {
    made += folded(sign).join('');
    at += sign.length;
    while (word < words.length && made.length >= (words[word] ?? '').length) {
      placed.push({ word: words[word] ?? '', from, to: at });
      made = made.slice((words[word] ?? '').length);
      word++;
      from = made === '' ? at : from;
    }
  }
  return placed;
}
