import { abbreviationsIn, type Abbreviation } from './abbreviations';
import { touches } from '../quotes/verbatim';
import { atPart } from './atPart';
import type { Check } from './check';
import { isWellKnown } from './data/wellKnown';

const name = 'abbreviation not expanded';

/** An abbreviation that the story uses before it says what it stands for, unless everybody knows it. */
export const abbreviationUnexplained: Check = {
  name,
  of: 'article',
  find: (doc, { parts, language, verbatim }) => {
    const first = new Map<string, Abbreviation>();
    const explained = new Set<string>();
    for (const found of abbreviationsIn(doc, parts)) {
      if (found.long !== null) explained.add(found.short);
      // The headline may be short; what somebody said is not ours to explain inside the marks.
      const inQuotation = touches(verbatim[found.part.index] ?? [], found.from, found.to);
      if (found.part.type !== 'paragraph' || inQuotation || first.has(found.short)) continue;
      first.set(found.short, found);
    }
    return [...first.values()]
      .filter(({ short, long }) => long === null && !isWellKnown(short, language) && !/^(?:TK)+$/u.test(short))
      .map(({ part, from, to, short }) =>
        atPart(
          part,
          from,
          to,
          name,
          'hint',
          explained.has(short)
            ? `“${short}” is explained further down, but used here first.`
            : `“${short}” is not explained: will every reader know it?`,
        ),
      );
  },
};
