/** What a line looks like, whatever it says. Longer lines are never more than running text, so nothing here costs more than their length. */

/** Longest line that a recogniser looks into, in UTF-16 units. */
export const LONGEST = 500;

const SENTENCE_END = /[.!?…][\s)\]”“»«"’'›]*$/u;
const BREAK_INSIDE = /\p{L}{5}\.\s+\p{Lu}/u;
const STARTS_LIKE_TITLE = /^[\s“„«»"'‘‹¿¡#(]*[\p{Lu}\p{Lt}\p{Lo}\p{Nd}]/u;

/** How many words, separated by white space. */
export const wordCount = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** Ends as a sentence ends, closing marks aside. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.slice(-20));

/** Running text: a sentence of eight words or more, or anything long. */
export const isRunning = (text: string): boolean => text.length >= 160 || (endsSentence(text) && wordCount(text) >= 8);

/** Can be the title of a piece: begins with a capital or a figure, does not end as a statement does, is no run of sentences. */
export function isTitle(text: string): boolean {
  const title = text.trim();
  return (
    title.length <= 200 &&
    /\p{L}{2}/u.test(title) &&
    STARTS_LIKE_TITLE.test(title) &&
    !/[.,;:]$/u.test(title.replace(/\.\.\.$/u, '…')) &&
    !BREAK_INSIDE.test(title)
  );
}

/** Equal but for white space and case. */
export const sameWords = (a: string, b: string): boolean => folded(a) === folded(b);

/** White space collapsed; for comparing, and for values that are one line. */
export const collapsed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

// ß has no capital in headlines that were set in capitals.
const folded = (text: string): string => collapsed(text).toLowerCase().replaceAll('ß', 'ss');

/** True when `text` is `whole`, or its beginning (ten characters at least) cut off with an ellipsis. */
export function repeats(text: string, whole: string): boolean {
  if (sameWords(text, whole)) return true;
  const cut = /^(.{10,}?)\s?(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/su.exec(collapsed(text))?.[1];
  return cut !== undefined && folded(whole).startsWith(cut.toLowerCase());
}
