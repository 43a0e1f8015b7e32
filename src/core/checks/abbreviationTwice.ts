import { abbreviationsIn } from './abbreviations';
import { atPart } from './atPart';
import type { Check } from './check';

const name = 'abbreviation expanded in two ways';

/** One abbreviation that is expanded in two ways. */
export const abbreviationTwice: Check = {
  name,
  of: 'text',
  find: (doc, { parts }) => {
    const first = new Map<string, string>();
    const told = new Set<string>();
    return abbreviationsIn(doc, parts).flatMap(({ part, from, to, short, long }) => {
      if (!long) return [];
      const known = first.get(short);
      if (known === undefined) first.set(short, long);
      if (known === undefined || same(known, long) || told.has(`${short} ${long}`)) return [];
      told.add(`${short} ${long}`);
      return [atPart(part, from, to, name, 'warning', `“${short}” is expanded in two ways: “${known}”, “${long}”.`)];
    });
  },
};

const same = (a: string, b: string): boolean =>
  a.toLowerCase().replace(/[\s-]+/gu, ' ') === b.toLowerCase().replace(/[\s-]+/gu, ' ');
