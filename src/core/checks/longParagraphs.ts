import { firstWords } from '../repair/words';
import { atPart } from './atPart';
import type { Check } from './check';
import { wordsOver } from './wordCounts';

/** A paragraph that readers on a telephone see as a wall. Block quotations are left alone: their length is the speaker's. */
export const longParagraphs: Check = {
  name: 'long paragraph',
  of: 'article',
  find: (_doc, { parts, language }, { style }) => {
    const limit = style.limits.paragraph;
    if (limit === null) return [];
    return parts.flatMap((part) => {
      if (part.type !== 'paragraph' || part.quotation !== null) return [];
      const words = wordsOver(limit, part.text, language);
      if (words === null) return [];
      const { from, to } = firstWords(part.text);
      return [atPart(part, from, to, 'long paragraph', 'hint', `This paragraph has ${words} words; could it be two?`)];
    });
  },
};
