import { atPart } from './atPart';
import type { Check } from './check';
import { contentAt } from './links';

/** A private note that still stands by some words: it never leaves the library, but somebody meant to settle it. */
export const openNotes: Check = {
  name: 'private note open',
  of: 'article',
  find: (doc, { parts }) =>
    parts.flatMap((part) => {
      if (part.attribute !== null) return [];
      const noted: { from: number; to: number; text: string }[] = [];
      let at = 0;
      for (const node of contentAt(doc, part.path)) {
        const length = node.type === 'text' ? node.text.length : 1;
        const mark = node.marks?.find((one) => one.type === 'note');
        const text = mark?.type === 'note' ? (mark.attrs?.text ?? '') : null;
        const last = noted.at(-1);
        if (text !== null && last?.to === at && last.text === text) last.to += length;
        else if (text !== null) noted.push({ from: at, to: at + length, text });
        at += length;
      }
      return noted.map(({ from, to, text }) =>
        atPart(
          part,
          from,
          to,
          'private note open',
          'hint',
          text.trim() === '' ? 'There is a private note here.' : `Your note here: “${text.trim()}”`,
        ),
      );
    }),
};
