import { formsOf } from '../data/languages';
import type { Kind } from '../kind';
import type { Repair } from '../repair';

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu;

/** `the the`. Words that may stand twice ("had had", "nous nous") and names ("Duran Duran") stay. */
export const doubledWords: Kind = {
  name: 'doubled word',
  find(page) {
    const forms = formsOf(page.language);
    if (!forms) return [];
    return page.parts.flatMap((part) => {
      const found: Repair[] = [];
      let last: { word: string; from: number; to: number } | null = null;
      for (const { 0: word, index } of part.readable.matchAll(TOKEN)) {
        const here = { word, from: index, to: index + word.length };
        const small = word.toLowerCase();
        const between = last ? part.readable.slice(last.to, index) : '';
        if (last && /^[ \u00a0\n]$/u.test(between) && last.word.toLowerCase() === small && isMistake(last.word, word, forms)) {
          found.push({
            kind: doubledWords.name,
            level: 'warning',
            certainty: forms.neverDoubled.has(small) ? 'sure' : 'likely',
            part,
            from: last.from,
            to: here.to,
            edits: [{ from: last.to, to: here.to, text: '' }],
            message: `“${word}” stands here twice.`,
          });
        }
        last = here;
      }
      return found;
    });
  },
};

function isMistake(
  first: string,
  second: string,
  forms: { doubled: ReadonlySet<string>; neverDoubled: ReadonlySet<string> },
): boolean {
  const small = second.toLowerCase();
  if (forms.neverDoubled.has(small)) return true;
  if (forms.doubled.has(small) || small.length < 3 || /\p{N}/u.test(small)) return false;
  // Names: both with a capital, or a page in capitals. A capital only on the first is the beginning of a sentence.
  return second === small && (first === small || first.slice(1) === small.slice(1));
}
