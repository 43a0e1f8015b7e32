import type { Check } from './check';
import { atPart } from './atPart';

/** Characters; what search results and most front pages show of a headline before they cut it. */
const LONGEST = 110;

/** A headline that will be cut off. The limit of 110 characters is that of Google's article markup guidance. */
export const headlineLength: Check = {
  name: 'headline length',
  of: 'article',
  find: (_doc, { parts }) =>
    parts
      .filter(({ type, text }) => type === 'headline' && [...text].length > LONGEST)
      .map((part) => {
        const length = [...part.text].length;
        return atPart(
          part,
          0,
          part.text.length,
          'headline length',
          'hint',
          `The headline has ${length} characters; over ${LONGEST} it is cut.`,
        );
      }),
};
