import { formsOf } from '../data/languages';
import type { Kind } from '../kind';
import type { Repair } from '../repair';

const BROKEN =
  /(?<![\p{L}\p{N}-])(\p{L}[\p{L}\p{M}’]{1,40})[-\u2010](?:[ \u00a0]?\n[ \u00a0]?|[ \u00a0])(\p{Ll}[\p{Ll}\p{M}’]{1,40})(?![\p{L}\p{N}])/gu;

/** `govern- ment`: a word that a column broke. "pre- and post-war" is meant. */
export const lineEndHyphens: Kind = {
  name: 'line-end hyphen',
  find(page, lexicon) {
    const forms = formsOf(page.language);
    if (!forms) return [];
    const known = (word: string) => lexicon.rank(word.toLowerCase()) < Infinity;
    return page.parts.flatMap((part) =>
      [...part.readable.matchAll(BROKEN)].flatMap((found): Repair[] => {
        const [whole, first = '', last = ''] = found;
        if (forms.conjunctions.has(last.toLowerCase())) return [];
        const joined = known(first + last) || page.counts.has(first + last);
        // "well- known": the hyphen is the word's own.
        const compound = !joined && known(first) && known(last);
        const from = found.index + first.length + (compound ? 1 : 0);
        const to = found.index + whole.length - last.length;
        return [
          {
            kind: lineEndHyphens.name,
            level: 'warning',
            certainty: joined ? 'sure' : 'likely',
            part,
            from: found.index,
            to: found.index + whole.length,
            edits: [{ from, to, text: '' }],
            message: 'A word was broken at the end of a line.',
            keepsWords: true,
          },
        ];
      }),
    );
  },
};
