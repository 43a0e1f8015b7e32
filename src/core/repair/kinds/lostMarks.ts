import { formsOf } from '../data/languages';
import type { Kind } from '../kind';

const LEAST_WORDS = 250;
/** One verb of saying in so many words is reported speech. */
const WORDS_A_VERB = 130;
const LEAST_VERBS = 4;
const WORD = /[\p{L}\p{M}]+/gu;

/** A page of reported speech without one pair of marks: they were lost when it was copied. Said once for the page. */
export const lostMarks: Kind = {
  name: 'quote marks lost',
  find(page) {
    const forms = formsOf(page.language);
    if (!forms || page.quotations.pairs.length > 0) return [];
    let words = 0;
    let verbs = 0;
    for (const { type, readable } of page.parts) {
      if (type === 'related' || type === 'kicker') continue;
      for (const [word] of readable.matchAll(WORD)) {
        words++;
        if (forms.saying.has(word.toLowerCase())) verbs++;
      }
    }
    if (words < LEAST_WORDS || verbs < LEAST_VERBS || verbs * WORDS_A_VERB < words) return [];
    return [
      {
        kind: lostMarks.name,
        level: 'warning',
        certainty: 'likely',
        part: null,
        from: 0,
        to: 0,
        edits: null,
        message: `No pair of quotation marks in ${Math.round(words / 10) * 10} words of reported speech: they were probably lost in copying. Compare with the original.`,
      },
    ];
  },
};
