import type { LimitName } from '../article/houseStyle';
import { atPart } from './atPart';
import type { Check } from './check';

/** A check that a part of the head keeps within the house's limit of characters. */
export const lengthOf = (
  type: LimitName & ('headline' | 'standfirst'),
  message: (length: number, limit: number) => string,
): Check => ({
  name: `${type} length`,
  of: 'article',
  find: (_doc, { parts }, { style }) => {
    const limit = style.limits[type];
    if (limit === null) return [];
    return parts
      .filter((part) => part.type === type)
      .map((part) => ({ part, length: [...part.text].length }))
      .filter(({ length }) => length > limit)
      .map(({ part, length }) => atPart(part, 0, part.text.length, `${type} length`, 'hint', message(length, limit)));
  },
});
