import { fingerprintOf } from '../repair/findings';
import type { Check } from './check';

/** A slug that another article has too: their exports would want the same name. */
export const slugClash: Check = {
  name: 'slug clash',
  of: 'article',
  find: ({ attrs: { slug } }, _page, { surroundings }) => {
    const other = slug === '' ? null : (surroundings?.sameSlug ?? null);
    if (!other) return [];
    return [
      {
        kind: 'slug clash',
        level: 'warning',
        before: slug,
        message: `“${other.headline.trim() || 'An article without a headline'}” has the slug “${slug}” too. Give one of them another name.`,
        field: 'slug',
        ...(surroundings?.freeSlug
          ? { fixes: [{ title: `Use “${surroundings.freeSlug}”`, fields: { slug: surroundings.freeSlug } }] }
          : {}),
        fingerprint: fingerprintOf('slug clash', slug, '', ''),
      },
    ];
  },
};
