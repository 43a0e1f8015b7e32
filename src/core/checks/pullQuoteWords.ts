import { strayPullQuotes } from '../quotes/pullQuotes';
import { partAt } from '../repair/partAt';
import { atPart } from './atPart';
import type { Check } from './check';

const kind = 'pull quote not in the body';

/** A pull quote that says what the body does not say. */
export const pullQuoteWords: Check = {
  name: kind,
  of: 'article',
  find: (doc, page) =>
    strayPullQuotes(doc).flatMap(({ index, words }) => {
      const part = partAt(page, [index]);
      return part
        ? [atPart(part, 0, words.length, kind, 'warning', 'The body does not have these words. A pull quote repeats it.')]
        : [];
    }),
};
