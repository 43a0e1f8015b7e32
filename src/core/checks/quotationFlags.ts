import { flagsOf, type QuoteFlag } from '../quotes/flags';
import { quotationsOf } from '../quotes/quotations';
import { atWords } from './atWords';
import type { Check } from './check';
import type { Level } from './finding';

const levels: Readonly<Record<QuoteFlag['kind'], Level>> = {
  'off the record': 'error',
  'named on background': 'warning',
  'speaker with two roles': 'warning',
  'same words from two people': 'warning',
};

/** What is odd about quotations taken together: two roles, two speakers, words that were not said for print. */
export const quotationFlags: Check = {
  name: 'quotations',
  of: 'article',
  find: (doc, page) => {
    const quotations = quotationsOf(doc);
    return flagsOf(quotations).flatMap(({ kind, message, at }) => {
      const quotation = quotations[at];
      return quotation ? [atWords(page, quotation, kind, levels[kind], message)] : [];
    });
  },
};
