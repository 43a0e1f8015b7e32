import type { TextPart } from '../repair/page';
import { firstWords } from '../repair/words';
import { atPart } from './atPart';
import type { Check } from './check';
import { sentencesIn } from './sentences';
import { wordsOver } from './wordCounts';

/** A sentence in which readers lose the thread. Those inside quotation marks are left alone. */
export const longSentences: Check = {
  name: 'long sentence',
  of: 'article',
  find: (_doc, page, { style }) => {
    const limit = style.limits.sentence;
    if (limit === null) return [];
    const isRead = ({ type, quotation, text }: TextPart) =>
      (type === 'paragraph' || type === 'standfirst') && quotation === null && mayBeLong(text, limit);
    return page.parts.filter(isRead).flatMap((part) =>
      sentencesIn(part.text, page.language).flatMap(({ from, to }) => {
        const words = wordsOver(limit, part.text.slice(from, to), page.language);
        // The marks and a space beside them are not the speaker's.
        const quoted = (page.verbatim[part.index] ?? []).some((range) => range.from <= from + 2 && range.to >= to - 2);
        if (words === null || quoted) return [];
        const start = firstWords(part.text, from);
        return [
          atPart(
            part,
            start.from,
            start.to,
            'long sentence',
            'hint',
            `This sentence has ${words} words. Where could it breathe?`,
          ),
        ];
      }),
    );
  },
};

// A long word, a point and a capital part two sentences for certain; others may or may not.
const CERTAIN_END = /(?<=\p{L}{5})[.!?][”»"’)]?\s+(?=[“«„"‘(]?\p{Lu})/u;

/** A quick look that passes over most paragraphs, since telling sentences apart takes long. */
const mayBeLong = (text: string, limit: number): boolean =>
  text.length > limit * 2 &&
  text.split(CERTAIN_END).some((piece) => piece.length > limit * 2 && piece.split(/[\s’'-]+/u).length > limit);
