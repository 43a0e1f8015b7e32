import { atPart } from './atPart';
import type { Check } from './check';
import type { Fix } from './finding';
import { linksIn } from './links';

/** A link or a "read also" to an article of the library that is in the trash or gone: exports would print words without a link. */
export const deadLinks: Check = {
  name: 'link to a missing article',
  of: 'article',
  find: (doc, { parts }, { surroundings }) =>
    !surroundings
      ? []
      : parts.flatMap((part) =>
          linksIn(doc, part).flatMap(({ from, to, target }) => {
            if (!target || !('article' in target)) return [];
            const other = surroundings.articles[target.article];
            if (other?.trashed === false) return [];
            const message = other
              ? `This leads to “${other.headline.trim() || 'an article without a headline'}”, which is in the trash: readers cannot follow it.`
              : 'This leads to an article that is no longer in the library: readers cannot follow it.';
            const fixes: Fix[] = [
              ...(other ? [{ title: 'Restore it', restore: target.article }] : []),
              { title: 'Take the link away', unlink: true },
            ];
            return [{ ...atPart(part, from, to, 'link to a missing article', 'warning', message), fixes }];
          }),
        ),
};
