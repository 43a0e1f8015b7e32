import { isWellKnown } from '../../checks/data/wellKnown';
import { formsOf } from '../data/languages';
import type { Kind } from '../kind';
import type { Page, TextPart } from '../page';
import type { Repair } from '../repair';

const WORD = /[\p{L}\p{M}]+/gu;
const LEAST_WORDS = 3;

/** A headline, standfirst or crosshead all in capitals. Sentence case is an offer: only a person knows every name. */
export const capitals: Kind = {
  name: 'all in capitals',
  find: (page) =>
    page.parts.flatMap((part): Repair[] => {
      if (part.type !== 'headline' && part.type !== 'standfirst' && part.type !== 'heading') return [];
      const words = part.readable.match(WORD) ?? [];
      if (words.length < LEAST_WORDS || part.text.length > 500 || !inCapitals(part.text, words)) return [];
      return [
        {
          kind: capitals.name,
          level: 'hint',
          certainty: 'look',
          part,
          from: 0,
          to: part.text.length,
          edits: null,
          choices: [{ edits: [{ from: 0, to: part.text.length, text: sentenceCase(part, page) }] }],
          message: 'All in capitals: hard to read, and names cannot be told. Set it like a sentence?',
        },
      ];
    }),
};

/** Letters in capitals, and not only abbreviations ("NATO, EU, UN"). */
const inCapitals = (text: string, words: readonly string[]): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase() && words.filter((word) => word.length >= 4).length >= 2;

/** As the body writes each word; else as a sentence does. German keeps a capital where the body does not know the word. */
function sentenceCase(part: TextPart, { counts, language }: Page): string {
  const forms = formsOf(language);
  let begins = true;
  return part.text.replace(WORD, (word) => {
    const small = word.toLowerCase();
    const capital = word.charAt(0) + small.slice(1);
    const seen = (form: string) => counts.has(form);
    const grammar = forms?.functionWords.first.has(small) || forms?.functionWords.last.has(small) || forms?.particles.has(small);
    const kept = isWellKnown(word, language) && !seen(small) && !seen(capital);
    const name = !grammar && !seen(small) && (seen(capital) || (forms?.language === 'de' && small.length > 3));
    const form = kept ? word : begins || name ? capital : small;
    begins = false;
    return form;
  });
}
