import { quotationsOf } from '../quotes/quotations';
import { wordChanges } from '../quotes/wording';
import { atWords } from './atWords';
import type { Check } from './check';

/** Words of a quotation that are no longer those that were ticked as checked. Edits that journalism allows are none. */
export const changedSinceChecked: Check = {
  name: 'changed since checked',
  of: 'article',
  find: (doc, page) =>
    quotationsOf(doc).flatMap((quotation) => {
      const baseline = quotation.evidence?.baseline ?? null;
      if (quotation.state !== 'changed' || baseline === null) return [];
      const change = wordChanges(baseline, quotation.words).find(({ kind }) => kind === 'changed');
      if (!change) return [];
      const message =
        'These words were changed since they were checked. Confirm them under Quotes, or put the checked ones back.';
      const some = { from: change.from, length: Math.max(change.after.trimEnd().length, 1) };
      return [atWords(page, quotation, 'changed since checked', 'warning', message, some)];
    }),
};
